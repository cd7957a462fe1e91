package astray.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** A file of a journal and where the journal stands in it. */
final class OpenFile {
    /** What the entry at {@link #offset} is. */
    enum State {
        /** Nothing was looked for yet. */
        FRESH,
        /** The candidate for the journal's next entry. */
        CANDIDATE,
        /** The journal's present or an earlier entry. */
        TAKEN,
        /** There is no further entry in this direction. */
        END
    }

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** So many items are copied; further ones are read where they lie. */
    private static final int COPIED = 32;

    final JournalFile file;
    private final EntryList all;

    State state = State.FRESH;
    boolean down = true;
    long seenEntries = -1;

    /** Where the entry is; 0 for none. */
    long offset;

    /** Its place among all entries; -1 when it was found by matches. */
    private long index = -1;

    long length;
    long seqnum;
    long realtime;
    long monotonic;
    long bootHigh;
    long bootLow;
    long hash;

    /** The beginning of the present entry: an array is read much sooner than a mapping. */
    private final byte[] head;

    /** How much of an entry is copied there: its items only once one was asked for. */
    private int wanted = Layout.ENTRY_ITEMS;

    /** How much was. */
    private int copied;

    private @Nullable Selection selection;

    /** Tells it from every other file that the journal has had. */
    final int number;

    OpenFile(JournalFile file, int number) {
        this.file = file;
        this.number = number;
        this.all = EntryList.all(file);
        this.head = new byte[Layout.ENTRY_ITEMS + COPIED * file.itemSize()];
    }

    void forget(@Nullable Selection matches) {
        state = State.FRESH;
        offset = 0;
        index = -1;
        seenEntries = -1;
        selection = matches;
    }

    EntryList all() {
        return all;
    }

    @Nullable
    Selection selection() {
        return selection;
    }

    /** Goes to an entry found by matches. */
    void stand(long entry) throws Damage {
        take(entry);
        index = -1;
    }

    /** Goes to an entry by its place among all; entries that cannot be read are passed over. False when none is left. */
    boolean stand(long place, boolean downwards) throws Damage {
        long at = place;
        while (at >= 0) {
            long entry = at < all.count() ? all.at(at) : 0;
            if (entry == 0) {
                if (downwards) {
                    return false;
                }
            } else {
                try {
                    take(entry);
                    index = at;
                    return true;
                } catch (Damage e) {
                    // Passed over.
                }
            }
            at += downwards ? 1 : -1;
        }
        return false;
    }

    /** Steps to the entry beside the present one, among all. */
    boolean step(boolean downwards) throws Damage {
        if (index < 0) {
            index = all.find(EntryList.Key.OFFSET, offset, downwards);
            if (index < 0) {
                return false;
            }
            if (all.at(index) != offset) {
                return stand(index, downwards);
            }
        }
        return stand(downwards ? index + 1 : index - 1, downwards);
    }

    private void take(long entry) throws Damage {
        byte[] bytes = head;
        copied = 0;
        long size = file.object(Layout.ENTRY, entry, bytes, wanted);
        long number = (long) LONG.get(bytes, Layout.ENTRY_SEQNUM);
        if (number == 0) {
            throw new Damage("an entry without its number", entry);
        }
        copied = (int) Math.min(wanted, size);
        length = size;
        offset = entry;
        seqnum = number;
        realtime = (long) LONG.get(bytes, Layout.ENTRY_REALTIME);
        monotonic = (long) LONG.get(bytes, Layout.ENTRY_MONOTONIC);
        bootHigh = Long.reverseBytes((long) LONG.get(bytes, Layout.ENTRY_BOOT_ID));
        bootLow = Long.reverseBytes((long) LONG.get(bytes, Layout.ENTRY_BOOT_ID + 8));
        hash = (long) LONG.get(bytes, Layout.ENTRY_XOR_HASH);
    }

    /** Where the data of the present entry's item is. */
    long item(int number) {
        int size = file.itemSize();
        if (number >= COPIED) {
            return file.item(offset, number);
        }
        int at = Layout.ENTRY_ITEMS + number * size;
        if (at >= copied) {
            wanted = head.length;
            copied = (int) Math.min(wanted, length);
            file.copy(offset, head, copied);
        }
        return file.isCompact() ? (int) INT.get(head, at) & 0xffffffffL : (long) LONG.get(head, at);
    }

    boolean sameSource(OpenFile other) {
        return file.seqnumId().high() == other.file.seqnumId().high()
                && file.seqnumId().low() == other.file.seqnumId().low();
    }

    boolean sameBoot(long high, long low) {
        return bootHigh == high && bootLow == low;
    }

    /** Whose entry comes first: by number where both count alike, by the boot's clock, by the calendar, by content. */
    int compare(OpenFile other) {
        if (sameSource(other)) {
            int order = Long.compareUnsigned(seqnum, other.seqnum);
            if (order != 0) {
                return order;
            }
        }
        if (sameBoot(other.bootHigh, other.bootLow)) {
            int order = Long.compareUnsigned(monotonic, other.monotonic);
            if (order != 0) {
                return order;
            }
        }
        int order = Long.compareUnsigned(realtime, other.realtime);
        return order != 0 ? order : Long.compareUnsigned(hash, other.hash);
    }

    /** Where its entry lies as seen from a location. */
    int compare(Location location) {
        if (location.hasSeqnumOf(file)) {
            int order = Long.compareUnsigned(seqnum, location.seqnum);
            if (order != 0) {
                return order;
            }
        }
        if (location.hasMonotonic && sameBoot(location.bootHigh, location.bootLow)) {
            int order = Long.compareUnsigned(monotonic, location.monotonic);
            if (order != 0) {
                return order;
            }
        }
        if (location.hasRealtime) {
            int order = Long.compareUnsigned(realtime, location.realtime);
            if (order != 0) {
                return order;
            }
        }
        return location.hasHash ? Long.compareUnsigned(hash, location.hash) : 0;
    }
}
