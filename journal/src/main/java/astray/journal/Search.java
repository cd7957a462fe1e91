package astray.journal;

import astray.codec.Payload;
import java.util.Arrays;

/**
 * Tells quickly which entries a field's value rules out. Entries share their data, so that it is cheaper to decide on
 * each data of the field once and to follow the index from those that match to their entries, than to read every entry.
 * That pays for many entries only: for the first ones of a file nothing is ruled out.
 */
public final class Search {
    /** Decides on a value. */
    public interface Value {
        /** Whether a field's value, which stands between two places of an array, is one that is sought. */
        boolean matches(byte[] bytes, int from, int to);
    }

    /** So many entries of a file are left to be read before its data is gone through. */
    private static final int DIRECT = 1024;

    /** With more answers in a file than this, they are not kept (8 MB each million). */
    private static final int MOST = 1 << 20;

    /** What cannot be decided; what is decided has at least one element. */
    private static final long[] UNDECIDED = {};

    private final String field;
    private final Value value;
    private int[] asked = new int[8];
    private long[][] found = new long[8][];

    /** The end of what was gone through; entries beyond it were written since. */
    private long[] ends = new long[8];

    private int near;

    /** Searches a field for values. */
    public Search(String field, Value value) {
        this.field = field;
        this.value = value;
    }

    /** Whether an entry may be one that is sought; {@code false} is certain. */
    public boolean admits(Entry entry) {
        OpenFile file = entry.present();
        int number = file.number;
        if (number >= asked.length) {
            int size = Math.max(number + 1, 2 * asked.length);
            asked = Arrays.copyOf(asked, size);
            found = Arrays.copyOf(found, size);
            ends = Arrays.copyOf(ends, size);
        }
        if (asked[number]++ < DIRECT) {
            return true;
        }
        asked[number] = DIRECT;
        long[] entries = found[number];
        if (entries == null) {
            entries = goThrough(file.file, number);
            found[number] = entries;
            near = 0;
        }
        return entries.length == 0 || file.offset > ends[number] || holds(entries, file.offset);
    }

    /** Looks beside the last place first: entries come in order. */
    private boolean holds(long[] entries, long offset) {
        int at = near < entries.length ? near : 0;
        if (at < entries.length && entries[at] < offset && (at + 1 == entries.length || entries[at + 1] > offset)) {
            return false;
        }
        int place = Arrays.binarySearch(entries, offset);
        near = place >= 0 ? place : Math.max(0, -place - 2);
        return place >= 0;
    }

    private long[] goThrough(JournalFile file, int number) {
        try {
            return matching(file, number);
        } catch (Damage e) {
            // What cannot be decided here is decided entry by entry.
            return UNDECIDED;
        }
    }

    private long[] matching(JournalFile file, int number) throws Damage {
        ends[number] = file.longAt(Layout.TAIL_OBJECT_OFFSET);
        Payload payload = new Payload();
        long[] entries = new long[64];
        int count = 0;
        int name = field.length() + 1;
        long object = file.findField(field);
        long data = object == 0 ? 0 : file.longAt(object + Layout.FIELD_HEAD_DATA_OFFSET);
        while (data != 0) {
            file.payload(data, payload);
            if (payload.length() < name) {
                throw new Damage("data of another field", data);
            }
            if (value.matches(payload.array(), name, payload.length())) {
                EntryList list = EntryList.of(file, data);
                long all = list.count();
                for (long i = 0; i < all; i++) {
                    if (count == MOST) {
                        return UNDECIDED;
                    }
                    if (count == entries.length) {
                        entries = Arrays.copyOf(entries, 2 * count);
                    }
                    entries[count++] = list.at(i);
                }
            }
            data = file.nextOfField(data);
        }
        entries = Arrays.copyOf(entries, count);
        Arrays.sort(entries);
        return entries.length == 0 ? new long[] {0} : entries;
    }
}
