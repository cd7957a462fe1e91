package astray.probe;

import astray.facts.IpAddress;
import astray.kernel.Errno;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a name server said.
 *
 * @param ask the question
 * @param outcome what the answer comes to
 * @param code the answer's response code (RFC 1035 section 4.1.1, and RFC 6895), 0 to 15; -1 without an answer
 * @param addresses the addresses, those that an alias leads to among them; in the order of the answer
 * @param canonical the name that has them, where the one that was asked for is an alias; {@code null} where it is not
 * @param errno why it could not be asked: ECONNREFUSED where nothing serves there; {@code null} when it was, or nothing
 *     came
 * @param micros from the question until the answer or giving up, in microseconds
 */
public record DnsReport(
        DnsAsk ask,
        Outcome outcome,
        int code,
        List<IpAddress> addresses,
        @Nullable String canonical,
        @Nullable Errno errno,
        long micros) {

    /** What an answer comes to. */
    public enum Outcome {
        /** There are addresses. */
        ADDRESSES,
        /** The name exists and has no address of this type (RFC 2308 section 2.2). */
        NO_ADDRESS,
        /** The name does not exist: NXDOMAIN. */
        NO_SUCH_NAME,
        /** The server cannot or will not say: SERVFAIL, REFUSED and others. */
        SERVER_FAILED,
        /** Nothing came in time. */
        TIMED_OUT,
        /** The server could not be reached. */
        UNREACHABLE,
        /** What came is no answer that can be read. */
        MALFORMED,
        /** No question can be made of the name: a label is longer than 63 bytes, or the whole longer than 255. */
        NOT_ASKED
    }

    /** Copies the list. */
    public DnsReport {
        addresses = List.copyOf(addresses);
    }

    /** Whether the server said something about the name: an address, or that there is none. */
    public boolean said() {
        return switch (outcome) {
            case ADDRESSES, NO_ADDRESS, NO_SUCH_NAME -> true;
            case SERVER_FAILED, TIMED_OUT, UNREACHABLE, MALFORMED, NOT_ASKED -> false;
        };
    }
}
