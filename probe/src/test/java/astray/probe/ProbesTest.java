package astray.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.IpAddress;
import astray.kernel.Errno;
import astray.kernel.Namespace;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Against real hosts: a client, a router, and a host that forwards nothing on one switch; a server behind the router.
 * The router prohibits one network and has none to another; 10.0.0.9 is held twice.
 */
@Tag("lab")
@NeedsRoot
@NeedsTool("ip")
class ProbesTest {
    private static final IpAddress ROUTER = IpAddress.of("10.0.0.2");
    private static final IpAddress BYSTANDER = IpAddress.of("10.0.0.3");
    private static final IpAddress SERVER = IpAddress.of("10.0.1.1");
    private static final IpAddress SERVER_6 = IpAddress.of("fd00:1::1");
    private static final IpAddress PROHIBITED = IpAddress.of("10.9.8.1");

    private static Net net;

    @BeforeAll
    static void build() {
        net = new Net().host("sw").host("c").host("r").host("n").host("s");
        for (String host : List.of("c", "r", "n")) {
            net.wire(host, "e0", "sw", "p-" + host);
        }
        net.wire("r", "e1", "s", "e0");
        net.sh(
                "sw",
                "ip link add br0 type bridge; ip link set br0 up; for p in c r n; do ip link set dev p-$p master br0; done");
        net.sh("r", """
                sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1
                sysctl -qw net.ipv4.icmp_ratelimit=0 net.ipv6.icmp.ratelimit=0
                ip addr add 10.0.0.2/24 dev e0; ip addr add fd00::2/64 dev e0 nodad
                ip addr add 10.0.0.9/24 dev e0; ip addr add fd00::9/64 dev e0 nodad preferred_lft 0
                ip addr add 10.0.1.2/24 dev e1; ip addr add fd00:1::2/64 dev e1 nodad
                ip route add prohibit 10.9.8.0/24
                """);
        net.sh("n", """
                ip addr add 10.0.0.3/24 dev e0; ip addr add fd00::3/64 dev e0 nodad
                ip addr add 10.0.0.9/24 dev e0; ip addr add fd00::9/64 dev e0 nodad preferred_lft 0
                """);
        net.sh("s", """
                ip addr add 10.0.1.1/24 dev e0; ip addr add fd00:1::1/64 dev e0 nodad
                ip route add default via 10.0.1.2; ip route add default via fd00:1::2
                """);
        net.sh("c", """
                ip link set e0 address 02:00:00:00:00:0c
                ip addr add 10.0.0.1/24 dev e0; ip addr add fd00::1/64 dev e0 nodad
                ip addr add 10.7.7.7/32 dev lo
                ip route add default via 10.0.0.2; ip route add default via fd00::2
                ip route add 10.0.2.0/24 via 10.0.0.3
                ip route add blackhole 10.0.3.0/24; ip route add prohibit 10.0.4.0/24
                """);
    }

    @AfterAll
    static void takeAway() {
        net.close();
    }

    private static <T> T on(String host, Callable<T> action) throws IOException, InterruptedException {
        return new Namespace(net.file(host)).call(action);
    }

    private static ServerSocket serve(IpAddress at, int backlog) throws IOException, InterruptedException {
        return on("s", () -> {
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getByName(at.toString()), 0), backlog);
            return server;
        });
    }

    private static TcpReport connect(TcpAsk ask) throws IOException, InterruptedException {
        return on("c", () -> {
            Probes round = new Probes();
            Pending<TcpReport> pending = round.add(ask);
            round.run();
            return pending.report();
        });
    }

    private static TcpReport connect(IpAddress to, int port, long greetingMillis)
            throws IOException, InterruptedException {
        return connect(new TcpAsk(to, port, Egress.ANY, 4000, greetingMillis));
    }

    private static List<EchoReport> echo(EchoAsk... asks) throws IOException, InterruptedException {
        return on("c", () -> {
            Probes round = new Probes();
            List<Pending<EchoReport>> pending =
                    List.of(asks).stream().map(round::add).toList();
            round.run();
            return pending.stream().map(Pending::report).toList();
        });
    }

    private static NeighbourReport who(NeighbourAsk ask) throws IOException, InterruptedException {
        return on("c", () -> {
            Probes round = new Probes();
            Pending<NeighbourReport> pending = round.add(ask);
            round.run();
            return pending.report();
        });
    }

    private static String lladdr(String host) {
        String line =
                net.run(host, List.of("ip", "-o", "link", "show", "dev", "e0")).out();
        int at = line.indexOf("link/ether ") + "link/ether ".length();
        return line.substring(at, at + 17);
    }

    @Test
    void aServiceThatSpeaksIsHeard() throws Exception {
        for (IpAddress at : List.of(SERVER, SERVER_6)) {
            try (ServerSocket server = serve(at, 5)) {
                Thread.ofPlatform().daemon().start(() -> {
                    try (Socket accepted = server.accept()) {
                        accepted.getOutputStream().write("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII));
                        accepted.getInputStream().read();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
                TcpReport report = connect(at, server.getLocalPort(), 4000);
                assertEquals(Outcome.CONNECTED, report.outcome());
                assertEquals("SSH-2.0-x\r\n", report.greeting());
                assertEquals("SSH-2.0-x", report.fact("s").banner());
                assertNull(report.errno());
                assertEquals(at.equals(SERVER) ? IpAddress.of("10.0.0.1") : IpAddress.of("fd00::1"), report.source());
                assertTrue(report.micros() < 1_000_000);
            }
        }
    }

    @Test
    void aServiceThatSaysNothingIsSilentAndOneThatNobodyAwaitsIsConnected() throws Exception {
        try (ServerSocket server = serve(SERVER, 5)) {
            assertEquals(
                    Outcome.SILENT, connect(SERVER, server.getLocalPort(), 100).outcome());
            assertEquals(
                    Outcome.CONNECTED, connect(SERVER, server.getLocalPort(), 0).outcome());
        }
    }

    @Test
    void aServiceThatClosesAtOnceAndOneThatResetsAreToldApart() throws Exception {
        for (boolean reset : new boolean[] {false, true}) {
            try (ServerSocket server = serve(SERVER, 5)) {
                Thread.ofPlatform().daemon().start(() -> {
                    try (Socket accepted = server.accept()) {
                        accepted.setSoLinger(reset, 0);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                });
                TcpReport report = connect(SERVER, server.getLocalPort(), 4000);
                assertEquals(reset ? Outcome.RESET : Outcome.CLOSED, report.outcome());
                assertTrue(report.opened());
            }
        }
    }

    @Test
    void aClosedPortRefusesAndNoIcmpErrorIsBehindIt() throws Exception {
        TcpReport report = connect(SERVER, 1, 0);
        assertEquals(Outcome.REFUSED, report.outcome());
        assertEquals(Errno.ECONNREFUSED, report.errno());
        assertNull(report.icmp());
    }

    @Test
    void aListenerWithAFullQueueTimesOutWhileItsHostAnswersEchoes() throws Exception {
        try (ServerSocket server = serve(SERVER, 1)) {
            int port = server.getLocalPort();
            List<Outcome> outcomes = on("c", () -> {
                Socket[] held = new Socket[4];
                for (int i = 0; i < held.length; i++) {
                    held[i] = new Socket();
                    try {
                        held[i].connect(new InetSocketAddress("10.0.1.1", port), 200);
                    } catch (IOException full) {
                        break;
                    }
                }
                try {
                    return List.of(connect(new TcpAsk(SERVER, port, Egress.ANY, 300, 0))
                            .outcome());
                } finally {
                    for (Socket socket : held) {
                        if (socket != null) {
                            socket.close();
                        }
                    }
                }
            });
            assertEquals(List.of(Outcome.TIMED_OUT), outcomes);
            assertEquals(1, echo(EchoAsk.of(SERVER, 1)).getFirst().answered());
        }
    }

    @Test
    void theRouterThatProhibitsIsNamed() throws Exception {
        TcpReport report = connect(PROHIBITED, 80, 0);
        assertEquals(Outcome.NO_ROUTE_TO_HOST, report.outcome());
        assertNotNull(report.icmp());
        assertEquals(ROUTER, report.icmp().from());
        assertTrue(report.icmp().prohibited());
        assertEquals("Packet filtered", report.icmp().text());
        assertFalse(report.noNeighbour());
        assertEquals(ROUTER, report.fact("x").errorFrom());
    }

    @Test
    void aNeighbourThatDoesNotAnswerIsTheOwnHostsWord() throws Exception {
        TcpReport report = connect(IpAddress.of("10.0.0.77"), 80, 0);
        assertEquals(Outcome.NO_ROUTE_TO_HOST, report.outcome());
        assertTrue(report.noNeighbour());
    }

    @Test
    void routesThatDiscardOnTheOwnHostDecideAtOnce() throws Exception {
        assertEquals(
                Outcome.NETWORK_UNREACHABLE,
                connect(IpAddress.of("10.0.3.1"), 80, 0).outcome());
        assertEquals(
                Outcome.NOT_PERMITTED, connect(IpAddress.of("10.0.4.1"), 80, 0).outcome());
    }

    @Test
    void aSourceThatCannotBeAnsweredTimesOutAndAnotherGetsThrough() throws Exception {
        try (ServerSocket server = serve(SERVER, 5)) {
            int port = server.getLocalPort();
            Egress loopback = Egress.from(IpAddress.of("10.7.7.7"));
            Egress wire = Egress.from(IpAddress.of("10.0.0.1"));
            assertEquals(
                    Outcome.TIMED_OUT,
                    connect(new TcpAsk(SERVER, port, loopback, 300, 0)).outcome());
            assertEquals(
                    Outcome.CONNECTED,
                    connect(new TcpAsk(SERVER, port, wire, 4000, 0)).outcome());
            TcpReport foreign = connect(new TcpAsk(SERVER, port, Egress.from(BYSTANDER), 300, 0));
            assertNull(foreign.outcome());
            assertEquals(Errno.EADDRNOTAVAIL, foreign.errno());
            TcpReport nowhere = connect(new TcpAsk(SERVER, port, Egress.through("nosuch"), 300, 0));
            assertEquals(Errno.ENODEV, nowhere.errno());
        }
    }

    @Test
    void aRouterIsToldFromAHostThatForwardsNothing() throws Exception {
        List<EchoReport> reports = echo(
                EchoAsk.endingAt(SERVER, 1),
                EchoAsk.endingAt(IpAddress.of("10.0.2.1"), 1),
                EchoAsk.of(BYSTANDER, 1),
                EchoAsk.endingAt(SERVER_6, 1));
        assertEquals(ROUTER, reports.get(0).router());
        assertNull(reports.get(1).router());
        assertEquals(0, reports.get(1).replies().size());
        assertEquals(1, reports.get(2).answered());
        assertEquals(IpAddress.of("fd00::2"), reports.get(3).router());
        assertEquals("Time to live exceeded", reports.get(0).error().text());
    }

    @Test
    void echoesOfARisingTimeToLiveDrawThePath() throws Exception {
        List<EchoReport> reports =
                echo(EchoAsk.endingAt(SERVER, 1), EchoAsk.endingAt(SERVER, 2), EchoAsk.endingAt(SERVER, 3));
        var trace = EchoReport.trace("s", reports);
        assertEquals(2, trace.hops().size());
        assertEquals(ROUTER, trace.hops().getFirst().address());
        assertTrue(trace.reached());
        assertEquals(63, reports.get(2).replies().getFirst().hops());
    }

    @Test
    void echoWithoutAnyRouteSaysWhy() throws Exception {
        EchoReport report = echo(EchoAsk.of(IpAddress.of("10.0.4.1"), 3)).getFirst();
        assertEquals(0, report.sent());
        assertEquals(Errno.EACCES, report.errno());
        assertEquals("Permission denied", report.fact("x").errors().getFirst().text());
    }

    @Test
    void pathOfAProhibitedNetworkIsMarked() throws Exception {
        EchoReport report = echo(EchoAsk.endingAt(PROHIBITED, 9)).getFirst();
        assertEquals("!X", report.error().mark());
        assertEquals(0, report.answered());
    }

    @Test
    void everyHolderOfAnAddressAnswersWithItsLinkLayerAddress() throws Exception {
        for (String twice : List.of("10.0.0.9", "fd00::9")) {
            NeighbourReport both = who(NeighbourAsk.of("e0", IpAddress.of(twice), null));
            assertEquals(Set.of(lladdr("r"), lladdr("n")), Set.copyOf(both.lladdrs()), twice);
            assertNull(both.errno());
        }
        for (String once : List.of("10.0.0.2", "fd00::2")) {
            NeighbourReport one = who(NeighbourAsk.of("e0", IpAddress.of(once), null));
            assertEquals(List.of(lladdr("r")), one.lladdrs(), once);
            assertEquals(2, one.sent());
            assertEquals(3, one.facts().size());
        }
        NeighbourReport asked = who(NeighbourAsk.of("e0", ROUTER, IpAddress.of("10.0.0.1")));
        assertEquals(List.of(lladdr("r")), asked.lladdrs());
        NeighbourReport nobody = who(NeighbourAsk.of("e0", IpAddress.of("10.0.0.78"), null));
        assertEquals(List.of(), nobody.lladdrs());
        assertEquals(3, nobody.sent());
    }

    @Test
    void withoutPrivilegesRoutersAreStillHeardOfAndNeighboursAreNotAsked() throws Exception {
        on("c", () -> {
            Capabilities.drop();
            Probes round = new Probes();
            Pending<EchoReport> router = round.add(EchoAsk.endingAt(SERVER, 1));
            Pending<EchoReport> router6 = round.add(EchoAsk.endingAt(SERVER_6, 1));
            Pending<EchoReport> host = round.add(EchoAsk.of(BYSTANDER, 1));
            Pending<NeighbourReport> arp = round.add(NeighbourAsk.of("e0", ROUTER, null));
            Pending<NeighbourReport> nd = round.add(NeighbourAsk.of("e0", IpAddress.of("fd00::2"), null));
            Pending<TcpReport> tcp = round.add(new TcpAsk(SERVER, 1, Egress.from(IpAddress.of("10.0.0.1")), 4000, 0));
            round.run();
            assertEquals(EchoReport.Means.UDP, router.report().means());
            assertEquals(ROUTER, router.report().router());
            assertEquals(IpAddress.of("fd00::2"), router6.report().router());
            assertEquals(1, host.report().answered());
            assertEquals(Errno.EPERM, arp.report().errno());
            assertEquals(Errno.EPERM, nd.report().errno());
            assertEquals(Outcome.REFUSED, tcp.report().outcome());
            return null;
        });
    }

    @Test
    void theOwnAddressIsHeldByNobodyElse() throws Exception {
        assertEquals(
                List.of(),
                who(NeighbourAsk.of("e0", IpAddress.of("10.0.0.1"), null)).lladdrs());
    }

    @Test
    void linksWithoutLinkLayerAddressesAreNotAsked() throws Exception {
        assertEquals(
                Errno.EOPNOTSUPP,
                who(NeighbourAsk.of("lo", IpAddress.of("127.0.0.1"), null)).errno());
        assertEquals(Errno.ENODEV, who(NeighbourAsk.of("nosuch", ROUTER, null)).errno());
    }
}
