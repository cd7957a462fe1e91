package astray.instruments.ip;

import astray.instruments.Console;
import astray.testkit.NeedsRtnetlink;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Whatever bytes a message holds, printing ends without an exception and without control characters of theirs. */
@Tag("fuzz")
@NeedsRtnetlink
class LinkViewsFuzzTest {
    @FuzzTest(maxDuration = "30s")
    void anyBytesArePrinted(byte[] messages) throws IOException {
        Path file = Files.createTempFile("messages", null);
        try {
            Files.write(file, messages);
            Console console =
                    new Console(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Map.of(), false);
            new Ip().run(List.of("-d", "monitor", "file", file.toString()), console);
        } finally {
            Files.delete(file);
        }
    }
}
