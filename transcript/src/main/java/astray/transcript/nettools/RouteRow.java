package astray.transcript.nettools;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of net-tools' IPv4 routing table.
 *
 * @param destination which packets it matches; {@code null} where the row shows a name that only its own host knows
 * @param gateway as shown
 * @param flags as shown
 * @param number the fifth column: the metric or a size
 * @param iface the interface as shown
 */
record RouteRow(
        @Nullable Prefix destination,
        String gateway,
        String flags,
        @Nullable Long number,
        String iface) {
    private static final String FLAGS = "UGHRDMAC!";

    /** Reads a row; {@code null} for any other line. */
    static @Nullable RouteRow parse(String text) {
        Words words = new Words(text);
        String first = words.next();
        String gateway = words.next();
        String mask = words.next();
        String flags = words.next();
        String fifth = words.next();
        String sixth = words.next();
        String seventh = words.next();
        String iface = words.next();
        if (first == null || gateway == null || mask == null || flags == null || !isFlags(flags)) {
            return null;
        }
        IpAddress netmask = inet(mask);
        int length = netmask == null ? -1 : Prefix.lengthOfNetmask(netmask);
        if (length < 0 || !isCount(fifth) || !isCount(sixth) || !isCount(seventh) || iface == null) {
            return null;
        }
        IpAddress network = network(first);
        Prefix destination = network == null ? null : new Prefix(network, length);
        return new RouteRow(destination, gateway, flags, Numbers.parseLong(fifth), iface);
    }

    private static @Nullable IpAddress network(String word) {
        return switch (word) {
            case "default" -> IpAddress.any(Family.INET);
            // names of /etc/networks that route(8) shows without -n
            case "link-local" -> IpAddress.of("169.254.0.0");
            case "loopback" -> IpAddress.of("127.0.0.0");
            default -> inet(word);
        };
    }

    private static @Nullable IpAddress inet(String word) {
        IpAddress address = IpAddress.parse(word);
        return address != null && address.family() == Family.INET ? address : null;
    }

    private static boolean isCount(@Nullable String word) {
        return "-".equals(word) || Numbers.parseLong(word) != null;
    }

    private static boolean isFlags(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (FLAGS.indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return word.charAt(0) == 'U' || word.charAt(0) == '!';
    }

    /**
     * The route, or {@code null} for one to a name.
     *
     * @param metrics whether the number is a metric
     * @param wholeName whether the interface's name is there whole
     */
    @Nullable
    Route route(boolean metrics, boolean wholeName) {
        if (destination == null) {
            return null;
        }
        boolean rejected = flags.indexOf('!') >= 0;
        boolean nowhere = iface.equals("*") || iface.equals("-");
        Route.Type type = rejected ? Route.Type.UNREACHABLE : nowhere ? Route.Type.BLACKHOLE : Route.Type.UNICAST;
        // a gateway by name, or of IPv6, is not told; that there is a way out still is
        IpAddress via = inet(gateway);
        NextHop hop = new NextHop(via == null || via.isAny() ? null : via, wholeName ? iface : null, 1, List.of());
        return new Route(
                type,
                destination,
                Route.MAIN,
                type == Route.Type.UNICAST ? List.of(hop) : List.of(),
                null,
                metrics && number != null ? number : 0,
                flags.indexOf('D') >= 0 ? "redirect" : null,
                null);
    }
}
