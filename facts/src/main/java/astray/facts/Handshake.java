package astray.facts;

/**
 * What was seen, in the tables of a watched host, of somebody's try to open a TCP connection to it or of its own try.
 *
 * @param local the watched host's end
 * @param remote the other end
 * @param incoming whether the other end began it
 * @param progress how far it came
 * @param retransmits how often the first segment, or the answer to it, was sent again, as far as known; else 0
 */
public record Handshake(Endpoint local, Endpoint remote, boolean incoming, Progress progress, int retransmits)
        implements Fact {

    /** How far a handshake came. */
    public enum Progress {
        /** The first segment was sent, and nothing came back (SYN_SENT). */
        UNANSWERED,
        /** The first segment came in, it was answered, and nothing came back (SYN_RECV). */
        HALF_OPEN,
        /** The connection opened: it is or was established. */
        OPEN
    }
}
