package astray.transcript.log;

import java.util.ArrayList;
import java.util.List;
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
    private static final int BRIDGE_DIGITS = 12;
    private static final String BRIDGE = "br-";
    private static final String SERVICE = ".service";

    private static final List<RelevantRow> ROWS;
    private static final List<RelevantRow> WHOLE_WRITERS;
    private static final FragmentIndex INDEX;
    /** The number of {@link #BRIDGE} in the index, behind the fragments of all rows. */
    private static final int BRIDGE_NUMBER;

    static {
        List<RelevantRow> rows = new ArrayList<>();
        List<RelevantRow> whole = new ArrayList<>();
        List<String> fragments = new ArrayList<>();
        for (RelevantRow row : RelevantRow.load()) {
            if (row.fragments().isEmpty()) {
                whole.add(row);
            } else {
                rows.add(row);
                fragments.add(row.anchor());
            }
        }
        fragments.add(BRIDGE);
        ROWS = List.copyOf(rows);
        WHOLE_WRITERS = List.copyOf(whole);
        BRIDGE_NUMBER = fragments.size() - 1;
        INDEX = new FragmentIndex(fragments);
    }

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
        for (RelevantRow row : WHOLE_WRITERS) {
            if (writerTo > writerFrom && row.writtenBy(writer, writerFrom, writerTo)) {
                return true;
            }
        }
        int limit = Math.min(to, from + LOOKED_AT);
        return INDEX.search(line, from, limit, (number, end) -> {
            if (number == BRIDGE_NUMBER) {
                return isBridge(line, end, to);
            }
            RelevantRow row = ROWS.get(number);
            return (writerTo == writerFrom || row.writtenBy(writer, writerFrom, writerTo))
                    && row.matches(line, from, limit);
        });
    }

    /** journalctl -o with-unit names the unit in place of the identifier. */
    private static int withoutService(String line, int from, int to) {
        int end = to - SERVICE.length();
        return end > from && line.charAt(to - 1) == 'e' && line.startsWith(SERVICE, end) ? end : to;
    }

    private static boolean isBridge(String line, int from, int to) {
        if (from + BRIDGE_DIGITS > to) {
            return false;
        }
        for (int i = from; i < from + BRIDGE_DIGITS; i++) {
            char c = line.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
