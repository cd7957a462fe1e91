package astray.transcript.iproute;

import astray.facts.Address;
import astray.facts.BridgePort;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.facts.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Facts as ip(8) shows them, drawn at random. */
final class IpFacts {
    private static final List<String> NAMES =
            List.of("lo", "eth0", "br-b1a37228308c", "veth4974272", "wg0", "enp3s0f0np0");

    private IpFacts() {}

    static Arbitrary<String> names() {
        return Arbitraries.of(NAMES);
    }

    static Arbitrary<IpAddress> inet() {
        return Arbitraries.integers().map(IpAddress::v4);
    }

    static Arbitrary<IpAddress> inet6() {
        return Combinators.combine(Arbitraries.of(0x20010db800000000L, 0xfe80000000000000L), Arbitraries.longs())
                .as((high, low) -> new IpAddress(Family.INET6, high, low));
    }

    static Arbitrary<IpAddress> ip(Family family) {
        return family == Family.INET ? inet() : inet6();
    }

    static Arbitrary<Prefix> prefix(Family family) {
        return Combinators.combine(ip(family), Arbitraries.integers().between(0, family.bits()))
                .as((address, length) -> length == 0 ? Prefix.all(family) : new Prefix(address, length));
    }

    static Arbitrary<String> macs() {
        return Arbitraries.of("02:42:69:12:87:eb", "52:54:00:00:20:02", "00:00:00:00:00:00");
    }

    /** Interfaces of distinct names, as the first and second line of {@code ip link} hold them. */
    static Arbitrary<List<Link>> links(boolean kinds) {
        Arbitrary<Link> link = Combinators.combine(
                        Arbitraries.integers().between(1, 99_999),
                        names(),
                        Arbitraries.of("if7", "eth0", "NONE").injectNull(0.5),
                        Arbitraries.of("UP", "LOWER_UP", "BROADCAST", "MULTICAST", "NO-CARRIER", "NOARP", "M-DOWN")
                                .list()
                                .uniqueElements()
                                .ofMinSize(1),
                        Arbitraries.integers().between(68, 65536).injectNull(0.1),
                        Arbitraries.of("noqueue", "mq", "fq_codel").injectNull(0.1),
                        Arbitraries.of("br-b1a37228308c", "bond0").injectNull(0.5),
                        Arbitraries.of("UP", "DOWN", "UNKNOWN", "LOWERLAYERDOWN")
                                .injectNull(0.1))
                .flatAs((index, name, peer, flags, mtu, qdisc, master, state) -> Combinators.combine(
                                Arbitraries.of("ether", "loopback", "none", "ipip")
                                        .injectNull(0.1),
                                macs(),
                                Arbitraries.of("bridge", "veth", "vxlan", "wireguard", "future")
                                        .injectNull(0.4))
                        .as((type, mac, kind) -> new Link(
                                index,
                                name,
                                peer,
                                flags,
                                mtu,
                                qdisc,
                                master,
                                state,
                                type,
                                type == null || type.equals("none") ? null : type.equals("ipip") ? "10.20.0.2" : mac,
                                kinds && type != null ? kind : null)));
        return link.list().uniqueElements(Link::name).ofMinSize(1).ofMaxSize(4);
    }

    static Arbitrary<Address> address(String dev) {
        return Combinators.combine(
                        Arbitraries.of(Family.class).flatMap(IpFacts::ip),
                        Arbitraries.integers().between(0, 32),
                        Arbitraries.of(true, false),
                        Arbitraries.of("global", "link", "host", "200"),
                        Arbitraries.of("dynamic", "secondary", "noprefixroute", "tentative", "dadfailed", "mngtmpaddr")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        Arbitraries.of("", ":1", ":web").injectNull(0.3))
                .as((ip, length, more, scope, flags, label) -> {
                    boolean inet = ip.family() == Family.INET;
                    return new Address(
                            dev,
                            ip,
                            length,
                            more ? ip.plus(1) : null,
                            more && inet ? ip.plus(2) : null,
                            scope,
                            label == null || !inet ? null : dev + label,
                            flags);
                });
    }

    /** Each interface, its addresses behind it. */
    static Arbitrary<List<Fact>> addressed(boolean kinds) {
        return links(kinds).flatMap(links -> {
            Arbitrary<List<Fact>> all = Arbitraries.just(List.of());
            for (Link link : links) {
                all = Combinators.combine(all, address(link.name()).list().ofMaxSize(3))
                        .as((before, addresses) -> {
                            List<Fact> facts = new ArrayList<>(before);
                            facts.add(link);
                            facts.addAll(addresses);
                            return facts;
                        });
            }
            return all;
        });
    }

    /** With the states of those that are ports of a bridge, as {@code -d} shows them. */
    static List<Fact> withPorts(List<? extends Fact> facts) {
        List<Fact> more = new ArrayList<>();
        for (Fact fact : facts) {
            more.add(fact);
            if (fact instanceof Link link
                    && link.master() != null
                    && link.master().startsWith("br")) {
                more.add(new BridgePort(link.name(), link.master(), "blocking"));
            }
        }
        return more;
    }

    /** What is left of them in {@code -br}. */
    static List<Fact> brief(List<? extends Fact> facts, boolean addresses) {
        List<Fact> brief = new ArrayList<>();
        for (Fact fact : facts) {
            if (fact instanceof Link l) {
                brief.add(new Link(
                        null,
                        l.name(),
                        l.peer(),
                        addresses ? List.of() : l.flags(),
                        null,
                        null,
                        null,
                        l.state() == null ? "UNKNOWN" : l.state(),
                        null,
                        addresses ? null : l.lladdr(),
                        null));
            } else if (fact instanceof Address a && addresses) {
                brief.add(new Address(a.dev(), a.address(), a.length(), a.peer(), null, null, null, List.of()));
            }
        }
        return brief;
    }

    static Arbitrary<Neighbour> neighbours() {
        return Combinators.combine(
                        Arbitraries.of(Family.class).flatMap(IpFacts::ip),
                        names(),
                        macs().injectNull(0.3),
                        Arbitraries.of(Neighbour.State.class),
                        Arbitraries.of("router", "proxy", "extern_learn").list().ofMaxSize(1))
                .as(Neighbour::new);
    }

    private static Arbitrary<NextHop> nextHops(Family family, boolean weighted) {
        Arbitrary<IpAddress> via = Arbitraries.oneOf(ip(family), ip(family), inet6());
        return Combinators.combine(
                        via.injectNull(0.3),
                        names(),
                        Arbitraries.integers().between(1, weighted ? 9 : 1),
                        Arbitraries.of("linkdown", "dead", "onlink", "offload")
                                .list()
                                .uniqueElements()
                                .ofMaxSize(2))
                .as(NextHop::new);
    }

    static Arbitrary<Route> route(Family family, Arbitrary<Prefix> destination, boolean single) {
        return Combinators.combine(
                        Arbitraries.of(Route.Type.class),
                        destination,
                        Arbitraries.of("main", "main", "local", "200", "default"),
                        Arbitraries.oneOf(
                                nextHops(family, false).list().ofSize(1),
                                nextHops(family, true).list().ofMinSize(1).ofMaxSize(single ? 1 : 3)),
                        ip(family).injectNull(0.5),
                        Arbitraries.of(0L, 100L, 1024L, 4294967295L),
                        Arbitraries.of("kernel", "static", "ra", "bird").injectNull(0.3),
                        Arbitraries.of("link", "host", "global").injectNull(0.3))
                .as((type, prefix, table, hops, source, metric, protocol, scope) -> {
                    // only IPv6 shows a device with a route that discards, and only it learns from routers
                    boolean none = family == Family.INET && (type.discards() || type == Route.Type.THROW);
                    boolean advertised = family == Family.INET && "ra".equals(protocol);
                    // an address alone on a line is anybody's, also when ways out follow it
                    boolean bare = hops.size() > 1 || hops.getFirst().weight() > 1;
                    String maker = advertised || bare && protocol == null ? "static" : protocol;
                    List<NextHop> ways = single
                            ? List.of(new NextHop(
                                    hops.getFirst().via(),
                                    hops.getFirst().dev(),
                                    1,
                                    hops.getFirst().flags()))
                            : hops;
                    return new Route(
                            // a host that is unreachable, and no word more, is prose
                            type,
                            prefix,
                            type == Route.Type.UNREACHABLE && !single ? "200" : table,
                            none ? List.of() : ways,
                            source,
                            metric,
                            maker,
                            scope);
                });
    }

    /** IPv4 before IPv6, as ip(8) lists them. */
    static Arbitrary<List<Route>> routes() {
        return Combinators.combine(
                        route(Family.INET, prefix(Family.INET), false)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(6),
                        route(Family.INET6, prefix(Family.INET6), false).list().ofMaxSize(6))
                .as((inet, inet6) -> {
                    List<Route> routes = new ArrayList<>(inet);
                    routes.addAll(inet6);
                    return routes;
                });
    }

    static Arbitrary<RouteLookup> lookups() {
        return Arbitraries.of(Family.class)
                .flatMap(family -> Combinators.combine(
                                route(family, ip(family).map(Prefix::host), true),
                                // the source :: stands for none
                                ip(family).filter(address -> !address.isAny()).injectNull(0.5),
                                names().injectNull(0.5))
                        .as((route, from, iif) ->
                                new RouteLookup(route.destination().address(), from, iif, route, null)));
    }

    static Arbitrary<RouteLookup> failures() {
        return Arbitraries.of("Network is unreachable", "No route to host", "Invalid argument", "Permission denied")
                .map(words -> new RouteLookup(null, null, null, null, words));
    }

    static Arbitrary<Rule> rules() {
        return Arbitraries.of(Family.class)
                .flatMap(family -> Combinators.combine(
                                Arbitraries.longs().between(0, 4294967295L),
                                Arbitraries.of(true, false),
                                prefix(family).injectNull(0.4),
                                prefix(family).injectNull(0.4),
                                Arbitraries.of("0x7", "0x1/0xff").injectNull(0.6),
                                names().injectNull(0.6),
                                Arbitraries.of(Rule.Action.class),
                                selectors())
                        .as((priority, not, from, to, mark, iif, action, more) -> {
                            boolean lookup = action == Rule.Action.LOOKUP;
                            boolean l3mdev = lookup && more.containsKey("l3mdev");
                            return new Rule(
                                    priority,
                                    not,
                                    from == null && to == null ? null : family,
                                    from,
                                    to,
                                    mark,
                                    iif,
                                    more.get("oif"),
                                    more.get("ipproto"),
                                    more.get("sport"),
                                    more.get("dport"),
                                    more.get("users"),
                                    more.get("tos"),
                                    l3mdev,
                                    action,
                                    lookup && !l3mdev ? "200" : null,
                                    more.containsKey("suppress") ? 0 : null,
                                    action == Rule.Action.GOTO ? Long.valueOf(32766) : null);
                        }));
    }

    private static Arbitrary<Map<String, String>> selectors() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("oif", "eth0");
        values.put("ipproto", "tcp");
        values.put("sport", "1000-2000");
        values.put("dport", "22");
        values.put("users", "1000-1999");
        values.put("tos", "0x10");
        values.put("l3mdev", "");
        values.put("suppress", "0");
        return Arbitraries.subsetOf(values.keySet()).map(names -> {
            Map<String, String> chosen = new LinkedHashMap<>(values);
            chosen.keySet().retainAll(names);
            return chosen;
        });
    }
}
