package astray.diagnosis;

/**
 * The sentences that a verdict can hold. Each has its text in every language of the report; a comment tells the
 * arguments.
 */
public enum Say {
    /** destination, captor's interface, expected interface. */
    ROUTE_CAPTURED_SUMMARY,
}
