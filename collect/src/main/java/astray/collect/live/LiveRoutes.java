package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Coverage;
import astray.facts.Family;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.Families;
import astray.kernel.route.RouteFilter;
import astray.kernel.route.RouteHop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Routes of all tables. */
final class LiveRoutes {
    /** Above so many, only those are kept that matter to the question. */
    private static final int FEW = 20_000;

    /** {@code RTNH_F_} (linux/rtnetlink.h), in the order in which ip-route(8) names them. */
    private static final int[] BITS = {1, 4, 2, 8, 16, 32, 64};

    private static final String[] NAMES = {"dead", "onlink", "pervasive", "offload", "linkdown", "unresolved", "trap"};

    private LiveRoutes() {}

    /**
     * Reads them.
     *
     * @param matters which prefixes are kept however many routes there are
     */
    static List<Route> read(
            NetlinkSocket socket, Family family, Interfaces interfaces, Predicate<Prefix> matters, Ledger ledger)
            throws ErrnoException {
        Listing listing = socket.dump(RouteFilter.all(Families.number(family)).request());
        int count = 0;
        for (Message _ : listing) {
            count++;
        }
        Ledger.Block shown =
                ledger.block(family == Family.INET ? "ip route show table all" : "ip -6 route show table all");
        Quote quote = new Quote("ip route");
        List<Route> kept = new ArrayList<>();
        for (Message message : listing) {
            astray.kernel.route.Route route = astray.kernel.route.Route.of(message);
            Prefix prefix = route == null ? null : route.prefix();
            if (route == null || prefix == null || count > FEW && !matters(route, prefix, matters)) {
                continue;
            }
            Route fact = fact(route, prefix, interfaces);
            if (fact != null) {
                kept.add(fact);
                shown.add(fact, quote.of(fact));
            }
        }
        if (ledger.isWhole(listing, Gap.What.ROUTES, family == Family.INET ? "IPv4" : "IPv6")) {
            shown.whole(Coverage.Topic.ROUTES, family, "all");
        }
        return kept;
    }

    private static boolean matters(astray.kernel.route.Route route, Prefix prefix, Predicate<Prefix> matters) {
        // the kernel's own are few: one for each address
        return route.protocol() == 2 || matters.test(prefix);
    }

    static @Nullable Route fact(astray.kernel.route.Route route, Prefix prefix, Interfaces interfaces) {
        Route.Type type = type(route.type());
        if (type == null) {
            return null;
        }
        List<NextHop> hops = new ArrayList<>();
        if (route.isMultipath()) {
            for (RouteHop hop : route.hops()) {
                hops.add(new NextHop(hop.anyGateway(), interfaces.name(hop.oif()), hop.weight(), flags(hop.flags())));
            }
        } else if (route.hasOif() || route.anyGateway() != null) {
            hops.add(new NextHop(route.anyGateway(), interfaces.name(route.oif()), 1, flags(route.flags() & 0x7f)));
        }
        return new Route(
                type,
                prefix,
                table(route.table()),
                hops,
                route.preferredSource(),
                route.priority(),
                protocol(route.protocol()),
                scope(route.scope(), false));
    }

    private static Route.@Nullable Type type(int number) {
        return switch (number) {
            case astray.kernel.route.Route.UNICAST -> Route.Type.UNICAST;
            case astray.kernel.route.Route.LOCAL -> Route.Type.LOCAL;
            case astray.kernel.route.Route.BROADCAST -> Route.Type.BROADCAST;
            case astray.kernel.route.Route.ANYCAST -> Route.Type.ANYCAST;
            case astray.kernel.route.Route.MULTICAST -> Route.Type.MULTICAST;
            case astray.kernel.route.Route.BLACKHOLE -> Route.Type.BLACKHOLE;
            case astray.kernel.route.Route.UNREACHABLE -> Route.Type.UNREACHABLE;
            case astray.kernel.route.Route.PROHIBIT -> Route.Type.PROHIBIT;
            case astray.kernel.route.Route.THROW -> Route.Type.THROW;
            case astray.kernel.route.Route.NAT -> Route.Type.NAT;
            default -> null;
        };
    }

    static String table(long number) {
        if (number == astray.kernel.route.Route.TABLE_MAIN) {
            return Route.MAIN;
        }
        if (number == astray.kernel.route.Route.TABLE_LOCAL) {
            return Route.LOCAL;
        }
        return number == astray.kernel.route.Route.TABLE_DEFAULT ? "default" : Long.toString(number);
    }

    private static List<String> flags(int bits) {
        List<String> flags = new ArrayList<>();
        for (int i = 0; i < BITS.length; i++) {
            if ((bits & BITS[i]) != 0) {
                flags.add(NAMES[i]);
            }
        }
        return flags;
    }

    /** {@code RTPROT_} (linux/rtnetlink.h) in the words of /etc/iproute2/rt_protos; what ip-route(8) made has none. */
    private static @Nullable String protocol(int number) {
        return switch (number) {
            case 0, 3 -> null;
            case 1 -> "redirect";
            case 2 -> "kernel";
            case 4 -> "static";
            case 8 -> "gated";
            case 9 -> "ra";
            case 11 -> "zebra";
            case 12 -> "bird";
            case 15 -> "ntk";
            case 16 -> "dhcp";
            case 18 -> "keepalived";
            case 42 -> "babel";
            case 186 -> "bgp";
            case 187 -> "isis";
            case 188 -> "ospf";
            case 189 -> "rip";
            case 192 -> "eigrp";
            default -> Integer.toString(number);
        };
    }

    /** {@code RT_SCOPE_}; of a route the widest is not named. */
    static @Nullable String scope(int number, boolean always) {
        return switch (number) {
            case 0 -> always ? "global" : null;
            case 200 -> "site";
            case 253 -> "link";
            case 254 -> "host";
            case 255 -> "nowhere";
            default -> Integer.toString(number);
        };
    }
}
