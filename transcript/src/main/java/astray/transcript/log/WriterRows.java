package astray.transcript.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that one writer's messages may match, with what searches for them; made when its first message comes. */
final class WriterRows {
    /** Bridges of container engines matter whoever names them. */
    private static final String BRIDGE = "br-";

    private static final int BRIDGE_DIGITS = 12;

    private final boolean whole;
    private final List<RelevantRow> rows = new ArrayList<>();
    private final FragmentIndex index;

    /**
     * Sorts the rows.
     *
     * @param all the rows that this writer's messages may match
     * @param named whether the writer is known: only then a row of which everything matters counts
     */
    WriterRows(List<RelevantRow> all, boolean named) {
        boolean everything = false;
        List<String> fragments = new ArrayList<>();
        for (RelevantRow row : all) {
            if (row.fragments().isEmpty()) {
                everything |= named;
            } else {
                rows.add(row);
                fragments.add(row.anchor());
            }
        }
        fragments.add(BRIDGE);
        whole = everything;
        index = new FragmentIndex(fragments);
    }

    /** Whether the message that stands between two indexes matters; what is behind the limit is not looked at. */
    boolean match(String line, int from, int limit, int to) {
        return whole
                || index.search(line, from, limit, (number, end) -> {
                    RelevantRow row = row(number);
                    return row == null ? isBridge(line, end, to) : row.matches(line, from, limit);
                });
    }

    /** {@code null} for the number behind those of all rows, the bridge's. */
    private @Nullable RelevantRow row(int number) {
        return number < rows.size() ? rows.get(number) : null;
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
