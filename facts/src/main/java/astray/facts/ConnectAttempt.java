package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * A try to open a connection, as a client such as ssh, nc, curl or telnet reported it.
 *
 * @param tool the client
 * @param target the target in the user's words; {@code null} when not shown
 * @param address the address it tried, where shown
 * @param port the port
 * @param outcome what became of it
 * @param source the own address that it was made from; {@code null} when not shown
 * @param banner the first words of the other side, free of control characters; {@code null} when none were shown
 * @param errorFrom who sent the ICMP error that ended it; {@code null} for none, or when not known
 */
public record ConnectAttempt(
        String tool,
        @Nullable String target,
        @Nullable IpAddress address,
        @Nullable Integer port,
        Outcome outcome,
        @Nullable IpAddress source,
        @Nullable String banner,
        @Nullable IpAddress errorFrom)
        implements Fact {

    /** A try of which no more than its outcome was shown. */
    public ConnectAttempt(
            String tool,
            @Nullable String target,
            @Nullable IpAddress address,
            @Nullable Integer port,
            Outcome outcome) {
        this(tool, target, address, port, outcome, null, null, null);
    }

    /** The ends that a try can have. */
    public enum Outcome {
        /** The connection opened. */
        CONNECTED,
        /** Nobody answered in time (ETIMEDOUT). */
        TIMED_OUT,
        /** A reset came back (ECONNREFUSED). */
        REFUSED,
        /** EHOSTUNREACH: no neighbour, or an ICMP error. */
        NO_ROUTE_TO_HOST,
        /** ENETUNREACH: no route on the own host, or an ICMP error. */
        NETWORK_UNREACHABLE,
        /** EACCES or EPERM: a local filter or a prohibit route. */
        NOT_PERMITTED,
        /** The connection opened and was reset. */
        RESET,
        /** The connection opened and was closed before a word. */
        CLOSED,
        /** The connection opened and nothing came. */
        SILENT,
        /** The name has no address. */
        NAME_UNRESOLVED
    }
}
