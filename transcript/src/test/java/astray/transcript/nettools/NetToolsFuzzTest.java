package astray.transcript.nettools;

import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("fuzz")
class NetToolsFuzzTest {

    @FuzzTest(maxDuration = "2m")
    void anyTextIsReadWithoutAnException(FuzzedDataProvider data) {
        List<String> words = new ArrayList<>(List.of("ifconfig"));
        int count = data.consumeInt(0, 4);
        for (int i = 0; i < count; i++) {
            words.add(data.pickValue(List.of("eth0", "-a", "-rn", "-e")));
        }
        Command command = data.consumeBoolean() ? new Command(String.join(" ", words), words, false) : null;
        List<Line> lines = new ArrayList<>();
        data.consumeRemainingAsString().lines().forEach(text -> lines.add(new Line(lines.size() + 1, text)));
        if (lines.isEmpty() || lines.getFirst().isBlank()) {
            return;
        }
        for (Format format : NetToolsFormats.all()) {
            format.recognise(lines.subList(0, Math.min(40, lines.size())), command);
            Reader reader = format.reader((fact, line, text) -> {}, command);
            for (Line line : lines) {
                reader.accept(line);
            }
            reader.end();
        }
    }
}
