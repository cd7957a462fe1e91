package astray.transcript.nettools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
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

class RouteTableFormatTest {

    private static Route route(
            Route.Type type, String prefix, long metric, @Nullable String via, @Nullable String dev) {
        List<NextHop> hops = dev == null
                ? List.of()
                : List.of(new NextHop(via == null ? null : IpAddress.of(via), dev, 1, List.of()));
        return new Route(type, Prefix.of(prefix), "main", hops, null, metric, null, null);
    }

    private static final List<Route> EXPECTED = List.of(
            route(Route.Type.UNICAST, "0.0.0.0/0", 0, "10.20.0.1", "eth0"),
            route(Route.Type.UNICAST, "10.8.0.2/32", 0, null, "tun0"),
            route(Route.Type.UNICAST, "10.20.0.0/24", 0, null, "eth0"),
            route(Route.Type.BLACKHOLE, "10.61.0.0/16", 0, null, null),
            route(Route.Type.UNREACHABLE, "10.62.0.0/16", 0, null, null),
            route(Route.Type.UNICAST, "10.65.0.0/16", 0, "10.20.0.7", "eth0"),
            route(Route.Type.UNICAST, "10.66.0.0/16", 0, null, "eth0"),
            route(Route.Type.UNICAST, "10.67.0.0/16", 32, "10.99.99.1", "eth0"),
            route(Route.Type.UNICAST, "10.69.0.0/16", 0, "10.20.0.8", "eth0"),
            route(Route.Type.UNICAST, "10.70.0.0/16", 0, "10.20.0.8", "eth0"),
            route(Route.Type.UNICAST, "10.71.0.0/16", 0, "10.20.0.1", "eth0"),
            route(Route.Type.UNICAST, "172.17.0.0/16", 0, null, "docker0"),
            route(Route.Type.UNICAST, "192.168.64.0/20", 0, null, "br-b1a37228308c"));

    @Test
    void readsGatewaysMetricsAndRejects() {
        assertEquals(EXPECTED, Texts.read(RouteTableFormat.route(), Texts.fixture("nettools/route.txt"), null));
        assertEquals(
                EXPECTED, Texts.read(RouteTableFormat.route(), Texts.fixture("nettools/netstat-route-e.txt"), null));
    }

    @Test
    void takesNoSizeForAMetric() {
        List<Fact> routes = Texts.read(RouteTableFormat.netstat(), Texts.fixture("nettools/netstat-route.txt"), null);
        assertEquals(EXPECTED.size(), routes.size());
        assertTrue(routes.stream().allMatch(fact -> ((Route) fact).metric() == 0));
        assertEquals("eth0", ((Route) routes.get(10)).dev());
    }

    @Test
    void doesNotTakeACutNameForAnInterface() {
        List<Fact> routes = Texts.read(RouteTableFormat.route(), Texts.fixture("nettools/route-ee.txt"), null);
        assertEquals("eth0", ((Route) routes.getFirst()).dev());
        assertEquals(null, ((Route) routes.getLast()).dev());
    }

    @Test
    void readsRowsWithoutTheirHeader() {
        assertEquals(
                List.of(route(Route.Type.UNICAST, "0.0.0.0/0", 100, "10.5.1.1", "eth0")),
                Texts.read(
                        RouteTableFormat.route(),
                        "0.0.0.0         10.5.1.1        0.0.0.0         UG    100    0        0 eth0\n",
                        null));
    }

    @Test
    void readsADefaultThroughANamedGateway() {
        assertEquals(
                List.of(route(Route.Type.UNICAST, "0.0.0.0/0", 100, null, "wlan0")),
                Texts.read(RouteTableFormat.route(), """
                    Kernel IP routing table
                    Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
                    default         _gateway        0.0.0.0         UG    100    0        0 wlan0
                    office-net      fritz.box       255.255.255.0   UG    100    0        0 wlan0
                    """, null));
    }

    @Test
    void readsInet6() {
        List<Fact> routes = Texts.read(new RouteTable6Format(), Texts.fixture("nettools/route6.txt"), null);
        assertEquals(33, routes.size());
        assertTrue(routes.contains(route(Route.Type.UNICAST, "::/0", 1024, "2001:db8:20::1", "eth0")));
        assertTrue(routes.contains(route(Route.Type.UNREACHABLE, "::/0", 4294967295L, null, "lo")));
        assertTrue(routes.contains(new Route(
                Route.Type.LOCAL,
                Prefix.of("2001:db8:20::2/128"),
                "local",
                List.of(new NextHop(null, "eth0", 1, List.of())),
                null,
                0,
                null,
                null)));
        assertEquals(routes, Texts.read(new RouteTable6Format(), Texts.fixture("nettools/netstat-route6.txt"), null));
    }

    @Test
    void leavesOtherTablesAlone() {
        for (String text : List.of(
                "10.0.0.0 255.0.0.0 10.0.0.1 10.0.0.2 25",
                "0.0.0.0 0.0.0.0 0.0.0.0 UP 1 2 3 eth0",
                "tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN",
                "2001:db8::/32 is ours")) {
            for (Format format : NetToolsFormats.all()) {
                assertEquals(Format.NO, format.recognise(Texts.lines(text), null), text);
            }
        }
    }

    @Property(tries = 100)
    void routeIsReadAgain(@ForAll("inet") List<Route> routes) {
        Texts.assertRoundTrip(RouteTableFormat.route(), routes);
    }

    @Property(tries = 100)
    void netstatIsReadAgain(@ForAll("inet") List<Route> routes) {
        Texts.assertRoundTrip(
                RouteTableFormat.netstat(),
                routes.stream()
                        .map(r -> new Route(
                                r.type(), r.destination(), r.table(), r.nextHops(), null, 0, r.protocol(), null))
                        .toList());
    }

    @Property(tries = 100)
    void inet6IsReadAgain(@ForAll("inet6") List<Route> routes) {
        Texts.assertRoundTrip(new RouteTable6Format(), routes);
    }

    @Provide
    Arbitrary<List<Route>> inet() {
        return Combinators.combine(
                        Arbitraries.integers().map(IpAddress::v4),
                        Arbitraries.integers().between(0, 32),
                        Arbitraries.integers()
                                .map(IpAddress::v4)
                                .filter(ip -> !ip.isAny())
                                .injectNull(0.4),
                        Arbitraries.of("eth0", "br-b1a37228308c"),
                        Arbitraries.integers().between(0, 5000),
                        Arbitraries.of(Route.Type.UNICAST, Route.Type.UNREACHABLE, Route.Type.BLACKHOLE),
                        Arbitraries.of("redirect").injectNull(0.8))
                .as((ip, length, via, dev, metric, type, protocol) -> new Route(
                        type,
                        new Prefix(ip, length),
                        "main",
                        type.discards() ? List.of() : List.of(new NextHop(via, dev, 1, List.of())),
                        null,
                        metric,
                        type == Route.Type.UNREACHABLE ? null : protocol,
                        null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<Route>> inet6() {
        Arbitrary<IpAddress> ips = Arbitraries.longs().map(low -> new IpAddress(Family.INET6, 0x20010db8L << 32, low));
        return Combinators.combine(
                        ips,
                        Arbitraries.integers().between(1, 128),
                        ips.injectNull(0.4),
                        Arbitraries.of(0L, 256L, 1024L, 4294967295L),
                        Arbitraries.of(
                                Route.Type.UNICAST, Route.Type.UNREACHABLE, Route.Type.LOCAL, Route.Type.MULTICAST),
                        Arbitraries.of("ra").injectNull(0.5))
                .as((ip, length, via, metric, type, protocol) -> {
                    boolean local = type == Route.Type.LOCAL;
                    boolean multicast = type == Route.Type.MULTICAST;
                    IpAddress network = multicast ? IpAddress.of("ff00::") : ip;
                    return new Route(
                            type,
                            new Prefix(network, local ? 128 : multicast ? 8 : length),
                            local || multicast ? "local" : "main",
                            List.of(new NextHop(via, "eth0", 1, List.of())),
                            null,
                            metric,
                            type == Route.Type.UNICAST && via != null ? protocol : null,
                            null);
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
