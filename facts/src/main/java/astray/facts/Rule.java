package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * A policy routing rule (ip-rule(8)). A selector that is {@code null} matches everything.
 *
 * @param priority lower is asked first
 * @param not whether the selectors' outcome is turned round
 * @param family of which family's rules it is; {@code null} when the text does not tell
 * @param from the source prefix
 * @param to the destination prefix
 * @param mark the firewall mark with its mask as shown, such as {@code 0x1/0xff}
 * @param iif the incoming interface
 * @param oif the outgoing interface that the socket is bound to
 * @param protocol the IP protocol ({@code ipproto})
 * @param sourcePorts a port or range, as shown
 * @param destinationPorts a port or range, as shown
 * @param users a range of user ids, as shown
 * @param tos the type of service, as shown
 * @param l3mdev whether the table is the interface's VRF's
 * @param action what is done with a packet that matches
 * @param table the table to look in
 * @param suppressPrefixLength results with a prefix of at most this length are ignored
 * @param target the priority that a {@code goto} leads to
 */
public record Rule(
        long priority,
        boolean not,
        @Nullable Family family,
        @Nullable Prefix from,
        @Nullable Prefix to,
        @Nullable String mark,
        @Nullable String iif,
        @Nullable String oif,
        @Nullable String protocol,
        @Nullable String sourcePorts,
        @Nullable String destinationPorts,
        @Nullable String users,
        @Nullable String tos,
        boolean l3mdev,
        Action action,
        @Nullable String table,
        @Nullable Integer suppressPrefixLength,
        @Nullable Long target)
        implements Fact {

    /** What a rule does. */
    public enum Action {
        LOOKUP,
        BLACKHOLE,
        UNREACHABLE,
        PROHIBIT,
        GOTO,
        NOP,
        MASQUERADE;

        /** The word of ip-rule(8). */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A rule that selects by addresses alone and leads to a table. */
    public static Rule lookup(long priority, @Nullable Prefix from, @Nullable Prefix to, String table) {
        return new Rule(
                priority,
                false,
                null,
                from,
                to,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                Action.LOOKUP,
                table,
                null,
                null);
    }
}
