package astray.diagnosis;

/**
 * The sentences that a verdict can hold. Each has its text in every language of the report; a comment tells the
 * arguments.
 */
public enum Say {
    // -- from what the question was inferred -------------------------------------------------------------------

    /** An address; a list of reasons. */
    INFERRED_FROM,
    /** A port. */
    INFERRED_PORT,
    REASON_WORDS,
    REASON_CONNECT,
    REASON_PING,
    REASON_TRACE,
    REASON_HELD,
    REASON_ASKED_FOR,
    REASON_SEGMENT,
    REASON_SESSION,
}
