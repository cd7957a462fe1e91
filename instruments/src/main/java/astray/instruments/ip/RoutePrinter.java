package astray.instruments.ip;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.route.CacheInfo;
import astray.kernel.route.Encap;
import astray.kernel.route.Families;
import astray.kernel.route.Route;
import astray.kernel.route.RouteHop;
import astray.kernel.route.Via;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Prints routes, but for what the selection tells already. */
final class RoutePrinter {
    private static final int BOOT = 3;

    /** Below this a mark is printed in decimal. */
    private static final int SMALL_MARK = 16;

    private final Session session;
    private final Printer printer;
    private final Names names;
    private final RouteSelection selection;
    private final boolean details;
    private int deviceIndex;
    private @Nullable String device;

    RoutePrinter(Session session, RouteSelection selection) {
        this.session = session;
        this.printer = session.printer();
        this.names = session.names();
        this.selection = selection;
        this.details = session.settings().details();
    }

    /** Prints the route of a message, if it is one, and one of the selection. */
    void print(Message message) throws IOException {
        Route route = Route.of(message);
        if (route != null && selection.takes(route)) {
            print(route);
        }
    }

    private void print(Route route) throws IOException {
        printer.openObject();
        if (route.deleted()) {
            printer.flag("deleted", "Deleted ");
        }
        if (route.type() != Route.UNICAST || details) {
            printer.string(
                    "type", RouteTypes.name(route.type(), session.settings().numeric()));
        }
        printDestination(route);
        printSource(route);
        printRewritten(route.family(), route.newDestination());
        Encap encap = route.encap();
        if (encap != null) {
            Encaps.print(session, encap);
        }
        if (route.tos() != 0 && !selection.tellsTos()) {
            printer.string("tos", "tos ", names.dsfield(route.tos()), " ");
        }
        long nexthop = route.nexthopId();
        if (nexthop != 0 || route.hasNexthopId()) {
            printer.number("nhid", "nhid ", nexthop);
        }
        printWay(route);
        printKind(route);
        printState(route);
        if (nexthop != 0 && details) {
            Nexthops.printInfo(session, nexthop);
        }
        if (route.isMultipath()) {
            printHops(route);
        }
        printer.end();
        printer.closeObject();
    }

    private void printDestination(Route route) {
        int length = route.destinationLength();
        int bits = AddressFamilies.bits(route.family());
        byte[] label = route.family() == Families.MPLS ? route.destinationBytes() : null;
        IpAddress address = label == null ? route.destination() : null;
        if (address != null) {
            prefix("dst", "", address, length, bits);
        } else if (label != null) {
            printer.string("dst", Labels.text(label) + (length == bits ? "" : "/" + length));
        } else {
            printer.string("dst", length == 0 ? "default" : "0/" + length + " ");
        }
    }

    private void printSource(Route route) {
        int length = route.sourceLength();
        int bits = AddressFamilies.bits(route.family());
        IpAddress address = route.source();
        if (address != null) {
            // the word is in the address's colour, too
            prefix("from", "from ", address, length, bits);
        } else if (length != 0) {
            printer.string("src", "from ", "0/" + length, " ");
        }
    }

    /** A prefix; an address alone by its name where names are asked for. */
    private void prefix(String key, String before, IpAddress address, int length, int bits) {
        if (length == bits) {
            host(key, before, address);
        } else if (address.family() == Family.INET) {
            printer.inet4(Colour.INET, key, before, (int) address.low(), length);
        } else {
            printer.string(Colour.INET6, key, before, Hosts.text(address) + "/" + length, " ");
        }
    }

    private void host(String key, IpAddress address) {
        host(key, "", address);
    }

    private void host(String key, String before, IpAddress address) {
        if (address.family() == Family.INET6) {
            printer.string(Colour.INET6, key, before, session.host(address), " ");
        } else if (session.settings().resolve()) {
            printer.string(Colour.INET, key, before, session.host(address), " ");
        } else {
            printer.inet4(Colour.INET, key, before, (int) address.low(), -1);
        }
    }

    /** The destination that a packet gets instead: an address, or for MPLS labels. */
    private void printRewritten(int family, byte @Nullable [] destination) {
        if (destination != null) {
            IpAddress address = family == Families.MPLS ? null : Attributes.address(destination);
            String text = address == null ? Labels.text(destination) : session.host(address);
            printer.string("to", "as to ", text, " ");
        }
    }

    private void printWay(Route route) throws IOException {
        int bits = AddressFamilies.bits(route.family());
        IpAddress gateway = route.gateway();
        if (gateway != null && !selection.tellsGateway(bits)) {
            printGateway(gateway);
        }
        Via via = route.via();
        if (via != null) {
            printVia(via);
        }
        if (route.hasOif() && !selection.tellsOif()) {
            printer.text("dev ");
            printer.string(Colour.INTERFACE, "dev", "", device(route.oif()), " ");
        }
    }

    /** The name of an interface; most routes follow one by the same. */
    private String device(int index) throws IOException {
        String name = device;
        if (name == null || index != deviceIndex) {
            name = session.links().name(index);
            device = name;
            deviceIndex = index;
        }
        return name;
    }

    private void printGateway(IpAddress gateway) {
        printer.text("via ");
        host("gateway", gateway);
    }

    private void printVia(Via via) {
        IpAddress address = Families.ip(via.family()) == null ? null : via.address();
        String family = AddressFamilies.word(via.family());
        printer.openObject("via");
        printer.string("family", "via ", family == null ? "???" : family, " ");
        printer.string(Colour.ofFamily(via.family()), "host", "", address == null ? "???" : session.host(address), " ");
        printer.closeObject();
    }

    private void printKind(Route route) throws IOException {
        long table = route.table();
        if (table != 0 && (table != Route.TABLE_MAIN || details) && !selection.tellsTable()) {
            printer.string("table", "table ", names.table(table), " ");
        }
        if ((route.flags() & Route.CLONED) == 0) {
            int protocol = route.protocol();
            if ((protocol != BOOT || details) && !selection.tellsProtocol()) {
                printer.string("protocol", "proto ", names.protocol(protocol), " ");
            }
            int scope = route.scope();
            if ((scope != Route.SCOPE_UNIVERSE || details) && !selection.tellsScope()) {
                printer.string("scope", "scope ", names.scope(scope), " ");
            }
        }
        IpAddress source = route.preferredSource();
        if (source != null && !selection.tellsPreferredSource(AddressFamilies.bits(route.family()))) {
            printer.text("src ");
            host("prefsrc", source);
        }
        if (route.hasPriority() && !selection.tellsMetric()) {
            printer.number("metric", "metric ", route.priority());
        }
    }

    private void printState(Route route) throws IOException {
        RouteFlags.print(printer, route.flags());
        Integer mark = route.mark();
        if (mark != null) {
            printMark(Integer.toUnsignedLong(mark));
        }
        if (route.hasRealms() && !selection.tellsRealms()) {
            Realms.print(session, route.realms());
        }
        Long uid = route.uid();
        if (uid != null) {
            printer.number("uid", "uid ", uid);
        }
        boolean inet = route.family() == Families.INET;
        if (inet && (route.flags() & Route.CLONED) != 0) {
            RouteFlags.printCache(printer, route.flags());
        }
        CacheInfo info = route.cacheInfo();
        if (info != null && (inet || route.family() == Families.INET6)) {
            printCacheInfo(info);
        }
        if (route.hasMetrics()) {
            RouteMetrics.print(printer, route.metrics());
        }
        if (route.hasIif() && !selection.tellsIif()) {
            printer.text("iif ");
            printer.string(Colour.INTERFACE, "iif", "", session.links().name(route.iif()), " ");
        }
        int preference = route.preference();
        if (preference >= 0) {
            printPreference(preference);
        }
        int propagation = route.ttlPropagation();
        if (propagation >= 0) {
            String word = propagation == 0 ? "disabled" : "enabled";
            // the original's spelling
            printer.string("ttl-propogate", "ttl-propogate ", word, "");
        }
    }

    private void printMark(long mark) {
        if (mark >= SMALL_MARK) {
            printer.hex("mark", "mark ", mark, " ");
        } else {
            printer.number("mark", "mark ", mark);
        }
    }

    /** The preference of a router (RFC 4191, section 2.1); a reserved one without its name, as there. */
    private void printPreference(int preference) {
        switch (preference) {
            case 0 -> printer.string("pref", "pref ", "medium", "");
            case 1 -> printer.string("pref", "pref ", "high", "");
            case 3 -> printer.string("pref", "pref ", "low", "");
            default -> printer.number("pref", "", preference, "");
        }
    }

    private void printCacheInfo(CacheInfo info) {
        if (info.expires() != 0) {
            printer.number("expires", "expires ", info.expires() / CacheInfo.HERTZ, "sec ");
        }
        if (info.error() != 0) {
            printer.number("error", "error ", Integer.toUnsignedLong(info.error()));
        }
        if (session.settings().statistics()) {
            if (info.users() != 0) {
                printer.number("users", "users ", info.users());
            }
            if (info.used() != 0) {
                printer.number("used", "used ", info.used());
            }
            if (info.lastUse() != 0) {
                printer.number("age", "age ", info.lastUse() / CacheInfo.HERTZ, "sec ");
            }
        }
        if (info.id() != 0) {
            printer.string("ipid", "ipid ", "0x" + padded(info.id()), " ");
        }
        if (info.timestamp() != 0 || info.timestampAge() != 0) {
            printer.hex("ts", "ts ", info.timestamp(), "");
            printer.number("tsage", "tsage ", info.timestampAge(), "sec ");
        }
    }

    private static String padded(long id) {
        String digits = Long.toHexString(id);
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    private void printHops(Route route) throws IOException {
        boolean tree = (route.flags() & Route.CLONED) != 0 && route.type() == Route.MULTICAST;
        boolean first = true;
        printer.openArray("nexthops");
        for (RouteHop hop : route.hops()) {
            printer.openObject();
            if (tree) {
                printer.text(first ? "Oifs: " : " ");
            } else {
                printer.line().text("\tnexthop ");
            }
            first = false;
            printHop(route, hop, tree);
            printer.closeObject();
        }
        printer.closeArray();
    }

    private void printHop(Route route, RouteHop hop, boolean tree) throws IOException {
        Encap encap = hop.encap();
        if (encap != null) {
            Encaps.print(session, encap);
        }
        printRewritten(route.family(), hop.newDestination());
        IpAddress gateway = hop.gateway();
        if (gateway != null) {
            printGateway(gateway);
        }
        Via via = hop.via();
        if (via != null) {
            printVia(via);
        }
        if (hop.hasRealms()) {
            Realms.print(session, hop.realms());
        }
        String name = session.links().name(hop.oif());
        if (tree) {
            printer.string("dev", "", name, "");
            if (hop.weight() != 2) {
                printer.number("ttl", "(ttl>", hop.weight() - 1, ")");
            }
            printer.text(" ");
        } else {
            printer.string("dev", "dev ", name, " ");
            if (route.family() != Families.MPLS) {
                printer.number("weight", "weight ", hop.weight());
            }
        }
        RouteFlags.print(printer, hop.flags());
    }
}
