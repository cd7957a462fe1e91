package astray.transcript.path;

import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Texts;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class PathFormatsFuzzTest {
    private static final List<Command> COMMANDS = List.of(
            new Command("ping x", List.of("ping", "x"), false),
            new Command("mtr -r x", List.of("mtr", "-r", "x"), false),
            new Command("traceroute -T -p", List.of("traceroute", "-T", "-p"), true),
            new Command("", List.of(), false));

    @FuzzTest(maxDuration = "30s")
    void anyTextIsReadWithoutAnException(FuzzedDataProvider data) {
        Command command = data.consumeBoolean() ? null : COMMANDS.get(data.consumeInt(0, COMMANDS.size() - 1));
        String text = data.consumeRemainingAsString();
        List<Line> lines = Texts.lines(text);
        for (Format format : PathFormats.all()) {
            if (!lines.isEmpty()) {
                format.recognise(lines.subList(0, Math.min(lines.size(), 40)), command);
            }
            Texts.print(format, Texts.readAny(format, text, command, false));
        }
    }
}
