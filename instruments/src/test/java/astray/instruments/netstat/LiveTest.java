package astray.instruments.netstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.kernel.Namespace;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import astray.testkit.Result;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts with real sockets in many states, looked at by the original and by this one. */
@Tag("lab")
@NeedsRoot
@NeedsTool({"ip", "netstat"})
class LiveTest {
    private static final List<String> COMMANDS = List.of(
            "-tan",
            "-tuln",
            "-ta",
            "-tanp",
            "-an",
            "-aneW",
            "-tulpne",
            "-l",
            "-w",
            "-6 -an",
            "-46tln",
            "--inet -an",
            "--protocol=unix,inet -ln",
            "-xl",
            "-xap",
            "-x",
            "-r",
            "-rn",
            "-ree",
            "-6rn",
            "-6r",
            "-g",
            "-gn",
            "-g6",
            "-i",
            "-ia",
            "-ie",
            "-iae",
            "-s",
            "-st",
            "-su",
            "-s6",
            "-M",
            "-S",
            "-rx",
            "--frobnicate");

    private final List<Closeable> open = new ArrayList<>();

    private <T extends Closeable> T keep(T resource) {
        open.add(resource);
        return resource;
    }

    private static SocketAddress at(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    /** Opened on the calling thread, so in its namespace. */
    private void server() throws IOException {
        keep(ServerSocketChannel.open(StandardProtocolFamily.INET)).bind(at("0.0.0.0", 8080), 5);
        keep(ServerSocketChannel.open(StandardProtocolFamily.INET6)).bind(at("::", 8081), 7);
        keep(ServerSocketChannel.open(StandardProtocolFamily.INET)).bind(at("127.0.0.1", 25));
        keep(DatagramChannel.open(StandardProtocolFamily.INET)).bind(at("0.0.0.0", 68));
        keep(DatagramChannel.open(StandardProtocolFamily.INET6)).bind(at("fd00:9::1", 123));
        keep(DatagramChannel.open(StandardProtocolFamily.INET)).connect(at("10.9.0.2", 53));
        DatagramChannel full = keep(DatagramChannel.open(StandardProtocolFamily.INET));
        full.bind(at("127.0.0.1", 5000));
        keep(DatagramChannel.open(StandardProtocolFamily.INET)).send(ByteBuffer.allocate(300), at("127.0.0.1", 5000));
    }

    /** Connections that nobody accepts are open all the same, with what was sent unread. */
    private void client() throws IOException {
        keep(SocketChannel.open(at("10.9.0.1", 8080))).write(ByteBuffer.allocate(1234));
        keep(SocketChannel.open(at("fd00:9::1", 8081)));
        keep(SocketChannel.open(at("10.9.0.1", 8081))).shutdownOutput();
        SocketChannel asking = keep(SocketChannel.open(StandardProtocolFamily.INET));
        asking.configureBlocking(false);
        asking.connect(at("10.9.0.77", 443));
    }

    private void unix(Path folder) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("with blank.sock"));
        keep(ServerSocketChannel.open(StandardProtocolFamily.UNIX)).bind(address, 3);
        keep(SocketChannel.open(address));
        keep(ServerSocketChannel.open(StandardProtocolFamily.UNIX))
                .bind(UnixDomainSocketAddress.of(folder.resolve("plain.sock")));
    }

    @Test
    void everythingIsPrintedAsTheOriginalPrintsIt(@TempDir Path folder) throws Exception {
        try (Net net = new Net().host("a").host("b").wire("a", "east", "b", "west")) {
            net.sh("a", "ip addr add 10.9.0.1/24 brd + dev east; ip addr add 10.9.0.5/24 dev east label east:x");
            net.sh("a", "ip addr add fd00:9::1/64 dev east nodad; ip route add 10.10.0.0/16 via 10.9.0.2 metric 7");
            net.sh("a", "ip route add unreachable 10.11.0.0/16; ip -6 route add fd01::/48 via fd00:9::2");
            net.sh("b", "ip addr add 10.9.0.2/24 dev west; ip addr add fd00:9::2/64 dev west nodad");
            Namespace a = new Namespace(net.file("a"));
            a.call(() -> {
                server();
                unix(folder);
                return 0;
            });
            new Namespace(net.file("b")).call(() -> {
                client();
                return 0;
            });
            for (String host : List.of("a", "b")) {
                Namespace namespace = new Namespace(net.file(host));
                for (String command : COMMANDS) {
                    compare(net, host, namespace, List.of(command.split(" ", -1)));
                }
            }
        } finally {
            for (Closeable one : open) {
                one.close();
            }
        }
    }

    /** The network moves by itself (neighbours, counters): the original is asked before and after, as often as it takes. */
    private static void compare(Net net, String host, Namespace namespace, List<String> words) throws Exception {
        String before;
        String ours;
        String after;
        long end = System.nanoTime() + 20_000_000_000L;
        do {
            before = original(net, host, words);
            ours = namespace.call(() -> RecordedTest.run(Sources.ofMachine(), words));
            after = original(net, host, words);
        } while (!before.equals(after) && System.nanoTime() < end);
        if (before.equals(after)) {
            assertEquals(after, ours, () -> host + ": netstat " + words);
        } else {
            assertTrue(ours.equals(before) || ours.equals(after), () -> host + ": netstat " + words + " never rests");
        }
    }

    private static String original(Net net, String host, List<String> words) {
        List<String> command = new ArrayList<>(List.of("netstat"));
        command.addAll(words);
        Result result = net.run(host, command);
        return result.out() + "= " + result.status() + (result.err().isEmpty() ? "" : " complains") + "\n";
    }
}
