package astray.transcript.nettools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BsdRouteFormatTest {
    private final BsdRouteFormat format = new BsdRouteFormat();

    private static Route route(
            Route.Type type,
            String prefix,
            String table,
            @Nullable String via,
            @Nullable String dev,
            @Nullable String by) {
        List<NextHop> hops = dev == null
                ? List.of()
                : List.of(new NextHop(via == null ? null : IpAddress.of(via), dev, 1, List.of()));
        return new Route(type, Prefix.of(prefix), table, hops, null, 0, by, null);
    }

    @Test
    void readsMacos() {
        List<Fact> facts = Texts.read(format, Texts.fixture("nettools/netstat-macos.txt"), null);
        assertEquals(
                List.of(
                        route(Route.Type.UNICAST, "0.0.0.0/0", "main", "10.30.0.1", "en0", "static"),
                        route(Route.Type.UNICAST, "0.0.0.0/0", "ifscope", null, "bridge1", "static"),
                        route(Route.Type.UNICAST, "10.8.0.0/24", "main", "10.8.0.5", "utun4", "static"),
                        route(Route.Type.UNICAST, "10.8.0.5/32", "main", "10.8.0.6", "utun4", null),
                        route(Route.Type.UNICAST, "10.30.0.0/22", "main", null, "en0", "static"),
                        route(Route.Type.UNICAST, "10.30.0.1/32", "main", null, "en0", "static"),
                        new Neighbour(
                                IpAddress.of("10.30.0.1"),
                                "en0",
                                "00:1c:73:00:00:99",
                                Neighbour.State.UNKNOWN,
                                List.of()),
                        route(Route.Type.UNICAST, "10.30.1.23/32", "main", null, "en0", "static"),
                        new Neighbour(IpAddress.of("10.30.2.44"), "en0", null, Neighbour.State.INCOMPLETE, List.of()),
                        route(Route.Type.UNICAST, "127.0.0.0/8", "main", "127.0.0.1", "lo0", "static")),
                facts.subList(0, 10));
        assertTrue(facts.contains(route(Route.Type.BLACKHOLE, "192.168.64.0/20", "main", null, null, "static")));
        assertTrue(facts.contains(route(Route.Type.MULTICAST, "224.0.0.0/4", "main", null, "en0", "static")));
        assertTrue(facts.contains(route(Route.Type.UNICAST, "169.254.0.0/16", "main", null, "en0", "static")));
        assertTrue(facts.contains(route(Route.Type.UNICAST, "::/0", "main", "fe80::21c:73ff:fe00:99", "en0", null)));
        assertTrue(facts.contains(route(Route.Type.LOCAL, "2001:db8:30::17/128", "local", null, "lo0", null)));
        assertTrue(facts.contains(new Neighbour(
                IpAddress.of("fe80::21c:73ff:fe00:99"),
                "en0",
                "00:1c:73:00:00:99",
                Neighbour.State.UNKNOWN,
                List.of())));
    }

    @Test
    void readsFreebsd() {
        assertEquals(
                List.of(
                        route(Route.Type.UNICAST, "0.0.0.0/0", "main", "10.40.0.1", "em0", "static"),
                        route(Route.Type.UNICAST, "10.40.0.0/24", "main", null, "em0", null),
                        route(Route.Type.UNICAST, "10.40.0.9/32", "main", null, "lo0", "static"),
                        route(Route.Type.UNREACHABLE, "10.90.0.0/16", "main", null, null, "static")),
                Texts.read(format, Texts.fixture("nettools/netstat-freebsd.txt"), null));
    }

    @Test
    void readsRowsThatAFilterLeft() {
        assertEquals(
                List.of(route(Route.Type.UNICAST, "0.0.0.0/0", "main", "192.168.1.1", "en0", "static")),
                Texts.read(format, "default            192.168.1.1        UGScg                 en0\n", null));
    }

    @Test
    void leavesProseAlone() {
        for (String text :
                List.of("default is fine", "default 10.0.0.1 Up now", "127 of 128 done", "Internet: works")) {
            assertEquals(Format.NO, format.recognise(Texts.lines(text), null), text);
        }
    }

    @Property(tries = 100)
    void isReadAgain(@ForAll("inet") List<Fact> inet, @ForAll("inet6") List<Fact> inet6) {
        List<Fact> facts = new ArrayList<>(inet);
        facts.addAll(inet6);
        Texts.assertRoundTrip(format, facts);
    }

    @Provide
    Arbitrary<List<Fact>> inet() {
        return facts(Family.INET, Arbitraries.integers().between(1, 0x60000000).map(IpAddress::v4));
    }

    @Provide
    Arbitrary<List<Fact>> inet6() {
        return facts(Family.INET6, Arbitraries.longs().map(low -> new IpAddress(Family.INET6, 0x20010db8L << 32, low)));
    }

    private static Arbitrary<List<Fact>> facts(Family family, Arbitrary<IpAddress> ips) {
        Arbitrary<Fact> routes = Combinators.combine(
                        ips,
                        Arbitraries.integers().between(0, family.bits()),
                        ips.injectNull(0.4),
                        Arbitraries.of("en0", "utun4"),
                        Arbitraries.of(Route.Type.UNICAST, Route.Type.UNREACHABLE, Route.Type.BLACKHOLE),
                        Arbitraries.of("main", BsdRow.SCOPED),
                        Arbitraries.of("static", "redirect").injectNull(0.4))
                .as((ip, length, via, dev, type, table, protocol) -> new Route(
                        type,
                        length == 0 ? Prefix.all(family) : new Prefix(ip, length),
                        table,
                        type.discards() ? List.of() : List.of(new NextHop(via, dev, 1, List.of())),
                        null,
                        0,
                        protocol,
                        null));
        Arbitrary<Fact> neighbours = Combinators.combine(
                        ips, Arbitraries.of("3c:22:fb:01:02:00").injectNull(0.4))
                .as((ip, lladdr) -> new Neighbour(
                        ip,
                        "en0",
                        lladdr,
                        lladdr == null ? Neighbour.State.INCOMPLETE : Neighbour.State.UNKNOWN,
                        List.of()));
        return Arbitraries.oneOf(routes, neighbours).list().ofMaxSize(6);
    }
}
