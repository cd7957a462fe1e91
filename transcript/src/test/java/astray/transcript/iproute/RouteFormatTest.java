package astray.transcript.iproute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteFormatTest {

    private static NextHop hop(@Nullable String via, String dev, String... flags) {
        return new NextHop(via == null ? null : IpAddress.of(via), dev, 1, List.of(flags));
    }

    private static Command command(String text) {
        return new Command(text, List.of(text.split(" ")), false);
    }

    private static List<Fact> read(String text, @Nullable String command) {
        return Texts.read(RouteFormat.plain(), text, command == null ? null : command(command));
    }

    @Test
    void readsTheRouteThatCapturesTheReply() {
        List<Fact> routes = read(Texts.fixture("iproute/route.txt"), null);
        assertTrue(routes.contains(new Route(
                Route.Type.UNICAST,
                Prefix.of("192.168.64.0/20"),
                "main",
                List.of(hop(null, "br-b1a37228308c")),
                IpAddress.of("192.168.64.1"),
                0,
                "kernel",
                "link")));
        assertEquals(Route.unicast(Prefix.of("0.0.0.0/0"), IpAddress.of("10.20.0.1"), "eth0"), routes.getFirst());
    }

    @Test
    void readsMultipathForeignGatewaysAndFlags() {
        List<Fact> routes = read(Texts.fixture("iproute/route.txt"), "ip r");
        assertTrue(routes.contains(route(
                "10.65.0.0/16",
                List.of(
                        hop("10.20.0.7", "eth0"),
                        new NextHop(IpAddress.of("192.168.64.9"), "br-b1a37228308c", 3, List.of())))));
        assertTrue(routes.contains(route("10.66.0.0/16", List.of(hop("fe80::1", "eth0")))));
        assertTrue(routes.contains(new Route(
                Route.Type.UNICAST,
                Prefix.of("10.67.0.0/16"),
                "main",
                List.of(hop("10.99.99.1", "eth0", "onlink")),
                IpAddress.of("10.20.0.3"),
                32,
                "bird",
                null)));
        assertTrue(routes.contains(route("10.69.0.0/16", List.of(hop("10.20.0.8", "eth0")))));
        assertTrue(routes.contains(route("10.70.0.0/16", List.of(hop("10.20.0.8", "eth0"), hop("10.20.0.9", "eth0")))));
        assertTrue(routes.contains(route("10.71.0.0/16", List.of(hop("10.20.0.1", "eth0")))));
        assertTrue(routes.contains(
                new Route(Route.Type.BLACKHOLE, Prefix.of("10.61.0.0/16"), "main", List.of(), null, 0, null, null)));
        assertTrue(((Route) routes.get(routes.size() - 2)).flagged("linkdown"));
    }

    @Test
    void readsADefaultWithSeveralWaysOut() {
        assertEquals(
                List.of(route("0.0.0.0/0", List.of(hop("10.20.0.1", "eth0"), hop("10.21.0.1", "eth1", "linkdown")))),
                read("""
                    default\s
                    	nexthop via 10.20.0.1 dev eth0 weight 1\s
                    	nexthop via 10.21.0.1 dev eth1 weight 1 linkdown\s
                    """, null));
        assertEquals(Format.NO, RouteFormat.plain().recognise(Texts.lines("default\nvalues"), null));
    }

    private static Route route(String prefix, List<NextHop> hops) {
        return new Route(Route.Type.UNICAST, Prefix.of(prefix), "main", hops, null, 0, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"route-oneline.txt", "route-pretty.json", "route-details.txt"})
    void readsTheSameRoutesFromEveryForm(String fixture) {
        Format format = fixture.contains("json")
                ? RouteJsonFormat.routes()
                : fixture.contains("oneline") ? RouteFormat.oneline() : RouteFormat.plain();
        List<Fact> expected = read(Texts.fixture("iproute/route.txt"), null);
        List<Fact> facts = Texts.read(format, Texts.fixture("iproute/" + fixture), null);
        assertEquals(
                expected.stream().map(RouteFormatTest::essence).toList(),
                facts.stream().map(RouteFormatTest::essence).toList());
    }

    /** -d shows the protocol and scope also where they are the usual ones. */
    private static Object essence(Fact fact) {
        Route route = (Route) fact;
        return List.of(route.type(), route.destination(), route.table(), route.nextHops(), route.metric());
    }

    @Test
    void readsAllTablesAlikeFromTextAndJson() {
        List<Fact> routes = read(Texts.fixture("iproute/route-all.txt"), "ip route show table all");
        assertEquals(
                routes,
                Texts.read(
                        RouteJsonFormat.routes(),
                        Texts.fixture("iproute/route-all.json"),
                        command("ip -j route show table all")));
        assertEquals(routes, read(Texts.fixture("iproute/route-statistics.txt"), null));
        assertTrue(routes.contains(new Route(
                Route.Type.LOCAL,
                Prefix.of("10.20.0.2/32"),
                "local",
                List.of(hop(null, "eth0")),
                IpAddress.of("10.20.0.2"),
                0,
                "kernel",
                "host")));
        assertTrue(routes.contains(new Route(
                Route.Type.UNICAST,
                Prefix.all(Family.INET6),
                "200",
                List.of(hop("2001:db8:20::fe", "eth0")),
                null,
                1024,
                null,
                null)));
    }

    @Test
    void takesTheTableFromTheCommand() {
        assertEquals(
                "200",
                ((Route) read("default via 10.18.5.253 dev bond0\n", "ip route show table 200")
                                .getFirst())
                        .table());
        assertEquals(
                "200",
                ((Route) read("default via 10.18.5.253 dev bond0\n", "ip r l t 200")
                                .getFirst())
                        .table());
        assertEquals(
                "main",
                ((Route) read("default via 10.18.5.253 dev bond0\n", "ip r").getFirst()).table());
        List<Fact> local = read(Texts.fixture("iproute/route-local.txt"), "ip route show table local");
        assertTrue(local.stream().allMatch(fact -> ((Route) fact).table().equals("local")));
        assertEquals(local, read(Texts.fixture("iproute/route-local.txt"), null));
    }

    @Test
    void decidesTheFamilyOfADefaultByWhatStandsAroundIt() {
        assertEquals(List.of(Family.INET), families("default dev ppp0 scope link\n", null));
        assertEquals(List.of(Family.INET6), families("default dev ppp0 metric 1024\n", "ip -6 route"));
        assertEquals(List.of(Family.INET6), families("default dev ppp0 metric 1024 pref medium\n", null));
        assertEquals(
                List.of(Family.INET6, Family.INET6),
                families("default dev ppp0 metric 1024\nfe80::/64 dev ppp0 metric 256\n", null));
        assertEquals(
                List.of(Family.INET, Family.INET),
                families("10.0.0.0/8 dev ppp0\ndefault dev ppp0 metric 1024\n", null));
        assertEquals(List.of(Family.INET), families("default src 10.0.0.1 dev ppp0\n", null));
        assertEquals(List.of(Family.INET6), families("default via inet 10.0.0.1 dev ppp0 pref medium\n", null));
        assertEquals(List.of(Family.INET), families("default via inet6 fe80::1 dev ppp0\n", null));
        assertEquals(
                List.of(Family.INET6), families("unreachable default dev lo metric 4294967295 error -101\n", null));
    }

    private static List<Family> families(String text, @Nullable String command) {
        return read(text, command).stream()
                .map(fact -> ((Route) fact).destination().family())
                .toList();
    }

    @Test
    void readsTheTableThatIsNotThere() {
        assertEquals(
                List.of(),
                read("Error: ipv4: FIB table does not exist.\nDump terminated\n", "ip route show table 999"));
    }

    @Test
    void tellsJsonByItsOwnTextAndNotByWhatFollows() {
        String text = """
            [{"dst":"10.0.0.0/8","dev":"eth0","flags":[]}]
            [{"priority":0,"src":"all","table":"local"}]
            """;
        assertEquals(Format.CERTAIN, RouteJsonFormat.routes().recognise(Texts.lines(text), null));
        assertEquals(Format.NO, new RuleJsonFormat().recognise(Texts.lines(text), null));
        assertEquals(Format.NO, new NeighJsonFormat().recognise(Texts.lines(text), null));
    }

    @Test
    void readsAnEmptyAnswerWhenAskedForRoutes() {
        assertEquals(List.of(), Texts.read(RouteJsonFormat.routes(), "[ ]\n", command("ip -6 -j route")));
        assertEquals(Format.NO, RouteJsonFormat.routes().recognise(Texts.lines("[]"), null));
    }

    @Test
    void leavesOutRoutesForSomeSourcesOnly() {
        assertEquals(
                List.of(),
                read("default from 2001:db8:1::/48 via fe80::1 dev eth0 proto ra metric 512 pref medium\n", null));
    }

    @Test
    void readsARemarkBehindARoute() {
        assertEquals(
                List.of(Route.unicast(Prefix.of("0.0.0.0/0"), IpAddress.of("10.0.0.1"), "eth0")),
                read("default via 10.0.0.1 dev eth0  # office\n", "ip route"));
    }

    @Test
    void leavesNeighboursAndProseAlone() {
        for (String text : List.of(
                "10.18.5.254 dev bond0 lladdr 00:00:5e:00:01:12 REACHABLE",
                "10.18.5.253 dev bond0  FAILED",
                "default is 10.0.0.1",
                "unreachable 10.0.0.9",
                "10.0.0.0/8",
                "10.0.0.0/8 via the office router",
                "local 10.0.0.1 answers",
                "192.168.1.1 via 192.168.1.254 works")) {
            assertEquals(Format.NO, RouteFormat.plain().recognise(Texts.lines(text), null), text);
        }
        List<Fact> mixed =
                Texts.readAny(RouteFormat.plain(), "10.0.0.0/8 dev eth0\n10.0.0.9 dev eth0 FAILED\n", null, false);
        assertEquals(1, mixed.size());
    }

    @Property(tries = 200)
    void textIsReadAgain(@ForAll("routes") List<Route> routes) {
        Texts.assertRoundTrip(RouteFormat.plain(), routes);
        Texts.assertRoundTrip(RouteFormat.details(), routes);
        Texts.assertRoundTrip(RouteFormat.oneline(), routes);
    }

    @Property(tries = 200)
    void jsonIsReadAgain(@ForAll("routes") List<Route> routes) {
        Texts.assertRoundTrip(RouteJsonFormat.routes(), routes);
    }

    @Provide
    Arbitrary<List<Route>> routes() {
        return IpFacts.routes();
    }
}
