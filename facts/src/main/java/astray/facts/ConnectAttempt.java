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
 */
public record ConnectAttempt(
        String tool,
        @Nullable String target,
        @Nullable IpAddress address,
        @Nullable Integer port,
        Outcome outcome) implements Fact {

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
