package astray.transcript.log;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a log entry matters for reachability. What matters is data: {@code relevant.tsv} beside this class,
 * with a sample for every row. Besides, whatever mentions a container bridge ({@code br-} and 12 hexadecimal digits)
 * matters, for such a bridge is easily overlooked.
 *
 * <p>One pass over the message; only its first {@value #LOOKED_AT} characters are looked at.
 */
public final class LogRelevance {
    private static final int LOOKED_AT = 2000;
    private static final String SERVICE = ".service";
    private static final RelevantTable TABLE = new RelevantTable();

    private LogRelevance() {}

    /**
     * Whether an entry matters.
     *
     * @param identifier who wrote it, such as {@code kernel}; {@code null} when not known, then any row may match
     * @param message its message
     */
    public static boolean matters(@Nullable String identifier, String message) {
        String writer = identifier == null ? "" : identifier;
        return matters(writer, 0, writer.length(), message, 0, message.length());
    }

    /** The same for an identifier (empty when not known) and a message that are parts of a text. */
    static boolean matters(String writer, int writerFrom, int writerEnd, String line, int from, int to) {
        int writerTo = withoutService(writer, writerFrom, writerEnd);
        return TABLE.of(writer, writerFrom, writerTo).match(line, from, Math.min(to, from + LOOKED_AT), to);
    }

    /** journalctl -o with-unit names the unit in place of the identifier. */
    private static int withoutService(String line, int from, int to) {
        int end = to - SERVICE.length();
        return end > from && line.charAt(to - 1) == 'e' && line.startsWith(SERVICE, end) ? end : to;
    }
}
