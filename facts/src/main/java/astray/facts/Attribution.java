package astray.facts;

/**
 * That a block of text was taken to be of a host, and why. Its origin is the line that says so.
 *
 * @param host the host's name or address
 * @param reason what says so
 */
public record Attribution(String host, Reason reason) implements Fact {

    /** What tells which host a block of text is from, the surest first. */
    public enum Reason {
        /** A shell prompt names it. */
        PROMPT,
        /** A section mark names it. */
        SECTION,
        /** The output itself names it: {@code hostname}, a log line's host. */
        OUTPUT,
        /** A heading or the words before the block name it. */
        WORDS,
        /** It shows an interface that is known to be that host's and bears a unique name. */
        SHARED_INTERFACE,
        /** It shows an address that is known to be that host's. */
        SHARED_ADDRESS,
        /** It shows a connection whose own end is that host. */
        LOCAL_ENDPOINT
    }
}
