package astray.transcript.docker;

import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Texts;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("fuzz")
class DockerFuzzTest {

    @FuzzTest
    void anyTextIsReadWithoutException(byte[] bytes) {
        List<Line> lines = Texts.lines(new String(bytes, StandardCharsets.UTF_8));
        for (Format format : DockerFormats.all()) {
            for (int from = 0; from < lines.size(); from++) {
                format.recognise(lines.subList(from, Math.min(lines.size(), from + 40)), null);
            }
            Reader reader = format.reader((fact, line, text) -> {}, null);
            for (Line line : lines) {
                reader.accept(line);
            }
            reader.end();
        }
    }
}
