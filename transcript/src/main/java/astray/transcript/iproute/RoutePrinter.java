package astray.transcript.iproute;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Routes in the words of ip-route(8). */
final class RoutePrinter {
    private RoutePrinter() {}

    /**
     * Prints a route, without its line end.
     *
     * @param type whether the type is printed also where it is the usual one ({@code -d})
     * @param joint what stands before each of several ways out
     */
    static void print(Route route, boolean type, String joint, Appendable out) throws IOException {
        if (type || route.type() != Route.Type.UNICAST) {
            out.append(route.type().word()).append(' ');
        }
        out.append(destination(route.destination())).append(' ');
        boolean several = isMultipath(route);
        if (!several && !route.nextHops().isEmpty()) {
            way(route, route.nextHops().getFirst(), out);
        }
        attributes(route, several ? List.of() : flags(route), null, out);
        if (several) {
            for (NextHop hop : route.nextHops()) {
                out.append(joint).append("nexthop ");
                way(route, hop, out);
                out.append("weight ").append(Integer.toString(hop.weight())).append(' ');
                for (String flag : hop.flags()) {
                    out.append(flag).append(' ');
                }
            }
        }
    }

    /** Whether its ways out stand on lines of their own. */
    static boolean isMultipath(Route route) {
        return route.nextHops().size() > 1
                || route.nextHops().size() == 1 && route.nextHops().getFirst().weight() != 1;
    }

    static List<String> flags(Route route) {
        return route.nextHops().isEmpty()
                ? List.of()
                : route.nextHops().getFirst().flags();
    }

    /** {@code default}, a bare address, or a prefix. */
    static String destination(Prefix prefix) {
        if (prefix.length() == 0) {
            return "default";
        }
        return prefix.length() == prefix.family().bits() ? prefix.address().toString() : prefix.toString();
    }

    /** {@code via 10.20.0.1 dev eth0}. */
    static void way(Route route, NextHop hop, Appendable out) throws IOException {
        IpAddress via = hop.via();
        if (via != null) {
            out.append("via ");
            if (via.family() != route.destination().family()) {
                out.append(via.family() == Family.INET6 ? "inet6 " : "inet ");
            }
            out.append(via.toString()).append(' ');
        }
        if (hop.dev() != null) {
            out.append("dev ").append(hop.dev()).append(' ');
        }
    }

    /** The words behind the way out; a lookup's source stands before the user's id. */
    static void attributes(Route route, List<String> flags, @Nullable String uid, Appendable out) throws IOException {
        boolean inet6 = route.destination().family() == Family.INET6;
        if (!route.table().equals(Route.MAIN) || RouteAssembler.impliesLocal(route.type())) {
            out.append("table ").append(route.table()).append(' ');
        }
        if (route.protocol() != null) {
            out.append("proto ").append(route.protocol()).append(' ');
        }
        if (route.scope() != null) {
            out.append("scope ").append(route.scope()).append(' ');
        }
        if (route.source() != null) {
            out.append("src ").append(route.source().toString()).append(' ');
        }
        if (route.metric() != 0 || inet6) {
            out.append("metric ").append(Long.toString(route.metric())).append(' ');
        }
        for (String flag : flags) {
            out.append(flag).append(' ');
        }
        if (inet6) {
            out.append("pref medium");
        } else if (uid != null) {
            out.append("uid ").append(uid).append(' ');
        }
    }
}
