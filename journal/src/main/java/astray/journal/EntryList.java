package astray.journal;

/**
 * Entries in their order: all of a file, or those that have one data object. A chain of arrays holds their offsets, each
 * array about twice as long as the one before; a data object has its first entry apart.
 */
final class EntryList {
    private final JournalFile file;

    /** The data object; 0 for the list of all entries. */
    private final long data;

    private long[] arrays = new long[8];

    /** The index of each array's first entry, and behind the last array that of the next. */
    private long[] starts = new long[9];

    private int known;
    private int current;

    /** Where the last search ended: the next one is likely to be near. */
    private long hint;

    private EntryList(JournalFile file, long data) {
        this.file = file;
        this.data = data;
    }

    /** All entries of a file. */
    static EntryList all(JournalFile file) {
        return new EntryList(file, 0);
    }

    /** The entries that have a data object. */
    static EntryList of(JournalFile file, long data) throws Damage {
        file.object(Layout.DATA, data);
        return new EntryList(file, data);
    }

    /** How many there are; grows while the file is written. */
    long count() {
        long count = data == 0 ? file.entries() : file.longAt(data + Layout.DATA_N_ENTRIES);
        // No entry is shorter than its header, whatever a damaged count says.
        return count < 0 || count > file.size() / Layout.ENTRY_ITEMS ? file.size() / Layout.ENTRY_ITEMS : count;
    }

    /** Where an entry is; 0 when the arrays end before it. */
    long at(long index) throws Damage {
        if (data == 0) {
            return inArrays(index);
        }
        return index == 0 ? file.longAt(data + Layout.DATA_ENTRY_OFFSET) : inArrays(index - 1);
    }

    private long inArrays(long index) throws Damage {
        if (known == 0 && !extend()) {
            return 0;
        }
        if (index < starts[current]) {
            current = 0;
        }
        while (index >= starts[current + 1]) {
            if (current + 1 == known && !extend()) {
                return 0;
            }
            current++;
        }
        long within = index - starts[current];
        long place = arrays[current] + Layout.ENTRY_ARRAY_ITEMS;
        return file.isCompact() ? file.intAt(place + 4 * within) & 0xffffffffL : file.longAt(place + 8 * within);
    }

    /** Learns of one more array of the chain. */
    private boolean extend() throws Damage {
        long next;
        if (known == 0) {
            next = file.longAt(data == 0 ? Layout.ENTRY_ARRAY_OFFSET : data + Layout.DATA_ENTRY_ARRAY_OFFSET);
        } else {
            long last = arrays[known - 1];
            next = JournalFile.forward(last, file.longAt(last + Layout.NEXT_ENTRY_ARRAY_OFFSET));
        }
        if (next == 0) {
            return false;
        }
        long items = (file.object(Layout.ENTRY_ARRAY, next) - Layout.ENTRY_ARRAY_ITEMS) / file.arrayItemSize();
        if (known == arrays.length) {
            arrays = java.util.Arrays.copyOf(arrays, 2 * known);
            starts = java.util.Arrays.copyOf(starts, 2 * known + 1);
        }
        arrays[known++] = next;
        starts[known] = starts[known - 1] + items;
        return true;
    }

    /** What entries of a list are ordered by. */
    enum Key {
        OFFSET,
        SEQNUM,
        REALTIME,
        MONOTONIC;

        private long of(JournalFile file, long entry) throws Damage {
            if (this == OFFSET) {
                return entry;
            }
            file.object(Layout.ENTRY, entry);
            return switch (this) {
                case SEQNUM -> file.longAt(entry + Layout.ENTRY_SEQNUM);
                case REALTIME -> file.longAt(entry + Layout.ENTRY_REALTIME);
                default -> file.longAt(entry + Layout.ENTRY_MONOTONIC);
            };
        }
    }

    /**
     * Finds an entry by bisection.
     *
     * @param down whether the first that is not before the value is wanted; else the last that is not behind it
     * @return its index; -1 when there is none
     */
    long find(Key key, long value, boolean down) throws Damage {
        long count = count();
        long low = 0;
        long high = count;
        if (key == Key.OFFSET && hint < count) {
            // Most searches ask for the neighbour of what was found last.
            long step = 1;
            if (before(key, hint, value, down)) {
                low = hint + 1;
                while (low + step < high && before(key, low + step, value, down)) {
                    low += step + 1;
                    step <<= 1;
                }
                high = Math.min(high, low + step + 1);
            } else {
                high = hint;
                while (high - step > 0 && !before(key, high - step, value, down)) {
                    high -= step;
                    step <<= 1;
                }
                low = Math.max(0, high - step);
            }
        }
        while (low < high) {
            long middle = low + high >>> 1;
            if (before(key, middle, value, down)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // "low" is now the first that is not before (down) or the first that is behind.
        long found = down ? low : low - 1;
        if (found < 0 || found >= count || at(found) == 0) {
            return -1;
        }
        hint = found;
        return found;
    }

    /** Whether the wanted border lies behind an entry. One that cannot be read ends the list. */
    private boolean before(Key key, long index, long value, boolean down) {
        try {
            long entry = at(index);
            if (entry == 0) {
                return false;
            }
            int order = Long.compareUnsigned(key.of(file, entry), value);
            return down ? order < 0 : order <= 0;
        } catch (Damage e) {
            return false;
        }
    }
}
