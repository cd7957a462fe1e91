package astray.diagnosis.model;

import astray.diagnosis.book.Host;
import astray.facts.Address;
import astray.facts.Counter;
import astray.facts.CounterChange;
import astray.facts.Coverage;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.Rule;
import astray.facts.Socket;
import astray.facts.Sysctl;
import astray.facts.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A host as its facts show it: links, addresses, rules, tables, neighbours, settings, sockets. What was not shown is
 * not assumed; the connected and local routes that the kernel makes for an address (ip-address(8)) stand in for a
 * table that was not shown, marked as implied.
 */
public final class HostModel {
    /** What stands for the interface of an address where the text did not show it. */
    public static final String NOT_SHOWN = "?";

    private static final int MOST_DIGITS = 9;

    private final Host host;
    private final Map<String, Observation<Link>> links = new LinkedHashMap<>();
    private final List<Observation<Address>> addresses;
    private final List<Observation<Neighbour>> neighbours;
    private final List<Grounds<Route>> routes = new ArrayList<>();
    private final List<Grounds<Rule>> rules = new ArrayList<>();
    private final Map<String, Observation<Sysctl>> sysctls = new LinkedHashMap<>();
    private final List<Observation<Coverage>> coverage;

    /** Builds the model out of all that was observed on the host. */
    public HostModel(Host host) {
        this.host = host;
        coverage = host.of(Coverage.class);
        addresses = host.of(Address.class);
        neighbours = host.of(Neighbour.class);
        for (Observation<Link> seen : host.of(Link.class)) {
            links.merge(seen.fact().name(), seen, HostModel::richer);
        }
        for (Observation<Sysctl> seen : host.of(Sysctl.class)) {
            sysctls.put(seen.fact().key(), seen);
        }
        fillRoutes();
        fillRules();
    }

    /** A listing with flags says more of a link than one without. */
    private static Observation<Link> richer(Observation<Link> one, Observation<Link> other) {
        return one.fact().flags().isEmpty()
                        || one.fact().kind() == null && other.fact().kind() != null
                ? other
                : one;
    }

    private void fillRoutes() {
        Map<Route, Grounds<Route>> distinct = new LinkedHashMap<>();
        for (Observation<Route> seen : host.of(Route.class)) {
            distinct.putIfAbsent(seen.fact(), new Grounds<>(seen.fact(), seen, false));
        }
        for (Observation<Address> seen : addresses) {
            Address address = seen.fact();
            Family family = address.address().family();
            if (address.dev().isEmpty()
                    || family == Family.INET && address.address().isAny()) {
                continue;
            }
            Route local = implied(Route.Type.LOCAL, Prefix.host(address.address()), Route.LOCAL, address);
            if (distinct.keySet().stream().noneMatch(r -> same(r, local))) {
                distinct.putIfAbsent(local, new Grounds<>(local, seen, true));
            }
            if (!shown(Coverage.Topic.ROUTES, family, Route.MAIN)
                    && !address.dev().equals(NOT_SHOWN)
                    && !address.flags().contains("noprefixroute")
                    && address.length() < family.bits()
                    && !isDown(address.dev())) {
                Route connected = implied(Route.Type.UNICAST, address.prefix(), Route.MAIN, address);
                if (distinct.keySet().stream().noneMatch(r -> same(r, connected))) {
                    distinct.putIfAbsent(connected, new Grounds<>(connected, seen, true));
                }
            }
        }
        routes.addAll(distinct.values());
    }

    private static boolean same(Route one, Route other) {
        return one.type() == other.type()
                && one.table().equals(other.table())
                && one.destination().equals(other.destination())
                && java.util.Objects.equals(one.dev(), other.dev());
    }

    private static Route implied(Route.Type type, Prefix destination, String table, Address address) {
        return new Route(
                type,
                destination,
                table,
                List.of(new NextHop(null, address.dev(), 1, List.of())),
                address.address(),
                0,
                "kernel",
                type == Route.Type.LOCAL ? "host" : "link");
    }

    private void fillRules() {
        List<Observation<Rule>> seen = host.of(Rule.class);
        for (Observation<Rule> rule : seen) {
            rules.add(new Grounds<>(rule.fact(), rule, false));
        }
        if (seen.isEmpty()) {
            // what every kernel starts with, ip-rule(8)
            rules.add(new Grounds<>(Rule.lookup(0, null, null, Route.LOCAL), null, true));
            rules.add(new Grounds<>(Rule.lookup(32766, null, null, Route.MAIN), null, true));
            rules.add(new Grounds<>(Rule.lookup(32767, null, null, "default"), null, true));
        }
        rules.sort((a, b) -> Long.compare(a.fact().priority(), b.fact().priority()));
    }

    /** The host. */
    public Host host() {
        return host;
    }

    /** A link by its kernel name. */
    public @Nullable Observation<Link> link(@Nullable String name) {
        return name == null ? null : links.get(name);
    }

    /** Its links. */
    public List<Observation<Link>> links() {
        return List.copyOf(links.values());
    }

    /** Its addresses as shown. */
    public List<Observation<Address>> addresses() {
        return addresses;
    }

    /** Its routes, shown and implied. */
    public List<Grounds<Route>> routes() {
        return routes;
    }

    /** Its rules by priority; the kernel's own three when none were shown. */
    public List<Grounds<Rule>> rules() {
        return rules;
    }

    /** Whether the rules were shown. */
    public boolean rulesShown() {
        return rules.stream().anyMatch(r -> !r.implied());
    }

    /** Its sockets. */
    public List<Observation<Socket>> sockets() {
        return host.of(Socket.class);
    }

    /** A kernel setting. */
    public @Nullable Observation<Sysctl> sysctl(String key) {
        return sysctls.get(key);
    }

    /** A numeric kernel setting, {@code null} when it was not shown. */
    public @Nullable Integer setting(String key) {
        Observation<Sysctl> seen = sysctls.get(key);
        if (seen == null) {
            return null;
        }
        String value = seen.fact().value().strip();
        if (value.isEmpty() || value.length() > MOST_DIGITS) {
            return null;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '0' || value.charAt(i) > '9') {
                return null;
            }
        }
        return Integer.valueOf(value);
    }

    /**
     * The setting of {@code net.ipv4.conf} that holds for an interface where the larger of the interface's and that
     * for {@code all} does: rp_filter, arp_ignore, arp_filter, accept_local, log_martians
     * (Documentation/networking/ip-sysctl).
     *
     * @return {@code null} while one of the two was not shown
     */
    public @Nullable Observation<Sysctl> larger(String dev, String name) {
        String all = "net.ipv4.conf.all." + name;
        String own = ofInterface("ipv4", dev, name);
        Integer ofAll = setting(all);
        Integer ofOwn = setting(own);
        if (ofAll == null || ofOwn == null) {
            return null;
        }
        return ofOwn >= ofAll ? sysctl(own) : sysctl(all);
    }

    /** The value of {@link #larger}. */
    public @Nullable Integer largerValue(String dev, String name) {
        Observation<Sysctl> seen = larger(dev, name);
        return seen == null ? null : setting(seen.fact().key());
    }

    /** The key of a setting of an interface; a dot in its name is shown as a slash, sysctl(8). */
    public static String ofInterface(String family, String dev, String name) {
        return "net." + family + ".conf." + dev.replace('.', '/') + "." + name;
    }

    /** That a counter moved while it was watched. */
    public @Nullable Observation<CounterChange> moved(String name) {
        for (Observation<CounterChange> seen : host.of(CounterChange.class)) {
            if (seen.fact().name().equals(name) && seen.fact().by() > 0) {
                return seen;
            }
        }
        return null;
    }

    /** Whether a counter was watched and stood still. */
    public boolean stoodStill(String name) {
        for (Observation<CounterChange> seen : host.of(CounterChange.class)) {
            if (seen.fact().name().equals(name)) {
                return seen.fact().by() == 0;
            }
        }
        return false;
    }

    /** A counter that is not zero. */
    public @Nullable Observation<Counter> counted(String name) {
        for (Observation<Counter> seen : host.of(Counter.class)) {
            if (seen.fact().name().equals(name) && seen.fact().value() > 0) {
                return seen;
            }
        }
        return null;
    }

    /** That the host was looked at while it ran; {@code null} where all that is known of it is a text. */
    public @Nullable Observation<Watch> watch() {
        List<Observation<Watch>> seen = host.of(Watch.class);
        return seen.isEmpty() ? null : seen.getFirst();
    }

    /** The address as it was shown on an interface; the listing that says most of it, since brief ones show no flags. */
    public @Nullable Observation<Address> holding(IpAddress address) {
        Observation<Address> found = null;
        for (Observation<Address> seen : addresses) {
            if (seen.fact().address().equals(address)
                    && (found == null
                            || seen.fact().flags().size() > found.fact().flags().size())) {
                found = seen;
            }
        }
        return found;
    }

    /** What the neighbour table says of an address on an interface; any interface if {@code null}. */
    public @Nullable Observation<Neighbour> neighbour(IpAddress address, @Nullable String dev) {
        Observation<Neighbour> found = null;
        for (Observation<Neighbour> seen : neighbours) {
            Neighbour neighbour = seen.fact();
            if (neighbour.address().equals(address)
                    && (dev == null || neighbour.dev() == null || dev.equals(neighbour.dev()))) {
                found = seen;
            }
        }
        return found;
    }

    /** Whether a link is known to be set down. */
    public boolean isDown(@Nullable String dev) {
        Observation<Link> link = link(dev);
        return link != null && Boolean.FALSE.equals(link.fact().adminUp());
    }

    /** Whether a link is known to be up without a carrier. */
    public boolean hasNoCarrier(@Nullable String dev) {
        Observation<Link> link = link(dev);
        return link != null && !isDown(dev) && Boolean.FALSE.equals(link.fact().carrier());
    }

    /** Whether all of a topic was shown, for a family and, where it has parts, for one of them (a table). */
    public boolean shown(Coverage.Topic topic, @Nullable Family family, @Nullable String part) {
        for (Observation<Coverage> seen : coverage) {
            Coverage c = seen.fact();
            if (c.topic() == topic
                    && c.whole()
                    && (c.family() == null || family == null || c.family() == family)
                    && (c.selector() == null
                            || c.selector().equals("all")
                            || c.selector().equals(part))) {
                return true;
            }
        }
        return false;
    }

    /** What was shown of a topic, in whole or in part. */
    public List<Observation<Coverage>> coverageOf(Coverage.Topic topic) {
        return coverage.stream().filter(c -> c.fact().topic() == topic).toList();
    }
}
