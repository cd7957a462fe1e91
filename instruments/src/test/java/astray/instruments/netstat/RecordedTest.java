package astray.instruments.netstat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.IpAddress;
import astray.instruments.Console;
import astray.instruments.names.Hosts;
import astray.instruments.names.Networks;
import astray.instruments.names.Protocols;
import astray.instruments.names.Services;
import astray.kernel.proc.NetFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the original printed for recorded files: {@code recorded/expected.txt} holds each command, what it printed, and
 * behind {@code =} its status and whether it complained. The files are those of a real host, with rows that are rare.
 */
class RecordedTest {
    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            return Path.of(java.util.Objects.requireNonNull(RecordedTest.class.getResource("recorded"))
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Sources sources() throws IOException {
        Map<IpAddress, String> hosts = new HashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve("etc/hosts"))) {
            String[] words = line.split(" ", -1);
            hosts.put(IpAddress.of(words[0]), words[1]);
        }
        return new Sources(
                new NetFolder(FOLDER.resolve("net") + "/"),
                Services.of(Files.readString(FOLDER.resolve("etc/services"))),
                Protocols.of(Files.readString(FOLDER.resolve("etc/protocols"))),
                Networks.of(Files.readString(FOLDER.resolve("etc/networks"))),
                new Hosts(hosts));
    }

    static String run(Sources sources, List<String> words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, Map.of(), false);
        int status = new Netstat(sources).run(words, console);
        console.out().flush();
        return out.toString(StandardCharsets.UTF_8) + "= " + status + (err.size() > 0 ? " complains" : "") + "\n";
    }

    @TestFactory
    Stream<DynamicTest> printsWhatTheOriginalPrinted() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Sources sources = sources();
        for (String part : Files.readString(FOLDER.resolve("expected.txt")).split("(?m)^\\$ netstat ", -1)) {
            if (!part.isEmpty()) {
                int end = part.indexOf('\n');
                String command = part.substring(0, end);
                String expected = part.substring(end + 1);
                tests.add(DynamicTest.dynamicTest(
                        "netstat " + command,
                        () -> assertEquals(expected, run(sources, List.of(command.split(" ", -1))))));
            }
        }
        return tests.stream();
    }
}
