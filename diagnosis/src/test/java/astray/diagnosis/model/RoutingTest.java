package astray.diagnosis.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.diagnosis.book.Casebook;
import astray.diagnosis.book.Cast;
import astray.facts.Coverage;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Observation;
import astray.facts.Origin;
import astray.facts.Prefix;
import astray.facts.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The walk's choice of a route against the plain definition: longest prefix, then lowest metric. */
class RoutingTest {

    @Property
    void choosesTheLongestPrefixAndThenTheLowestMetric(@ForAll("routes") List<Route> routes, @ForAll int destination) {
        IpAddress address = IpAddress.v4(destination & 0x0f00ff00 | 0x0a000000);
        Decision decision = new Routing(model(routes)).decide(new Flow(null, address, null, "tcp", null, 22));
        Optional<Route> expected = routes.stream()
                .filter(r -> r.destination().contains(address))
                .min(Comparator.<Route>comparingInt(r -> -r.destination().length())
                        .thenComparingLong(Route::metric));
        switch (decision) {
            case Decision.Found(var _, var route, var _) -> {
                assertEquals(expected.orElseThrow().destination(), route.fact().destination());
                assertEquals(expected.orElseThrow().metric(), route.fact().metric());
            }
            case Decision.NoRoute() -> assertEquals(Optional.empty(), expected);
            case Decision.RuleDiscards _, Decision.Undecided _ -> throw new AssertionError(decision);
        }
    }

    private static HostModel model(List<Route> routes) {
        List<Observation<?>> seen = new ArrayList<>();
        Origin origin = new Origin("h", "ip route", "test", 1, 1, "");
        for (Route route : routes) {
            seen.add(new Observation<>(route, origin));
        }
        seen.add(new Observation<>(new Coverage(Coverage.Topic.ROUTES, null, "all", true), origin));
        Cast cast = new Cast(new Casebook(seen));
        return new HostModel(cast.hosts().getFirst());
    }

    @Provide
    Arbitrary<List<Route>> routes() {
        Arbitrary<Prefix> prefixes = Combinators.combine(
                        Arbitraries.integers(), Arbitraries.integers().between(4, 32))
                .as((bits, length) -> new Prefix(IpAddress.v4(bits & 0x0f00ff00 | 0x0a000000), length));
        return Combinators.combine(prefixes, Arbitraries.longs().between(0, 3), Arbitraries.of("eth0", "eth1"))
                .as((prefix, metric, dev) -> new Route(
                        Route.Type.UNICAST,
                        prefix,
                        Route.MAIN,
                        List.of(new NextHop(null, dev, 1, List.of())),
                        null,
                        metric,
                        null,
                        null))
                .list()
                .ofMaxSize(30);
    }

    @Property
    void addressesAndPrefixesSurviveTheirText(@ForAll long high, @ForAll long low, @ForAll int bits) {
        IpAddress six = new IpAddress(Family.INET6, high, low);
        assertEquals(six, IpAddress.parse(six.toString()));
        IpAddress four = IpAddress.v4(bits);
        assertEquals(four, IpAddress.parse(four.toString()));
        Prefix prefix = new Prefix(six, Math.floorMod(bits, 129));
        assertEquals(prefix, Prefix.parse(prefix.toString()));
    }
}
