package astray.transcript.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Socket;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SsFormatTest {
    private final SsFormat netid = SsFormat.withNetid();
    private final SsFormat single = SsFormat.oneProtocol();

    @Test
    void readsListenersWithTheirProcesses() {
        List<Fact> facts = Texts.read(netid, Texts.fixture("sockets/ss-tulnp.txt"), null);
        assertEquals(10, facts.size());
        assertEquals(
                new Socket(
                        "udp",
                        Family.INET,
                        "UNCONNECTED",
                        0L,
                        0L,
                        new Endpoint(IpAddress.of("0.0.0.0"), null, 67, null, "eth0"),
                        Endpoint.of(IpAddress.of("0.0.0.0"), null),
                        List.of(new Socket.User("python3", 6213L, null, "13"))),
                facts.getFirst());
        assertEquals(
                new Endpoint(IpAddress.of("fe80::5eff:fe10:1"), null, 546, null, "eth0"),
                ((Socket) facts.get(3)).local());
    }

    @Test
    void takesAStarForAnIpv6SocketThatServesBoth() {
        List<Fact> facts = Texts.read(single, Texts.fixture("sockets/ss-ltn.txt"), null);
        Socket both = (Socket) facts.get(3);
        assertEquals(Endpoint.of(null, 80), both.local());
        assertEquals(Family.INET6, both.family());
        assertEquals(64L, both.sendQueue());
        Socket only = (Socket) facts.get(2);
        assertEquals(Endpoint.of(IpAddress.of("::"), 22), only.local());
    }

    @Test
    void readsStatesInNetstatsWords() {
        List<Fact> facts = Texts.read(single, Texts.fixture("sockets/ss-tan.txt"), null);
        assertEquals("ESTABLISHED", ((Socket) facts.get(2)).state());
        assertEquals("CLOSE_WAIT", ((Socket) facts.get(6)).state());
        assertEquals(
                IpAddress.of("::ffff:10.20.0.1"),
                ((Socket) facts.get(8)).local().address());
    }

    @Test
    void goesPastDetailsAndSocketsOfOtherDomains() {
        assertEquals(
                4, Texts.read(single, Texts.fixture("sockets/ss-tin.txt"), null).size());
        List<Fact> all = Texts.read(netid, Texts.fixture("sockets/ss-anp.txt"), null);
        assertEquals("raw", ((Socket) all.getFirst()).protocol());
        assertEquals(
                10,
                Texts.read(netid, Texts.fixture("sockets/ss-tulnpe.txt"), null).size());
    }

    @Test
    void takesTheStateFromTheCommandWhereThereIsNoColumn() {
        Command command = new Command("ss -tn state established", List.of("ss", "-tn", "state", "established"), false);
        List<Fact> facts = Texts.read(single, Texts.fixture("sockets/ss-established.txt"), command);
        assertEquals("ESTABLISHED", ((Socket) facts.getFirst()).state());
        List<Fact> unnamed = Texts.read(single, Texts.fixture("sockets/ss-established.txt"), null);
        assertNull(((Socket) unnamed.getFirst()).state());
    }

    @Test
    void readsNamesOfServicesWithTheirPorts() {
        List<Fact> facts = Texts.read(single, Texts.fixture("sockets/ss-tl.txt"), null);
        assertEquals(new Endpoint(IpAddress.of("0.0.0.0"), null, 22, "ssh", null), ((Socket) facts.get(0)).local());
    }

    @Test
    void readsOldVersionsAndProcessesOnTheNextLine() {
        List<Fact> facts = Texts.read(single, """
                State      Recv-Q Send-Q        Local Address:Port          Peer Address:Port
                LISTEN     0      128                      :::22                      :::*      users:(("sshd",1120,4),("x",7,9))
                LISTEN     0      128                       *:22                       *:*
                 users:(("sshd",1120,3))
                """, null);
        Socket v6 = (Socket) facts.getFirst();
        assertEquals(Endpoint.of(IpAddress.of("::"), 22), v6.local());
        assertEquals(
                List.of(new Socket.User("sshd", 1120L, null, "4"), new Socket.User("x", 7L, null, "9")), v6.users());
        Socket v4 = (Socket) facts.getLast();
        assertNull(v4.family());
        assertEquals(List.of(new Socket.User("sshd", 1120L, null, "3")), v4.users());
    }

    @Test
    void readsARowThatGrepLeft() {
        List<Fact> facts = Texts.read(single, "LISTEN 0      511        127.0.0.1:6379       0.0.0.0:*", null);
        assertEquals(Endpoint.of(IpAddress.of("127.0.0.1"), 6379), ((Socket) facts.getFirst()).local());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "State of the art",
                "LISTEN to me",
                "tcp        0      0 0.0.0.0:22              0.0.0.0:*               LISTEN",
                "0 0 10.0.0.1:22 10.0.0.2:33",
                "udp is blocked"
            })
    void leavesOtherTextsAlone(String text) {
        assertEquals(Format.NO, netid.recognise(Texts.lines(text), null));
        assertEquals(Format.NO, single.recognise(Texts.lines(text), null));
    }

    @Test
    void printsWhatSsPrinted() {
        String listeners = Texts.fixture("sockets/ss-tulnp.txt");
        assertEquals(listeners, Texts.print(netid, Texts.read(netid, listeners, null)));
        for (String fixture : List.of("sockets/ss-tan.txt", "sockets/ss-ltn.txt", "sockets/ss-tl.txt")) {
            String text = Texts.fixture(fixture);
            assertEquals(text, Texts.print(single, Texts.read(single, text, null)));
        }
    }

    @Property
    void printedIsReadAgain(@ForAll("sockets") List<Socket> sockets) {
        Texts.assertRoundTrip(netid, sockets);
    }

    @Property
    void printedWithoutProtocolIsReadAgain(@ForAll("tcpSockets") List<Socket> sockets) {
        Texts.assertRoundTrip(single, sockets);
    }

    @Provide
    Arbitrary<List<Socket>> sockets() {
        return SocketArbitraries.families()
                .flatMap(family -> Arbitraries.oneOf(
                        rows("tcp", family, tcpStates()),
                        rows("udp", family, Arbitraries.of("UNCONNECTED", "ESTABLISHED")),
                        rows("raw", family, Arbitraries.just("UNCONNECTED"))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<List<Socket>> tcpSockets() {
        return SocketArbitraries.families()
                .flatMap(family -> rows("tcp", family, tcpStates()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Arbitrary<String> tcpStates() {
        return Arbitraries.oneOf(SocketArbitraries.connected(), Arbitraries.just("LISTEN"));
    }

    private static Arbitrary<Socket> rows(String protocol, Family family, Arbitrary<String> states) {
        Arbitrary<Endpoint> locals = Combinators.combine(
                        SocketArbitraries.addresses(family),
                        SocketArbitraries.ports(),
                        Arbitraries.of("eth0", "br-b1a37228308c").injectNull(0.7))
                .as((address, port, zone) -> new Endpoint(address, null, port.port(), port.service(), zone));
        Arbitrary<Endpoint> both = SocketArbitraries.ports();
        return Combinators.combine(
                        states,
                        SocketArbitraries.queues(),
                        SocketArbitraries.queues(),
                        family == Family.INET6 ? Arbitraries.oneOf(locals, both) : locals,
                        SocketArbitraries.ends(family),
                        SocketArbitraries.users(false, true).list().ofMaxSize(3))
                .as((state, receive, send, local, remote, users) ->
                        new Socket(protocol, family, state, receive, send, local, remote, users));
    }
}
