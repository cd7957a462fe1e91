package astray.instruments.journalctl;

import org.jspecify.annotations.Nullable;

/**
 * What was made of a file's data, by the data's number: most fields of an entry are those of the entry before, and need
 * not be read again. It holds a bounded number and then begins anew.
 */
final class Known<T> {
    private static final int SLOTS = 1 << 13;
    private static final int MOST = SLOTS / 2;
    private static final int SOURCES = 8;

    private final int[] sources = new int[SOURCES];
    private final long[][] keys = new long[SOURCES][];
    private final Object[][] values = new Object[SOURCES][];
    private final int[] counts = new int[SOURCES];
    private long[] table = new long[0];
    private Object[] slots = new Object[0];
    private int current = -1;
    private int next;

    Known() {
        java.util.Arrays.fill(sources, -1);
    }

    /** Turns to a file. */
    void turnTo(int source) {
        if (current >= 0 && sources[current] == source) {
            return;
        }
        int found = 0;
        while (found < SOURCES && sources[found] != source) {
            found++;
        }
        if (found == SOURCES) {
            found = next;
            next = (next + 1) % SOURCES;
            sources[found] = source;
            keys[found] = new long[SLOTS];
            values[found] = new Object[SLOTS];
            counts[found] = 0;
        }
        current = found;
        table = keys[found];
        slots = values[found];
    }

    private static int slot(long key) {
        return (int) (key * 0x9e3779b97f4a7c15L >>> 64 - 13);
    }

    /** What is known of a data; {@code null} for nothing. */
    @SuppressWarnings("unchecked")
    @Nullable
    T get(long key) {
        long[] all = table;
        int at = slot(key);
        for (long there = all[at]; there != 0; there = all[at]) {
            if (there == key) {
                return (T) slots[at];
            }
            at = at + 1 & SLOTS - 1;
        }
        return null;
    }

    /** Remembers it; a data's number is never 0. */
    void put(long key, T value) {
        if (counts[current] >= MOST) {
            java.util.Arrays.fill(table, 0);
            java.util.Arrays.fill(slots, null);
            counts[current] = 0;
        }
        int at = slot(key);
        while (table[at] != 0) {
            at = at + 1 & SLOTS - 1;
        }
        table[at] = key;
        slots[at] = value;
        counts[current]++;
    }
}
