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

    // -- times ---------------------------------------------------------------------------------------------------

    /** A number of lines. */
    TIME_FROM_BOTH_LOGS,
    /** A date. */
    TIME_YEAR_FROM,
    TIME_FROM_CAPTURE_LOG,
    TIME_FROM_CLOCK,
    /** A number of lines. */
    NOTE_BOOT_FROM_DMESG,
    /** A number of requests; an address. */
    NOTE_ASKED_IN_VAIN,
    /** A daemon; its process id; which run; of how many. */
    NOTE_NEW_PROCESS,
}
