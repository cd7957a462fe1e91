package astray.transcript;

/**
 * How much of hostile or huge input is kept. Input itself has no bound: what goes over a limit is counted, and said
 * under {@link Reading#losses}.
 *
 * @param lineCharacters the longest line, in characters; the rest of it is passed over
 * @param jsonCharacters the longest line that holds JSON
 * @param logEntries log entries kept: the first and the last half of them
 * @param frames frames kept, likewise
 * @param others facts of any other kind kept, likewise
 * @param weight about how many bytes of heap all kept facts may take
 * @param blocks blocks kept
 * @param notUnderstood stretches of lines kept that nothing understood
 * @param quoted the longest text quoted with a fact, in characters
 */
public record Limits(
        int lineCharacters,
        int jsonCharacters,
        int logEntries,
        int frames,
        int others,
        long weight,
        int blocks,
        int notUnderstood,
        int quoted) {

    /** What fits into a heap of 256 MB. */
    public static final Limits STANDARD =
            new Limits(64 << 10, 16 << 20, 50_000, 50_000, 200_000, 112L << 20, 50_000, 2_000, 2_000);

    /** Each limit must leave room for something. */
    public Limits {
        if (lineCharacters < 1
                || jsonCharacters < lineCharacters
                || logEntries < 2
                || frames < 2
                || others < 2
                || weight < 1
                || blocks < 1
                || notUnderstood < 1
                || quoted < 1) {
            throw new IllegalArgumentException("a limit without room");
        }
    }
}
