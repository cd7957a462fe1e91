package astray.diagnosis.cause;

import astray.facts.Address;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.Rule;

/** Facts in their tool's words, for saying what is taken away and for commands: every name is one word of a shell. */
final class InWords {
    private InWords() {}

    /** A route as {@code ip route} takes it. */
    static String of(Route route) {
        StringBuilder out = new StringBuilder();
        if (route.type() != Route.Type.UNICAST) {
            out.append(route.type().word()).append(' ');
        }
        out.append(destination(route));
        if (route.nextHops().size() == 1) {
            hop(out, route.nextHops().getFirst());
        } else {
            for (NextHop hop : route.nextHops()) {
                out.append(" nexthop");
                hop(out, hop);
            }
        }
        if (!route.table().equals(Route.MAIN)) {
            out.append(" table ").append(Shell.word(route.table()));
        }
        if (route.protocol() != null) {
            out.append(" proto ").append(Shell.word(route.protocol()));
        }
        if (route.scope() != null && route.scope().equals("link")) {
            out.append(" scope link");
        }
        if (route.source() != null) {
            out.append(" src ").append(route.source());
        }
        if (route.metric() != 0) {
            out.append(" metric ").append(route.metric());
        }
        return out.toString();
    }

    private static void hop(StringBuilder out, NextHop hop) {
        if (hop.via() != null) {
            out.append(" via ").append(hop.via());
        }
        if (hop.dev() != null) {
            out.append(" dev ").append(Shell.word(hop.dev()));
        }
    }

    /** A route's destination: {@code default} for the prefix that holds everything. */
    static String destination(Route route) {
        return route.destination().length() == 0
                ? "default"
                : route.destination().toString();
    }

    /** A rule as {@code ip rule} shows it. */
    static String of(Rule rule) {
        StringBuilder out = new StringBuilder().append(rule.priority()).append(':');
        out.append(rule.not() ? " not from " : " from ").append(rule.from() == null ? "all" : rule.from());
        if (rule.to() != null) {
            out.append(" to ").append(rule.to());
        }
        if (rule.iif() != null) {
            out.append(" iif ").append(Shell.word(rule.iif()));
        }
        out.append(' ').append(rule.action().word());
        if (rule.table() != null) {
            out.append(' ').append(Shell.word(rule.table()));
        }
        return out.toString();
    }

    /** The arguments with which {@code ip rule} adds or deletes the rule. */
    static String arguments(Rule rule) {
        StringBuilder out = new StringBuilder();
        if (rule.not()) {
            out.append("not ");
        }
        out.append("from ").append(rule.from() == null ? "all" : rule.from());
        if (rule.to() != null) {
            out.append(" to ").append(rule.to());
        }
        if (rule.iif() != null) {
            out.append(" iif ").append(Shell.word(rule.iif()));
        }
        if (rule.table() != null) {
            out.append(" lookup ").append(Shell.word(rule.table()));
        }
        return out.append(" priority ").append(rule.priority()).toString();
    }

    /** An address as {@code ip addr} takes it. */
    static String of(Address address) {
        return address.address() + "/" + address.length();
    }

    /** {@code ip} or {@code ip -6}, as the address family wants it. */
    static String ip(Family family) {
        return family == Family.INET ? "ip" : "ip -6";
    }

    /** A route for one address through a gateway, as {@code ip route} takes it. */
    static String hostRoute(IpAddress destination, IpAddress gateway, String dev, String table) {
        return Prefix.host(destination) + " via " + gateway + " dev " + Shell.word(dev)
                + (table.equals(Route.MAIN) ? "" : " table " + Shell.word(table));
    }
}
