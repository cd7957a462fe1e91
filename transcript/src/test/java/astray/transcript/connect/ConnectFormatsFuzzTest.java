package astray.transcript.connect;

import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Texts;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class ConnectFormatsFuzzTest {
    private static final List<Command> COMMANDS = List.of(
            new Command("curl https://x", List.of("curl", "https://x"), false),
            new Command("ssh -p 1 a@b", List.of("ssh", "-p", "1", "a@b"), false),
            new Command("nc x 1", List.of("nc", "x", "1"), true),
            new Command("", List.of(), false));

    @FuzzTest(maxDuration = "30s")
    void anyTextIsReadWithoutAnException(FuzzedDataProvider data) {
        Command command = data.consumeBoolean() ? null : COMMANDS.get(data.consumeInt(0, COMMANDS.size() - 1));
        String text = data.consumeRemainingAsString();
        List<Line> lines = Texts.lines(text);
        for (Format format : ConnectFormats.all()) {
            if (!lines.isEmpty()) {
                format.recognise(lines.subList(0, Math.min(lines.size(), 40)), command);
            }
            Texts.print(format, Texts.readAny(format, text, command, false));
        }
    }
}
