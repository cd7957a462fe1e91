package astray.transcript.nettools;

import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of BSD's {@code netstat -rn} (netstat(1)). The table also holds what Linux keeps as neighbours: entries for
 * single hosts with link-layer flags.
 *
 * @param destination {@code null} for {@code default}
 * @param gateway as shown
 * @param flags as shown
 * @param dev the interface
 * @param expire the last column; {@code null} when there is none
 */
record BsdRow(
        @Nullable Prefix destination,
        String gateway,
        String flags,
        String dev,
        @Nullable String expire) {

    /** The table of routes that hold only for sockets bound to their interface (macOS, flag {@code I}). */
    static final String SCOPED = "ifscope";

    /** The letters of netstat(1) for routes. */
    private static final String FLAGS = "UGHSCcLWRBDMIigmbrlTXYyPw123";

    /** Reads a row; {@code null} for any other line. */
    static @Nullable BsdRow parse(String text) {
        Words words = new Words(text);
        String first = words.next();
        String gateway = words.next();
        String flags = words.next();
        if (first == null || gateway == null || flags == null || !isFlags(flags)) {
            return null;
        }
        Prefix destination = null;
        if (!first.equals("default")) {
            destination = prefix(first);
            if (destination == null) {
                return null;
            }
        }
        if (!isGateway(gateway)) {
            return null;
        }
        // reference counts, uses, MTU: as many numbers as the system likes
        String dev = words.next();
        while (dev != null && (dev.equals("-") || Numbers.parseLong(dev) != null)) {
            dev = words.next();
        }
        return dev == null || !isInterface(dev) ? null : new BsdRow(destination, gateway, flags, dev, words.next());
    }

    private static boolean isFlags(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (FLAGS.indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return word.charAt(0) == 'U';
    }

    /** {@code en0}, {@code vlan0.100}: the drivers' names and a number. */
    private static boolean isInterface(String word) {
        return Character.isLetter(word.charAt(0)) && Character.isDigit(word.charAt(word.length() - 1));
    }

    private static boolean isGateway(String word) {
        return word.startsWith("link#") || address(word) != null || LinkLayer.parse(word) != null;
    }

    private static @Nullable IpAddress address(String word) {
        int zone = word.indexOf('%');
        return IpAddress.parse(zone < 0 ? word : word.substring(0, zone));
    }

    /** {@code 10.8/24}, {@code 127}, {@code 169.254}, {@code fe80::%en0/64}, {@code fe80::1%en0}, {@code ::1}. */
    static @Nullable Prefix prefix(String word) {
        int zone = word.indexOf('%');
        String bare = word;
        if (zone >= 0) {
            int slash = word.indexOf('/', zone);
            bare = word.substring(0, zone) + (slash < 0 ? "" : word.substring(slash));
        }
        Prefix whole = Prefix.parse(bare);
        return whole != null ? whole : abbreviated(bare);
    }

    /** An IPv4 network without the zeros at its end; its length is that of the bytes shown unless said otherwise. */
    private static @Nullable Prefix abbreviated(String word) {
        int slash = word.indexOf('/');
        String shown = slash < 0 ? word : word.substring(0, slash);
        int bytes = 1;
        for (int i = 0; i < shown.length(); i++) {
            bytes += shown.charAt(i) == '.' ? 1 : 0;
        }
        if (bytes > 3) {
            return null;
        }
        IpAddress address = IpAddress.parse(shown + ".0".repeat(4 - bytes));
        Integer length = slash < 0 ? Integer.valueOf(8 * bytes) : Numbers.parseInt(word.substring(slash + 1));
        return address == null || length == null || length > 32 ? null : new Prefix(address, length);
    }

    private boolean has(char flag) {
        return flags.indexOf(flag) >= 0;
    }

    /** The family that it tells, if any. */
    @Nullable
    Family family() {
        if (destination != null) {
            return destination.family();
        }
        IpAddress via = address(gateway);
        return via == null ? null : via.family();
    }

    /** What the row says, or {@code null} for an entry that is neither a route nor a neighbour's. */
    @Nullable
    Fact fact(Family family) {
        boolean loopback = dev.startsWith("lo");
        if (destination != null && has('L') && has('H') && !loopback) {
            return has('m') || destination.address().isMulticast() ? null : neighbour(destination.address());
        }
        boolean own = loopback && has('L') && has('H');
        Route.Type type = own ? Route.Type.LOCAL : type();
        IpAddress via = own ? null : address(gateway);
        NextHop hop = new NextHop(via, dev, 1, List.of());
        String table = own ? Route.LOCAL : has('I') ? SCOPED : Route.MAIN;
        return new Route(
                type,
                destination != null ? destination : Prefix.all(family),
                table,
                type.discards() ? List.of() : List.of(hop),
                null,
                0,
                has('D') ? "redirect" : has('S') ? "static" : null,
                null);
    }

    private Route.Type type() {
        if (has('B')) {
            return Route.Type.BLACKHOLE;
        }
        if (has('R')) {
            return Route.Type.UNREACHABLE;
        }
        return destination != null && destination.address().isMulticast() ? Route.Type.MULTICAST : Route.Type.UNICAST;
    }

    private Neighbour neighbour(IpAddress address) {
        String lladdr = LinkLayer.parse(gateway);
        boolean asked = lladdr == null && "!".equals(expire);
        Neighbour.State state = asked ? Neighbour.State.INCOMPLETE : Neighbour.State.UNKNOWN;
        return new Neighbour(address, dev, lladdr, state, List.of());
    }
}
