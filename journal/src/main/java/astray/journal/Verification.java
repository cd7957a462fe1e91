package astray.journal;

import astray.codec.Payload;
import java.util.BitSet;

/**
 * Checks a file as {@code journalctl --verify} does: every object and its hash, the order of entries, what the header
 * counts, and that tables, chains and arrays lead to all objects and to nothing else.
 */
final class Verification {
    private final JournalFile file;
    private final Payload payload = new Payload();

    /** Where objects begin, by eighths of the offset. */
    private final BitSet data = new BitSet();

    private final BitSet entries = new BitSet();
    private final BitSet arrays = new BitSet();
    private final BitSet fields = new BitSet();

    private long seqnum;
    private long realtime;
    private long monotonic;
    private Id128 boot = Id128.NULL;

    Verification(JournalFile file) {
        this.file = file;
    }

    void run() throws Damage {
        int unknown = file.intAt(Layout.COMPATIBLE_FLAGS) & ~Layout.SEALED;
        if (unknown != 0) {
            throw new Damage(
                    "compatible flags that are not known, so that it cannot be checked", Layout.COMPATIBLE_FLAGS);
        }
        objects();
        counts();
        entryArrays();
        dataTable();
        fieldTable();
    }

    private static void mark(BitSet set, long offset) {
        set.set(Math.toIntExact(offset >>> 3));
    }

    private static boolean isMarked(BitSet set, long offset) {
        return (offset & 7) == 0 && offset >>> 3 < Integer.MAX_VALUE && set.get((int) (offset >>> 3));
    }

    private void objects() throws Damage {
        long tail = file.longAt(Layout.TAIL_OBJECT_OFFSET);
        if (file.size() >>> 3 > Integer.MAX_VALUE) {
            throw new Damage("a file too long to be checked", 0);
        }
        long at = file.headerSize();
        while (tail != 0) {
            long length = file.object(0, at);
            object(at, length);
            if (at == tail) {
                return;
            }
            at = at + length + 7 & ~7L;
            if (at > tail) {
                throw new Damage("the last object is not where it should be", tail);
            }
        }
    }

    private void object(long at, long length) throws Damage {
        int flags = file.octetAt(at + Layout.OBJECT_FLAGS);
        if (Integer.bitCount(flags) > 1 || (flags & ~Layout.COMPRESSED) != 0) {
            throw new Damage("an object with impossible flags", at);
        }
        switch (file.octetAt(at)) {
            case Layout.DATA -> data(at);
            case Layout.FIELD -> field(at, length);
            case Layout.ENTRY -> entry(at, length);
            case Layout.ENTRY_ARRAY -> {
                mark(arrays, at);
                JournalFile.forward(at, file.longAt(at + Layout.NEXT_ENTRY_ARRAY_OFFSET));
            }
            default -> {
                if (flags != 0) {
                    throw new Damage("an object with impossible flags", at);
                }
            }
        }
    }

    private void data(long at) throws Damage {
        mark(data, at);
        file.payload(at, payload);
        if (file.hash(payload.array(), payload.length()) != file.longAt(at + Layout.HASH)) {
            throw new Damage("data with another hash", at);
        }
        if (file.longAt(at + Layout.DATA_ENTRY_OFFSET) == 0 ^ file.longAt(at + Layout.DATA_N_ENTRIES) == 0) {
            throw new Damage("data with another number of entries", at);
        }
    }

    private void field(long at, long length) throws Damage {
        mark(fields, at);
        int size = (int) Math.min(length - Layout.FIELD_PAYLOAD, JournalFile.LONGEST_FIELD);
        byte[] name = file.bytes(at + Layout.FIELD_PAYLOAD, size);
        if (file.hash(name, size) != file.longAt(at + Layout.HASH)) {
            throw new Damage("a field with another hash", at);
        }
    }

    private void entry(long at, long length) throws Damage {
        mark(entries, at);
        long number = file.longAt(at + Layout.ENTRY_SEQNUM);
        if (number == 0 || seqnum != 0 && Long.compareUnsigned(number, seqnum) <= 0) {
            throw new Damage("an entry whose number does not follow", at);
        }
        long time = file.longAt(at + Layout.ENTRY_REALTIME);
        long clock = file.longAt(at + Layout.ENTRY_MONOTONIC);
        Id128 id = file.idAt(at + Layout.ENTRY_BOOT_ID);
        if (id.equals(boot) && Long.compareUnsigned(clock, monotonic) < 0) {
            throw new Damage("an entry whose time does not follow", at);
        }
        if (seqnum == 0 && time != file.longAt(Layout.HEAD_ENTRY_REALTIME)) {
            throw new Damage("a first entry at another time than the header says", at);
        }
        seqnum = number;
        realtime = time;
        monotonic = clock;
        boot = id;
        int count = file.itemCount(length);
        for (int i = 0; i < count; i++) {
            if (!isMarked(data, file.item(at, i))) {
                throw new Damage("an entry with data that is not there", at);
            }
        }
    }

    private void counts() throws Damage {
        check(entries.cardinality(), file.entries(), "entries");
        if (file.has(Layout.N_DATA)) {
            check(data.cardinality(), file.longAt(Layout.N_DATA), "data");
        }
        if (file.has(Layout.N_FIELDS)) {
            check(fields.cardinality(), file.longAt(Layout.N_FIELDS), "fields");
        }
        if (file.has(Layout.N_ENTRY_ARRAYS)) {
            check(arrays.cardinality(), file.longAt(Layout.N_ENTRY_ARRAYS), "arrays");
        }
        if (!entries.isEmpty()) {
            check(seqnum, file.longAt(Layout.TAIL_ENTRY_SEQNUM), "last number");
            check(realtime, file.longAt(Layout.TAIL_ENTRY_REALTIME), "last time");
            check(monotonic, file.longAt(Layout.TAIL_ENTRY_MONOTONIC), "last time of a boot");
        }
    }

    private static void check(long found, long promised, String what) throws Damage {
        if (found != promised) {
            throw new Damage("a header with another " + what, 0);
        }
    }

    private void entryArrays() throws Damage {
        EntryList all = EntryList.all(file);
        long count = all.count();
        long last = 0;
        for (long i = 0; i < count; i++) {
            long entry = all.at(i);
            if (entry <= last || !isMarked(entries, entry)) {
                throw new Damage("the array of entries leads elsewhere", entry);
            }
            last = entry;
        }
    }

    private void dataTable() throws Damage {
        long buckets = file.buckets(Layout.DATA_HASH_TABLE_OFFSET, Layout.DATA_HASH_TABLE_SIZE);
        long table = file.longAt(Layout.DATA_HASH_TABLE_OFFSET);
        long found = 0;
        for (long bucket = 0; bucket < buckets; bucket++) {
            long last = 0;
            long at = file.longAt(table + bucket * Layout.HASH_ITEM);
            while (at != 0) {
                if (!isMarked(data, at) || Long.remainderUnsigned(file.longAt(at + Layout.HASH), buckets) != bucket) {
                    throw new Damage("a hash table that leads elsewhere", at);
                }
                entriesOf(at);
                found++;
                last = at;
                at = JournalFile.forward(at, file.longAt(at + Layout.NEXT_HASH_OFFSET));
            }
            if (last != file.longAt(table + bucket * Layout.HASH_ITEM + Long.BYTES)) {
                throw new Damage("a hash table with another end of a chain", last);
            }
        }
        check(found, data.cardinality(), "data in its table");
    }

    /** Data's entries are there, in order, and have the data. */
    private void entriesOf(long at) throws Damage {
        EntryList list = EntryList.of(file, at);
        long count = list.count();
        long last = 0;
        for (long i = 0; i < count; i++) {
            long entry = list.at(i);
            if (entry <= last || !isMarked(entries, entry)) {
                throw new Damage("data with an array that leads elsewhere", at);
            }
            last = entry;
        }
        if (last != 0 && !has(last, at)) {
            throw new Damage("data with an entry that does not have it", at);
        }
    }

    private boolean has(long entry, long wanted) throws Damage {
        int count = file.itemCount(file.object(Layout.ENTRY, entry));
        for (int i = 0; i < count; i++) {
            if (file.item(entry, i) == wanted) {
                return true;
            }
        }
        return false;
    }

    private void fieldTable() throws Damage {
        long buckets = file.buckets(Layout.FIELD_HASH_TABLE_OFFSET, Layout.FIELD_HASH_TABLE_SIZE);
        long table = file.longAt(Layout.FIELD_HASH_TABLE_OFFSET);
        for (long bucket = 0; bucket < buckets; bucket++) {
            long at = file.longAt(table + bucket * Layout.HASH_ITEM);
            while (at != 0) {
                if (!isMarked(fields, at)) {
                    throw new Damage("a table of fields that leads elsewhere", at);
                }
                long of = file.longAt(at + Layout.FIELD_HEAD_DATA_OFFSET);
                while (of != 0) {
                    if (!isMarked(data, of)) {
                        throw new Damage("a field with data that is not there", at);
                    }
                    of = file.nextOfField(of);
                }
                at = JournalFile.forward(at, file.longAt(at + Layout.NEXT_HASH_OFFSET));
            }
        }
    }
}
