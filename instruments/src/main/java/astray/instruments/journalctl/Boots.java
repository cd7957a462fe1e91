package astray.instruments.journalctl;

import astray.journal.Id128;
import astray.journal.Journal;
import astray.journal.Matches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The boots of a journal, found by going from the end of one to the beginning of the next through the index. */
final class Boots {
    /**
     * A boot.
     *
     * @param id its id
     * @param first when its first entry was written, in microseconds since 1970
     * @param last when its last one was
     */
    record Boot(Id128 id, long first, long last) {}

    private final Journal journal;

    Boots(Journal journal) {
        this.journal = journal;
    }

    static Matches only(Id128 boot) {
        Matches matches = new Matches();
        matches.add("_BOOT_ID=" + boot);
        return matches;
    }

    /** All, the oldest first. */
    List<Boot> all() {
        journal.select(new Matches());
        journal.seekHead();
        Map<Id128, Boot> found = new LinkedHashMap<>();
        Id128 previous = null;
        while (true) {
            Boot boot = beside(previous, true);
            if (boot == null || found.containsKey(boot.id())) {
                // One that was there before means journals that overlap; the original stops too.
                return new ArrayList<>(found.values());
            }
            found.put(boot.id(), boot);
            previous = boot.id();
        }
    }

    /**
     * A boot by its place.
     *
     * @param reference from which boot to count; the null id for the ends of the journal
     * @param offset 0 or less counts back from the last, more counts on from the first
     * @return {@code null} when there is none
     */
    @Nullable
    Id128 find(Id128 reference, int offset) {
        boolean older = offset <= 0;
        boolean skip = reference.isNull() && older;
        long rest = offset;
        if (reference.isNull()) {
            if (older) {
                journal.seekTail();
            } else {
                journal.seekHead();
            }
        } else {
            journal.select(only(reference));
            if (older) {
                journal.seekHead();
            } else {
                journal.seekTail();
            }
            if (!(older ? journal.next() : journal.previous())) {
                return null;
            }
            if (offset == 0) {
                return reference;
            }
        }
        Id128 previous = null;
        while (true) {
            Boot boot = beside(previous, !older);
            if (boot == null) {
                return null;
            }
            previous = boot.id();
            if (!skip) {
                rest += older ? 1 : -1;
            }
            skip = false;
            if (rest == 0) {
                return boot.id();
            }
        }
    }

    /** The boot beside where the journal stands, which then stands at that boot's other end. */
    private @Nullable Boot beside(@Nullable Id128 previous, boolean newer) {
        journal.select(new Matches());
        Id128 id;
        do {
            if (!(newer ? journal.next() : journal.previous())) {
                return null;
            }
            id = journal.entry().bootId();
        } while (id.equals(previous));
        long first = journal.entry().realtime();
        journal.select(only(id));
        if (newer) {
            journal.seekTail();
        } else {
            journal.seekHead();
        }
        boolean there = newer ? journal.previous() : journal.next();
        // The index of a damaged file may not know its entries.
        long last = there ? journal.entry().realtime() : first;
        return there ? new Boot(id, first, last) : null;
    }
}
