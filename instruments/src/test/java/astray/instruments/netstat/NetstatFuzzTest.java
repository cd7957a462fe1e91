package astray.instruments.netstat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.instruments.names.Hosts;
import astray.instruments.names.Networks;
import astray.instruments.names.Protocols;
import astray.instruments.names.Services;
import astray.kernel.proc.NetFolder;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;

/** Whatever the files hold, every listing ends well and holds no control character. */
@Tag("fuzz")
class NetstatFuzzTest {
    private static final List<String> FILES = List.of(
            "tcp",
            "tcp6",
            "udp",
            "udp6",
            "udplite",
            "raw",
            "raw6",
            "unix",
            "route",
            "ipv6_route",
            "rt_cache",
            "snmp",
            "netstat",
            "snmp6",
            "igmp",
            "igmp6");

    @FuzzTest
    void anyBytesArePrintedWithoutControlCharacters(byte[] bytes) throws IOException {
        Path folder = Files.createTempDirectory("net");
        try {
            for (String file : FILES) {
                Files.write(folder.resolve(file), bytes);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            Sources sources = new Sources(
                    new NetFolder(folder + "/"),
                    Services.of(text),
                    Protocols.of(text),
                    Networks.of(text),
                    new Hosts(Map.of()));
            for (String command : List.of(
                    "-aeo --numeric-users",
                    "-an",
                    "-aW --numeric-users",
                    "-r46ee",
                    "-rFC",
                    "-s",
                    "-s6",
                    "-g",
                    "-ax --json")) {
                String printed = RecordedTest.run(sources, List.of(command.split(" ", -1)));
                assertTrue(printed.chars().noneMatch(c -> c != '\n' && Character.isISOControl(c)), command);
            }
        } finally {
            for (String file : FILES) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
        }
    }
}
