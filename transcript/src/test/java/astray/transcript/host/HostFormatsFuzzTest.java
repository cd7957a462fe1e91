package astray.transcript.host;

import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Texts;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class HostFormatsFuzzTest {
    private static final List<Command> COMMANDS = List.of(
            new Command("hostname", List.of("hostname"), false),
            new Command("hostname -I", List.of("hostname", "-I"), false),
            new Command("cat /etc/hosts /proc/sys/a/b", List.of("cat", "/etc/hosts", "/proc/sys/a/b"), true),
            new Command("", List.of(), false));

    @FuzzTest(maxDuration = "30s")
    void anyTextIsReadWithoutAnException(FuzzedDataProvider data) {
        Command command = data.consumeBoolean() ? null : COMMANDS.get(data.consumeInt(0, COMMANDS.size() - 1));
        String text = data.consumeRemainingAsString();
        List<Line> lines = Texts.lines(text);
        for (Format format : HostFormats.all()) {
            if (!lines.isEmpty()) {
                format.recognise(lines.subList(0, Math.min(lines.size(), 40)), command);
            }
            Texts.print(format, Texts.readAny(format, text, command, false));
        }
    }
}
