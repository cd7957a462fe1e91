package astray.diagnosis.walk;

import astray.diagnosis.Direction;
import astray.diagnosis.model.Decision;
import astray.diagnosis.model.Flow;
import astray.diagnosis.model.Grounds;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.model.Routing;
import astray.diagnosis.wire.Asking;
import astray.diagnosis.wire.Wire;
import astray.facts.ConnectAttempt;
import astray.facts.Family;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Observation;
import astray.facts.Ping;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.facts.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One host sending a packet to a destination: the request at the asker, or the reply at the target. */
public final class Leg {
    private final Direction direction;
    private final HostModel model;
    private final Wire wire;
    private final Flow flow;
    private final Routing routing;
    private final Fate fate;

    /** Walks the packet. */
    public Leg(Direction direction, HostModel model, Wire wire, Flow flow) {
        this(direction, model, wire, flow, new Routing(model), true);
    }

    private Leg(Direction direction, HostModel model, Wire wire, Flow flow, Routing routing, boolean asShown) {
        this.direction = direction;
        this.model = model;
        this.wire = wire;
        this.flow = flow;
        this.routing = asShown ? decided(routing) : routing;
        fate = walk(asShown);
    }

    /** The same walk in another routing: a counterfactual. */
    public Leg in(Routing otherRouting) {
        return new Leg(direction, model, wire, flow, otherRouting, false);
    }

    /** The same walk to another destination. */
    public Leg to(IpAddress destination) {
        Flow other = new Flow(
                flow.source(), destination, flow.iif(), flow.protocol(), flow.sourcePort(), flow.destinationPort());
        return new Leg(direction, model, wire, other, routing, true);
    }

    /** Where a rule looks at what nothing tells of the packet, the kernel's own answer may tell whether it matches. */
    private Routing decided(Routing plain) {
        Observation<RouteLookup> asked = lookup();
        if (asked == null || Agreement.holds(plain, flow, plain.decide(flow), asked.fact())) {
            return plain;
        }
        for (Grounds<Rule> rule : plain.depending(flow)) {
            Routing assuming = plain.assuming(rule.fact());
            if (Agreement.holds(assuming, flow, assuming.decide(flow), asked.fact())) {
                return assuming;
            }
        }
        return plain;
    }

    private Fate walk(boolean asShown) {
        if (vrf() != null) {
            return new Fate.Undecided(vrf());
        }
        Decision decision = routing.decide(flow);
        if (asShown && !(decision instanceof Decision.Found found && found.sure())) {
            Fate asked = kernelsAnswer(decision);
            if (asked != null) {
                return asked;
            }
        }
        return switch (decision) {
            case Decision.Found found -> follow(found);
            case Decision.RuleDiscards(var rule) -> new Fate.DiscardedByRule(rule);
            case Decision.NoRoute() -> new Fate.NoRoute(asShown ? complaint() : null);
            case Decision.Undecided(var table) ->
                Route.MAIN.equals(table) || Route.LOCAL.equals(table)
                        ? new Fate.ByUnseenDefault()
                        : new Fate.Undecided(table);
        };
    }

    private Fate follow(Decision.Found found) {
        Route route = found.route().fact();
        return switch (route.type()) {
            case LOCAL, ANYCAST -> new Fate.ToItself(found.route());
            case BLACKHOLE, UNREACHABLE, PROHIBIT -> new Fate.Discarded(found.route());
            case UNICAST, BROADCAST, MULTICAST, THROW, NAT -> {
                NextHop hop = hop(route);
                yield hop == null
                        ? new Fate.Undecided(route.table())
                        : sent(hop, found.route(), found.rule(), found.sure());
            }
        };
    }

    /**
     * The hop that a packet takes: of several that are equally good the one that the kernel chose, where it was asked;
     * else the first that is not dead.
     */
    private @Nullable NextHop hop(Route route) {
        Observation<RouteLookup> asked = route.nextHops().size() > 1 ? lookup() : null;
        Route kernels = asked == null ? null : asked.fact().route();
        NextHop first = null;
        for (NextHop hop : route.nextHops()) {
            if (hop.dev() == null || hop.flags().contains("dead")) {
                continue;
            }
            if (kernels != null && hop.dev().equals(kernels.dev()) && Objects.equals(hop.via(), kernels.via())) {
                return hop;
            }
            first = first == null ? hop : first;
        }
        return first;
    }

    private Fate sent(NextHop hop, Grounds<Route> route, @Nullable Grounds<Rule> rule, boolean sure) {
        String dev = Objects.requireNonNull(hop.dev());
        IpAddress nextHop = hop.via() == null ? flow.destination() : hop.via();
        Observation<Link> link = model.link(dev);
        if (model.isDown(dev)) {
            return new Fate.Sent(dev, nextHop, route, rule, sure, Fate.Exit.LINK_DOWN, link);
        }
        if (model.hasNoCarrier(dev)) {
            return new Fate.Sent(dev, nextHop, route, rule, sure, Fate.Exit.NO_CARRIER, link);
        }
        if (hop.flags().contains("linkdown")) {
            return new Fate.Sent(dev, nextHop, route, rule, sure, Fate.Exit.NO_CARRIER, route.shown());
        }
        Observation<Neighbour> neighbour = model.neighbour(nextHop, dev);
        if (neighbour != null && neighbour.fact().state().unanswered()) {
            return new Fate.Sent(dev, nextHop, route, rule, sure, Fate.Exit.NEIGHBOUR_SILENT, neighbour);
        }
        if (neighbour == null) {
            Observation<?> silent = silence(nextHop, dev);
            if (silent != null) {
                return new Fate.Sent(dev, nextHop, route, rule, sure, Fate.Exit.NEIGHBOUR_SILENT, silent);
            }
        }
        boolean open = neighbour != null
                && neighbour.fact().lladdr() != null
                && Boolean.TRUE.equals(link == null ? Boolean.TRUE : link.fact().carrier());
        return new Fate.Sent(dev, nextHop, route, rule, sure, open ? Fate.Exit.OPEN : Fate.Exit.NOT_SHOWN, neighbour);
    }

    private @Nullable Observation<?> silence(IpAddress nextHop, String dev) {
        for (Asking asking : wire.askings()) {
            if (!asking.answered()
                    && asking.about().equals(nextHop)
                    && (asking.dev() == null || asking.dev().equals(dev))) {
                return asking.requests().getFirst();
            }
        }
        return nextHop.equals(flow.destination()) ? wire.selfComplaint(nextHop) : null;
    }

    /** What {@code ip route get} said of this packet: rather of one from its source than of one from none. */
    public @Nullable Observation<RouteLookup> lookup() {
        Observation<RouteLookup> found = null;
        for (Observation<RouteLookup> seen : model.host().of(RouteLookup.class)) {
            RouteLookup lookup = seen.fact();
            if (lookup.iif() != null || !flow.destination().equals(lookup.destination())) {
                continue;
            }
            if (lookup.from() != null && lookup.from().equals(flow.source())) {
                return seen;
            }
            found = found == null && (lookup.from() == null || flow.source() == null) ? seen : found;
        }
        return found;
    }

    /** What {@code ip route get} said where the tables that were shown do not decide. */
    private @Nullable Fate kernelsAnswer(Decision decision) {
        Observation<RouteLookup> seen = lookup();
        if (seen == null) {
            Observation<?> complaint = decision instanceof Decision.Undecided ? complaint() : null;
            return complaint == null ? null : new Fate.NoRoute(complaint);
        }
        Route route = seen.fact().route();
        if (route == null) {
            return isNoRoute(seen.fact().error()) ? new Fate.NoRoute(seen) : null;
        }
        NextHop walked =
                decision instanceof Decision.Found found ? hop(found.route().fact()) : null;
        if (decision instanceof Decision.Found found
                && walked != null
                && route.dev() != null
                && route.dev().equals(walked.dev())) {
            // the model's own answer names the prefix, the kernel's confirms it
            return found.route().fact().type() == Route.Type.UNICAST
                    ? sent(walked, found.route(), found.rule(), true)
                    : null;
        }
        Grounds<Route> grounds = new Grounds<>(route, seen, false);
        if (route.type() == Route.Type.LOCAL) {
            return new Fate.ToItself(grounds);
        }
        NextHop hop = hop(route);
        return hop == null ? null : sent(hop, grounds, null, true);
    }

    private static boolean isNoRoute(@Nullable String error) {
        return error != null && error.toLowerCase(Locale.ROOT).contains("network is unreachable");
    }

    /** A tool's own words, on this host, that there is no route to the destination. */
    private @Nullable Observation<?> complaint() {
        for (Observation<RouteLookup> seen : model.host().of(RouteLookup.class)) {
            if (isNoRoute(seen.fact().error())
                    && (seen.fact().destination() == null
                            || flow.destination().equals(seen.fact().destination()))) {
                return seen;
            }
        }
        for (Observation<ConnectAttempt> seen : model.host().of(ConnectAttempt.class)) {
            if (seen.fact().outcome() == ConnectAttempt.Outcome.NETWORK_UNREACHABLE
                    && flow.destination().equals(seen.fact().address())) {
                return seen;
            }
        }
        for (Observation<Ping> seen : model.host().of(Ping.class)) {
            Ping ping = seen.fact();
            boolean own = ping.errors().stream()
                    .anyMatch(e -> e.from() == null && e.text().contains("Network is unreachable"));
            if (own
                    && (flow.destination().equals(ping.address())
                            || ping.target().equals(flow.destination().toString()))) {
                return seen;
            }
        }
        return null;
    }

    /** Which way it is. */
    public Direction direction() {
        return direction;
    }

    /** The sending host's model. */
    public HostModel model() {
        return model;
    }

    /** The captures taken on the sending host. */
    public Wire wire() {
        return wire;
    }

    /** The packet. */
    public Flow flow() {
        return flow;
    }

    /** The routing that it was walked in. */
    public Routing routing() {
        return routing;
    }

    /** What becomes of it. */
    public Fate fate() {
        return fate;
    }

    /** The family of the packet. */
    public Family family() {
        return flow.destination().family();
    }

    /** The VRF that the packet's own source address lies in, whose tables are not followed; {@code null} for none. */
    public @Nullable String vrf() {
        Observation<Link> link = model.link(sourceDev());
        Observation<Link> master = link == null ? null : model.link(link.fact().master());
        return master != null && "vrf".equals(master.fact().kind())
                ? master.fact().name()
                : null;
    }

    /** The interface of the packet's own source address: where the other side's packets are expected to come in. */
    public @Nullable String sourceDev() {
        IpAddress source = flow.source();
        var held = source == null ? null : model.holding(source);
        if (held != null && !held.fact().dev().equals(HostModel.NOT_SHOWN)) {
            return held.fact().dev();
        }
        for (Grounds<Route> route : model.routes()) {
            if (source != null
                    && source.equals(route.fact().source())
                    && route.fact().dev() != null
                    && !"lo".equals(route.fact().dev())) {
                return route.fact().dev();
            }
        }
        return null;
    }

    /**
     * A packet of the destination's that was seen to come in. One to another of the host's addresses tells nothing of the
     * way on which packets to this one come.
     */
    public @Nullable Observation<Frame> arrival() {
        var arrival = wire.arrival(flow.destination());
        IpAddress to = arrival == null ? null : Wire.destinationOf(arrival.fact());
        boolean elsewhere =
                to != null && flow.source() != null && !to.equals(flow.source()) && model.holding(to) != null;
        return elsewhere ? null : arrival;
    }

    /** The interface by which packets of the destination were seen to come in, or else are expected to. */
    public @Nullable String arrivalDev() {
        var arrival = arrival();
        if (arrival != null && arrival.fact().dev() != null) {
            return arrival.fact().dev();
        }
        return sourceDev();
    }

    /** All that the host asked for on its links without an answer. */
    public List<Asking> unanswered() {
        return wire.askings().stream().filter(a -> !a.answered()).toList();
    }
}
