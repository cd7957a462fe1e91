package astray.probe;

import astray.facts.ConnectAttempt;
import astray.facts.IpAddress;
import astray.kernel.Errno;
import org.jspecify.annotations.Nullable;

/**
 * What came of a try to connect.
 *
 * @param ask the try
 * @param outcome how it ended; {@code null} when it could not even be tried, and {@code errno} says why: EADDRNOTAVAIL
 *     for a source that is no own address, ENODEV for an interface that is not there
 * @param errno the kernel's error; {@code null} when the connection opened, or when nothing was heard within the time
 *     that was asked for
 * @param icmp the ICMP error behind it; {@code null} for none. With REFUSED it tells a filter that rejects from a host
 *     that resets
 * @param source the own address that was used; {@code null} when none was chosen
 * @param sourcePort the own port; 0 when none was chosen
 * @param micros from the first packet until the connection opened or failed, in microseconds. From a second up, the
 *     first packet was lost
 * @param greeting the first bytes that came, as text in which anything may stand, at most
 *     {@value TcpAttempt#GREETING} bytes; empty for none
 * @param greetingMicros from when the connection opened until the greeting, the end or giving up, in microseconds
 */
public record TcpReport(
        TcpAsk ask,
        ConnectAttempt.@Nullable Outcome outcome,
        @Nullable Errno errno,
        @Nullable IcmpNotice icmp,
        @Nullable IpAddress source,
        int sourcePort,
        long micros,
        String greeting,
        long greetingMicros) {

    /** Whether the connection opened, whatever became of it then. */
    public boolean opened() {
        return outcome != null
                && switch (outcome) {
                    case CONNECTED, SILENT, CLOSED, RESET -> true;
                    case TIMED_OUT, REFUSED, NO_ROUTE_TO_HOST, NETWORK_UNREACHABLE, NOT_PERMITTED, NAME_UNRESOLVED ->
                        false;
                };
    }

    /** Whether this host's own kernel said that nobody is there: no neighbour answered ARP or ND. */
    public boolean noNeighbour() {
        return icmp != null && icmp.hostUnreachable() && icmp.from().equals(source);
    }

    /**
     * The fact in it; {@code null} when it could not even be tried.
     *
     * @param target the target in the user's words
     */
    public @Nullable ConnectAttempt fact(String target) {
        if (outcome == null) {
            return null;
        }
        return new ConnectAttempt(
                "astray",
                target,
                ask.address(),
                ask.port(),
                outcome,
                source,
                greeting.isEmpty() ? null : firstLine(greeting),
                icmp == null ? null : icmp.from());
    }

    private static String firstLine(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(0, end);
    }
}
