package astray.diagnosis.model;

import astray.facts.Coverage;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks a host's rules and tables the way Linux does (ip-rule(8), ip-route(8)): rules by priority; in a table the
 * longest prefix, then the lowest metric; a {@code throw} route goes on with the next rule.
 */
public final class Routing {
    private final HostModel model;
    private final Predicate<Route> withoutRoute;
    private final Predicate<Rule> withoutRule;
    private final @Nullable Rule assumed;
    private final Map<String, PrefixTable<Grounds<Route>>> tables = new HashMap<>();

    /** Routing as the model has it. */
    public Routing(HostModel model) {
        this(model, route -> false, rule -> false, null);
    }

    /** Routing with some routes and rules taken away, a counterfactual; or with a rule that is taken to match. */
    private Routing(
            HostModel model, Predicate<Route> withoutRoute, Predicate<Rule> withoutRule, @Nullable Rule assumed) {
        this.model = model;
        this.withoutRoute = withoutRoute;
        this.withoutRule = withoutRule;
        this.assumed = assumed;
        for (Grounds<Route> route : model.routes()) {
            if (!withoutRoute.test(route.fact())) {
                tables.computeIfAbsent(route.fact().table(), t -> new PrefixTable<>())
                        .add(route.fact().destination(), route);
            }
        }
    }

    /** The same without one route more. */
    public Routing without(Route route) {
        return new Routing(model, withoutRoute.or(route::equals), withoutRule, assumed);
    }

    /** The same without one rule more. */
    public Routing without(Rule rule) {
        return new Routing(model, withoutRoute, withoutRule.or(rule::equals), assumed);
    }

    /** The same, where the packets are such that a rule matches that {@linkplain #depends looks at} what nothing tells. */
    public Routing assuming(Rule rule) {
        return new Routing(model, withoutRoute, withoutRule, rule);
    }

    /** The rules of a running host that may match a packet and would lead it elsewhere, by what nothing tells of it. */
    public List<Grounds<Rule>> depending(Flow flow) {
        List<Grounds<Rule>> depending = new ArrayList<>();
        for (Grounds<Rule> grounds : model.watch() == null ? List.<Grounds<Rule>>of() : model.rules()) {
            Rule rule = grounds.fact();
            if (matches(rule, flow) && rule.action() == Rule.Action.LOOKUP && matters(rule, flow)) {
                // no rule behind the one that decides is asked
                break;
            }
            if (!withoutRule.test(rule) && !rule.equals(assumed) && depends(rule, flow) && matters(rule, flow)) {
                depending.add(grounds);
            }
        }
        return depending;
    }

    /**
     * What becomes of a packet. On a running host the kernel is asked too, so a rule that looks at what is not known here
     * leaves the decision to it: a mark, the user, the VRF.
     */
    public Decision decide(Flow flow) {
        boolean sure = true;
        String missing = null;
        long skipTo = -1;
        for (Grounds<Rule> grounds : model.rules()) {
            Rule rule = grounds.fact();
            if (withoutRule.test(rule) || rule.priority() < skipTo) {
                continue;
            }
            if (!rule.equals(assumed) && !matches(rule, flow)) {
                sure &= !(model.watch() != null && depends(rule, flow) && matters(rule, flow));
                continue;
            }
            switch (rule.action()) {
                case BLACKHOLE, UNREACHABLE, PROHIBIT -> {
                    return new Decision.RuleDiscards(grounds);
                }
                case GOTO -> skipTo = rule.target() == null ? skipTo : rule.target();
                case NOP, MASQUERADE -> {}
                case LOOKUP -> {
                    String table = rule.table() == null ? Route.MAIN : rule.table();
                    Grounds<Route> best = best(table, flow, rule.suppressPrefixLength());
                    boolean whole = isWhole(table, flow);
                    if (best != null && best.fact().type() != Route.Type.THROW) {
                        return new Decision.Found(grounds, best, sure && whole);
                    }
                    if (best == null && !whole) {
                        sure = false;
                        missing = missing == null ? table : missing;
                    }
                }
            }
        }
        return sure ? new Decision.NoRoute() : new Decision.Undecided(missing);
    }

    private boolean isWhole(String table, Flow flow) {
        return table.equals(Route.LOCAL)
                ? model.shown(Coverage.Topic.ADDRESSES, flow.destination().family(), null)
                        || model.shown(Coverage.Topic.ROUTES, flow.destination().family(), Route.LOCAL)
                        || model.shown(Coverage.Topic.ROUTES, flow.destination().family(), Route.MAIN)
                : table.equals("default")
                        || model.shown(Coverage.Topic.ROUTES, flow.destination().family(), table);
    }

    private @Nullable Grounds<Route> best(String table, Flow flow, @Nullable Integer suppressed) {
        PrefixTable<Grounds<Route>> routes = tables.get(table);
        if (routes == null) {
            return null;
        }
        Grounds<Route> best = null;
        for (Grounds<Route> candidate : routes.holding(flow.destination())) {
            Route route = candidate.fact();
            if (route.type() == Route.Type.BROADCAST || route.type() == Route.Type.MULTICAST || ignored(route)) {
                continue;
            }
            if (best != null
                    && route.destination().length() < best.fact().destination().length()) {
                break;
            }
            if (best == null || route.metric() < best.fact().metric()) {
                best = candidate;
            }
        }
        return best != null && suppressed != null && best.fact().destination().length() <= suppressed ? null : best;
    }

    /** Routes whose interface is set down are dead; those without carrier only where a setting says so. */
    private boolean ignored(Route route) {
        if (route.flagged("dead")) {
            return true;
        }
        String dev = route.dev();
        return dev != null
                && route.flagged("linkdown")
                && (Integer.valueOf(1).equals(model.setting("net.ipv4.conf." + dev + ".ignore_routes_with_linkdown"))
                        || Integer.valueOf(1).equals(model.setting("net.ipv4.conf.all.ignore_routes_with_linkdown")));
    }

    /** Whether a rule may match after all, by what nothing tells of the packet: its mark, its socket's user or VRF. */
    private static boolean depends(Rule rule, Flow flow) {
        boolean unknown = rule.mark() != null || rule.users() != null || rule.l3mdev() || rule.tos() != null;
        return unknown && !rule.not() && matches(plain(rule), flow);
    }

    /** The rule without what nothing tells of a packet. */
    private static Rule plain(Rule rule) {
        return new Rule(
                rule.priority(),
                rule.not(),
                rule.family(),
                rule.from(),
                rule.to(),
                null,
                rule.iif(),
                rule.oif(),
                rule.protocol(),
                rule.sourcePorts(),
                rule.destinationPorts(),
                null,
                null,
                false,
                rule.action(),
                rule.table(),
                rule.suppressPrefixLength(),
                rule.target());
    }

    /** Whether a rule would make any difference to a packet that it matches. */
    private boolean matters(Rule rule, Flow flow) {
        return rule.l3mdev()
                || rule.action() == Rule.Action.GOTO
                || rule.action() == Rule.Action.BLACKHOLE
                || rule.action() == Rule.Action.UNREACHABLE
                || rule.action() == Rule.Action.PROHIBIT
                || rule.action() == Rule.Action.LOOKUP
                        && best(rule.table() == null ? Route.MAIN : rule.table(), flow, rule.suppressPrefixLength())
                                != null;
    }

    private static boolean matches(Rule rule, Flow flow) {
        boolean selected = selects(rule.from(), flow.source())
                && selects(rule.to(), flow.destination())
                && (rule.family() == null || rule.family() == flow.destination().family())
                && (rule.iif() == null || rule.iif().equals(flow.iif() == null ? "lo" : flow.iif()))
                // nothing in a text tells of marks, bound sockets, users, VRFs: the plain packet has none
                && rule.oif() == null
                && (rule.mark() == null
                        || rule.mark().startsWith("0x0/")
                        || rule.mark().equals("0"))
                && !rule.l3mdev()
                && rule.users() == null
                && rule.tos() == null
                && holds(rule.sourcePorts(), flow.sourcePort())
                && (rule.protocol() == null || rule.protocol().equals(flow.protocol()))
                && holds(rule.destinationPorts(), flow.destinationPort());
        return selected != rule.not();
    }

    /** Whether a port is in a range as ip-rule(8) shows it, {@code 22} or {@code 22-25}. */
    private static boolean holds(@Nullable String range, @Nullable Integer port) {
        if (range == null) {
            return true;
        }
        int dash = range.indexOf('-');
        Integer first = number(dash < 0 ? range : range.substring(0, dash));
        Integer last = dash < 0 ? first : number(range.substring(dash + 1));
        return port != null && first != null && last != null && first <= port && port <= last;
    }

    private static @Nullable Integer number(String digits) {
        if (digits.isEmpty() || digits.length() > 5) {
            return null;
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return null;
            }
        }
        return Integer.valueOf(digits);
    }

    private static boolean selects(@Nullable Prefix selector, astray.facts.@Nullable IpAddress address) {
        return selector == null || selector.length() == 0 || address != null && selector.contains(address);
    }

    /** The routes of a table that hold an address, the best first; for showing what else there was. */
    public List<Grounds<Route>> holding(String table, astray.facts.IpAddress address) {
        PrefixTable<Grounds<Route>> routes = tables.get(table);
        return routes == null ? List.of() : routes.holding(address);
    }
}
