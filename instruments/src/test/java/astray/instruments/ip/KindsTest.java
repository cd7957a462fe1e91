package astray.instruments.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.instruments.Console;
import astray.kernel.netlink.Message;
import astray.kernel.route.Link;
import astray.testkit.NeedsRtnetlink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
 * Links of kinds that need a device or a module that few kernels have: {@code kinds.bin} was composed, the texts are what
 * {@code ip monitor file} of iproute2 6.1 made of it, and the JSON is what its {@code ip -j -s -d link} told of each
 * link's kind when it was given the same messages. Loopback is asked of the kernel.
 */
@NeedsRtnetlink
class KindsTest {
    @TempDir
    private Path folder;

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = KindsTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is missing");
            }
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({"kinds.txt, -d -s", "kinds-o.txt, -d -o"})
    void optionsOfEachKindAreThoseOfTheOriginal(String expected, String options) throws IOException {
        Path file = Files.write(folder.resolve("messages"), resource("kinds.bin"));
        List<String> words = new ArrayList<>(List.of(options.split(" ")));
        words.addAll(List.of("monitor", "file", file.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(out, OutputStream.nullOutputStream(), Map.of(), false);
        new Ip().run(words, console);
        console.out().flush();
        assertEquals(new String(resource(expected), StandardCharsets.UTF_8), out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void jsonOfEachKindIsThatOfTheOriginal() throws IOException {
        StringBuilder told = new StringBuilder();
        Message message = Message.at(resource("kinds.bin"), 0);
        while (message != null) {
            told.append(json(new Link(message))).append('\n');
            message = message.next();
        }
        assertEquals(new String(resource("kinds.json"), StandardCharsets.UTF_8), told.toString());
    }

    private static String json(Link link) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Console console = new Console(out, OutputStream.nullOutputStream(), Map.of(), false);
        Settings settings = Settings.of(new Words(List.of("-j", "-d", "-s")));
        try (Session session = new Session(settings, console)) {
            session.printer().openObject();
            KindPrinting.print(session, link);
            session.printer().closeObject();
        }
        console.out().flush();
        return out.toString(StandardCharsets.UTF_8).strip();
    }
}
