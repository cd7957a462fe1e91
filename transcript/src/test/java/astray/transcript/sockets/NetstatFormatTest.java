package astray.transcript.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Socket;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetstatFormatTest {
    private final NetstatFormat format = new NetstatFormat();

    @Test
    void readsListenersOfBothFamilies() {
        List<Fact> facts = Texts.read(format, Texts.fixture("sockets/netstat-tuln.txt"), null);
        assertEquals(10, facts.size());
        assertEquals(
                new Socket(
                        "tcp",
                        Family.INET,
                        "LISTEN",
                        0L,
                        0L,
                        Endpoint.of(IpAddress.of("0.0.0.0"), 22),
                        Endpoint.of(IpAddress.of("0.0.0.0"), null),
                        List.of()),
                facts.getFirst());
        Socket v6 = (Socket) facts.get(2);
        assertEquals(Family.INET6, v6.family());
        assertEquals(Endpoint.of(IpAddress.of("::"), 22), v6.local());
        Socket udp = (Socket) facts.get(7);
        assertEquals("udp", udp.protocol());
        assertNull(udp.state());
        assertEquals(Endpoint.of(IpAddress.of("10.20.0.1"), 123), udp.local());
    }

    @Test
    void readsProgramsOfConnections() {
        List<Fact> facts = Texts.read(format, Texts.fixture("sockets/netstat-tanp.txt"), null);
        Socket connection = (Socket) facts.get(2);
        assertEquals("ESTABLISHED", connection.state());
        assertEquals(Endpoint.of(IpAddress.of("10.20.0.2"), 60946), connection.remote());
        assertEquals(List.of(new Socket.User("python3", 6213L, null, null)), connection.users());
    }

    @Test
    void doesNotTakeAnAddressThatMayBeCutForAnAddress() {
        List<Fact> facts = Texts.read(format, Texts.fixture("sockets/netstat-tanp.txt"), null);
        Socket connection = (Socket) facts.get(6);
        assertEquals(IpAddress.of("fe80::5eff:fe10:1"), connection.local().address());
        Endpoint remote = assertNotNullRemote(connection);
        assertNull(remote.address());
        assertEquals("fe80::5eff:fe10:2", remote.host());
        assertEquals(49302, remote.port());
    }

    private static Endpoint assertNotNullRemote(Socket socket) {
        assertNotNull(socket.remote());
        return socket.remote();
    }

    @Test
    void readsUsersAndTimersAndGoesPastUnixSockets() {
        List<Fact> extended = Texts.read(format, Texts.fixture("sockets/netstat-taneop.txt"), null);
        assertEquals(List.of(new Socket.User("python3", 6213L, "0", null)), ((Socket) extended.getFirst()).users());
        List<Fact> all = Texts.read(format, Texts.fixture("sockets/netstat-an.txt"), null);
        assertEquals(16, all.size());
        Socket raw = (Socket) all.getLast();
        assertEquals("raw", raw.protocol());
        assertEquals("UNCONNECTED", raw.state());
    }

    @Test
    void readsNamesOfServicesWithTheirPorts() {
        List<Fact> facts = Texts.read(format, Texts.fixture("sockets/netstat-tua.txt"), null);
        assertEquals(new Endpoint(IpAddress.of("0.0.0.0"), null, 22, "ssh", null), ((Socket) facts.get(0)).local());
        assertEquals(new Endpoint(null, "localhost", 6379, "redis", null), ((Socket) facts.get(1)).local());
        assertEquals(new Endpoint(IpAddress.of("::"), null, 22, "ssh", null), ((Socket) facts.get(3)).local());
    }

    @Test
    void readsOldWidthsAndATitleInChineseAndAProgramWithBlanks() {
        List<Fact> facts = Texts.read(format, """
                激活Internet连接 (仅服务器)
                Proto Recv-Q Send-Q Local Address               Foreign Address             State       PID/Program name
                tcp        0      0 0.0.0.0:554                 0.0.0.0:*                   LISTEN      -
                tcp        0      0 0.0.0.0:22                  0.0.0.0:*                   LISTEN      1234/sshd: /usr/sbin
                """, null);
        assertEquals(2, facts.size());
        assertEquals(List.of(), ((Socket) facts.getFirst()).users());
        assertEquals(
                List.of(new Socket.User("sshd: /usr/sbin", 1234L, null, null)), ((Socket) facts.getLast()).users());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp        0      0 127.0.0.1:6379          0.0.0.0:*               LISTEN      812/redis-server 12",
                "tcp        0    244 10.0.0.1:22             10.0.0.9:50122          ESTABLISHED 0          1151 812/x",
                """
                (Not all processes could be identified, non-owned process info
                 will not be shown, you would have to be root to see it all.)
                Active Internet connections (only servers)
                Proto Recv-Q Send-Q Local Address           Foreign Address         State
                tcp6       0      0 :::80                   :::*                    LISTEN
                """
            })
    void readsRowsThatGrepLeftAndRemarks(String text) {
        assertEquals(1, Texts.read(format, text, null).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Active connections are counted below",
                "tcp   LISTEN 0      64                      0.0.0.0:22        0.0.0.0:*",
                "tcp        0      0 is what it showed",
                "tcp4       0      0  *.22                   *.*                    LISTEN",
                "Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)"
            })
    void leavesOtherTextsAlone(String text) {
        assertEquals(Format.NO, format.recognise(Texts.lines(text), null));
    }

    @Test
    void printsWhatNetstatPrinted() {
        for (String fixture : List.of("sockets/netstat-tuln.txt", "sockets/netstat-tn.txt")) {
            String text = Texts.fixture(fixture);
            assertEquals(text, Texts.print(format, Texts.read(format, text, null)));
        }
        String programs = Texts.fixture("sockets/netstat-tanp.txt");
        assertEquals(programs, Texts.print(format, Texts.read(format, programs, null)));
        assertTrue(programs.contains("python3        \n"));
    }

    @Property
    void printedIsReadAgain(@ForAll("sockets") List<Socket> sockets) {
        Texts.assertRoundTrip(format, sockets);
    }

    @Provide
    Arbitrary<List<Socket>> sockets() {
        return SocketArbitraries.families()
                .flatMap(family ->
                        Arbitraries.oneOf(listeners(family), Arbitraries.oneOf(connections(family), datagrams(family))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Arbitrary<Socket> listeners(Family family) {
        Endpoint any = Endpoint.of(IpAddress.any(family), null);
        return rows("tcp", family, Arbitraries.just("LISTEN").injectNull(0), Arbitraries.just(any));
    }

    private static Arbitrary<Socket> connections(Family family) {
        return rows("tcp", family, SocketArbitraries.connected().injectNull(0), SocketArbitraries.ends(family));
    }

    private static Arbitrary<Socket> datagrams(Family family) {
        Arbitrary<@Nullable String> states = Arbitraries.of("ESTABLISHED").injectNull(0.5);
        return rows("udp", family, states, SocketArbitraries.ends(family));
    }

    private static Arbitrary<Socket> rows(
            String protocol, Family family, Arbitrary<@Nullable String> states, Arbitrary<Endpoint> remotes) {
        return Combinators.combine(
                        states,
                        SocketArbitraries.queues(),
                        SocketArbitraries.queues(),
                        SocketArbitraries.ends(family),
                        remotes,
                        SocketArbitraries.users(false, false).list().ofMaxSize(1))
                .as((state, receive, send, local, remote, users) ->
                        new Socket(protocol, family, state, receive, send, local, remote, users));
    }
}
