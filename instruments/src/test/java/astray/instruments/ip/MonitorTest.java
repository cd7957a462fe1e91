package astray.instruments.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import astray.instruments.Console;
import astray.testkit.NeedsRtnetlink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Messages of every kind of link, also of those that the kernel at hand lacks, printed from a file without a kernel:
 * {@code monitor.bin} was composed, the texts are what iproute2 6.1 made of it.
 */
class MonitorTest {
    @TempDir
    private Path folder;

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = MonitorTest.class.getResourceAsStream(name)) {
            assertNotNull(in, name);
            return in.readAllBytes();
        }
    }

    private String run(byte[] messages, String... options) throws IOException {
        Path file = folder.resolve("messages");
        Files.write(file, messages);
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("file", file.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, Map.of(), false);
        int status = new Ip().run(words, console);
        console.out().flush();
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertEquals(0, status);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "monitor.txt, monitor",
        "monitor-d.txt, -d monitor label",
        "monitor-c-o.txt, -c=always -d -o monitor",
        "monitor-br.txt, -N -br monitor"
    })
    void everyMessageIsPrintedAsTheOriginalPrintsIt(String expected, String options) throws IOException {
        assertEquals(
                new String(resource(expected), StandardCharsets.UTF_8),
                run(resource("monitor.bin"), options.split(" ")));
    }

    @Test
    @NeedsRtnetlink
    void aMonitorOfOneDeviceDoesNotRepeatItsName() throws IOException {
        assertEquals(
                new String(resource("monitor-dev.txt"), StandardCharsets.UTF_8),
                run(resource("monitor-dev.bin"), "-o", "monitor", "dev", "lo"));
    }

    @Test
    void aMonitorPrintsTextEvenWhenJsonIsAskedFor() throws IOException {
        byte[] messages = resource("monitor.bin");
        assertEquals(run(messages, "-d", "monitor"), run(messages, "-j", "-d", "monitor"));
    }
}
