package astray.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route (rtnetlink(7), RTM_NEWROUTE; ip-route(8)).
 *
 * @param type what becomes of a packet that it matches
 * @param destination which packets it matches
 * @param table the routing table, by name where it has one of the kernel's ({@code main}, {@code local},
 *     {@code default}), else as shown
 * @param nextHops the ways out, several in a multipath route; empty for a type that has none
 * @param source the preferred source address
 * @param metric the metric (priority), lower wins; 0 where none is shown
 * @param protocol who made it: {@code kernel}, {@code static}, {@code dhcp}, {@code ra}, …
 * @param scope {@code link}, {@code host}, {@code global}
 */
public record Route(
        Type type,
        Prefix destination,
        String table,
        List<NextHop> nextHops,
        @Nullable IpAddress source,
        long metric,
        @Nullable String protocol,
        @Nullable String scope)
        implements Fact {

    /** The name of the table that routes are in unless said otherwise. */
    public static final String MAIN = "main";

    /** The name of the table of the host's own addresses. */
    public static final String LOCAL = "local";

    /** The types of ip-route(8). */
    public enum Type {
        UNICAST,
        LOCAL,
        BROADCAST,
        MULTICAST,
        ANYCAST,
        BLACKHOLE,
        UNREACHABLE,
        PROHIBIT,
        THROW,
        NAT;

        /** The word of ip-route(8). */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /** Whether it ends the packet's way at once. */
        public boolean discards() {
            return this == BLACKHOLE || this == UNREACHABLE || this == PROHIBIT;
        }
    }

    /** Copies the list. */
    public Route {
        nextHops = List.copyOf(nextHops);
    }

    /** A route of the main table with one way out. */
    public static Route unicast(Prefix destination, @Nullable IpAddress via, @Nullable String dev) {
        return new Route(
                Type.UNICAST, destination, MAIN, List.of(new NextHop(via, dev, 1, List.of())), null, 0, null, null);
    }

    /** The first way out's interface, if any. */
    public @Nullable String dev() {
        return nextHops.isEmpty() ? null : nextHops.getFirst().dev();
    }

    /** The first way out's gateway, if any. */
    public @Nullable IpAddress via() {
        return nextHops.isEmpty() ? null : nextHops.getFirst().via();
    }

    /** Whether the first way out bears this flag. */
    public boolean flagged(String flag) {
        return !nextHops.isEmpty() && nextHops.getFirst().flags().contains(flag);
    }
}
