package astray.instruments.tcpdump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.testkit.Commands;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import astray.testkit.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** tcpdump side by side with the one that is installed, on a capture that this one wrote of real programs. */
@Tag("lab")
@NeedsRoot
@NeedsTool({"ip", "tcpdump", "ping", "python3"})
@Execution(ExecutionMode.SAME_THREAD)
class OriginalTest {
    private static final int PACKETS = 20;

    private static Path file;

    @TempDir
    static Path folder;

    /** Neighbours are asked for, pings go and come, a connection carries a line each way. */
    @BeforeAll
    static void capture() throws Exception {
        file = folder.resolve("made.pcap");
        try (Net net = new Net().host("a").host("b").wire("a", "east", "b", "west")) {
            net.sh("a", "sysctl -qw net.ipv6.conf.all.disable_ipv6=1; ip addr add 10.8.0.1/24 dev east");
            net.sh("b", "sysctl -qw net.ipv6.conf.all.disable_ipv6=1; ip addr add 10.8.0.2/24 dev west");
            net.start("b", List.of("python3", "-c", """
                    import socket
                    s = socket.create_server(("10.8.0.2", 7777))
                    while True:
                        c, _ = s.accept()
                        c.sendall(b"SSH-2.0-made by a test\\r\\n")
                        c.recv(100)
                        c.close()
                    """));
            LiveRun run = LiveRun.start(net, "a", "-i east -c " + PACKETS + " -w " + file);
            net.sh("a", "ping -c 2 -i 0.2 10.8.0.2; ping -c 1 -s 900 10.8.0.2");
            net.sh("a", """
                    python3 -c 'import socket
                    c = socket.create_connection(("10.8.0.2", 7777))
                    c.sendall(b"hello\\r\\n")
                    c.recv(100)
                    c.recv(100)
                    c.close()'
                    ping -c 8 -i 0.2 10.8.0.2
                    """);
            Result result = run.end();
            assertEquals(0, result.status(), result.err());
        }
    }

    static Stream<String> lines() throws IOException {
        try (InputStream in = OriginalTest.class.getResourceAsStream("files.txt")) {
            if (in == null) {
                throw new AssertionError("files.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        }
    }

    @ParameterizedTest(name = "tcpdump {0}")
    @MethodSource("lines")
    void doesAsTheOriginalDoes(String line) throws IOException {
        List<String> words = Runs.words(line.replace("FILE", file.toString()));
        List<String> original = new ArrayList<>(List.of("tcpdump"));
        original.addAll(words);
        Result theirs = Commands.run(original);
        Result mine = Runs.run(words);
        assertEquals(theirs.status(), mine.status(), () -> "status; " + theirs.err() + mine.err());
        assertEquals(theirs.err().isBlank(), mine.err().isBlank(), () -> theirs.err() + mine.err());
        if (!line.contains("-w -")) {
            assertEquals(theirs.out(), mine.out());
        }
    }
}
