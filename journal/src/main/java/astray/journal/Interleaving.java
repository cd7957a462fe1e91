package astray.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of several files in one order, and where in it the journal stands. Each file has its candidate, the entry
 * that it would give next; the nearest of them is taken.
 */
final class Interleaving {
    private final List<OpenFile> files = new ArrayList<>();
    private final List<JournalException> problems;
    private final Location location = new Location();
    private final Entry entry = new Entry();
    private @Nullable OpenFile current;

    /** Those that are at their end and may be written meanwhile. */
    private final List<OpenFile> ended = new ArrayList<>();

    private boolean settled;
    private boolean settledDown;

    /**
     * The nearest of the other files' candidates as the last choice left them, while {@link #settled}: by number among
     * those that count entries as the present file does, by the boot's clock among others of its boot, by the calendar
     * among the rest. Where nothing is that near, these are beyond every entry.
     */
    private long nearestNumber;

    private long nearestMonotonic;
    private long nearestRealtime;

    /** The present file's boot when that was so. */
    private long bootHigh;

    private long bootLow;

    /** Of no file yet; what turns out to be damaged is told there. */
    Interleaving(List<JournalException> problems) {
        this.problems = problems;
    }

    /** The files, to be looked at: {@link #add} and {@link #drop} change them. */
    List<OpenFile> files() {
        return files;
    }

    void add(OpenFile file) {
        files.add(file);
        settled = false;
    }

    void drop(OpenFile file) {
        files.remove(file);
        settled = false;
        if (current == file) {
            leave();
        }
        file.file.close();
    }

    /** Closes all files. */
    void close() {
        for (OpenFile file : files) {
            file.file.close();
        }
        files.clear();
        leave();
    }

    /** Stands at no entry any more. */
    void leave() {
        current = null;
        settled = false;
        entry.at(null);
    }

    /** Where it stands, or where it was sent to. */
    Location location() {
        return location;
    }

    /** The present entry. */
    Entry entry() {
        return entry;
    }

    /** Goes to the entry beside the present one; false when there is none, and the present one stays. */
    boolean step(boolean down) {
        return ahead(down) || choose(down);
    }

    /**
     * Goes on within the present file where the entry found there comes before the candidates of all others, which stay
     * what they are: nearly every step in a journal of several files. False when all files must be asked.
     */
    private boolean ahead(boolean down) {
        OpenFile file = current;
        if (file == null || file.state != OpenFile.State.TAKEN || file.down != down || !othersWait(file, down)) {
            return false;
        }
        file.seenEntries = file.file.entries();
        try {
            if (!further(file, down)) {
                file.state = OpenFile.State.END;
                return false;
            }
        } catch (Damage | InternalError e) {
            damaged(file, e);
            return false;
        }
        file.state = OpenFile.State.CANDIDATE;
        if (!precedes(file, down)) {
            return false;
        }
        location.entry(file);
        file.state = OpenFile.State.TAKEN;
        return true;
    }

    /** Whether every other file has its candidate, or none in this direction. */
    private boolean othersWait(OpenFile file, boolean down) {
        if (settled) {
            return settledDown == down && !anyHasGrown();
        }
        long beyond = down ? -1 : 0;
        nearestNumber = beyond;
        nearestMonotonic = beyond;
        nearestRealtime = beyond;
        bootHigh = file.bootHigh;
        bootLow = file.bootLow;
        ended.clear();
        for (int i = 0; i < files.size(); i++) {
            OpenFile other = files.get(i);
            if (other == file) {
                continue;
            }
            if (other.state == OpenFile.State.END && other.down == down) {
                if (other.file.state() == Layout.STATE_ONLINE) {
                    ended.add(other);
                }
                continue;
            }
            if (other.state != OpenFile.State.CANDIDATE || other.down != down) {
                return false;
            }
            if (other.sameSource(file)) {
                nearestNumber = nearer(other.seqnum, nearestNumber, down);
            } else if (other.sameBoot(bootHigh, bootLow)) {
                nearestMonotonic = nearer(other.monotonic, nearestMonotonic, down);
            } else {
                nearestRealtime = nearer(other.realtime, nearestRealtime, down);
            }
        }
        settled = true;
        settledDown = down;
        return !anyHasGrown();
    }

    private boolean anyHasGrown() {
        for (int i = 0; i < ended.size(); i++) {
            OpenFile file = ended.get(i);
            if (file.file.entries() != file.seenEntries) {
                return true;
            }
        }
        return false;
    }

    private static long nearer(long one, long other, boolean down) {
        return Long.compareUnsigned(one, other) < 0 == down ? one : other;
    }

    /**
     * Whether the present file's new entry is behind the location, and certainly before the candidates of all others: what
     * {@link OpenFile#compare(OpenFile)} would decide by a later criterion is left to the choice among all files.
     */
    private boolean precedes(OpenFile file, boolean down) {
        int order = file.compare(location);
        return (down ? order > 0 : order < 0)
                && file.sameBoot(bootHigh, bootLow)
                && isNearer(file.seqnum, nearestNumber, down)
                && isNearer(file.monotonic, nearestMonotonic, down)
                && isNearer(file.realtime, nearestRealtime, down);
    }

    private static boolean isNearer(long one, long than, boolean down) {
        int order = Long.compareUnsigned(one, than);
        return down ? order < 0 : order > 0;
    }

    private void damaged(OpenFile file, Throwable why) {
        // An InternalError is a page of the mapping that the file lost meanwhile.
        problems.add(new JournalException(
                file.file.path(), JournalException.Reason.DAMAGED, String.valueOf(why.getMessage())));
        drop(file);
    }

    /** Goes to the nearest of all files' entries. */
    private boolean choose(boolean down) {
        settled = false;
        OpenFile nearest = null;
        for (int i = 0; i < files.size(); i++) {
            OpenFile file = files.get(i);
            try {
                if (!beyond(file, down)) {
                    file.state = OpenFile.State.END;
                    continue;
                }
            } catch (Damage | InternalError e) {
                damaged(file, e);
                i--;
                continue;
            }
            if (nearest == null || (down ? file.compare(nearest) < 0 : file.compare(nearest) > 0)) {
                nearest = file;
            }
        }
        if (nearest == null) {
            return false;
        }
        location.entry(nearest);
        current = nearest;
        nearest.state = OpenFile.State.TAKEN;
        entry.at(nearest);
        return true;
    }

    /** Moves a file's candidate beyond the location. */
    private boolean beyond(OpenFile file, boolean down) throws Damage {
        long entries = file.file.entries();
        if (file.down == down && file.state == OpenFile.State.END && file.seenEntries == entries) {
            return false;
        }
        file.seenEntries = entries;
        if (file.down == down && file.offset > 0) {
            if (file.state != OpenFile.State.CANDIDATE && !further(file, down)) {
                return false;
            }
        } else {
            file.down = down;
            if (!locate(file, down)) {
                return false;
            }
        }
        file.state = OpenFile.State.CANDIDATE;
        while (location.type == Location.Type.ENTRY) {
            int order = file.compare(location);
            if (down ? order > 0 : order < 0) {
                break;
            }
            if (!further(file, down)) {
                return false;
            }
        }
        return true;
    }

    private static boolean further(OpenFile file, boolean down) throws Damage {
        Selection selection = file.selection();
        if (selection == null) {
            return file.step(down);
        }
        return settle(file, selection, selection.seek(down ? file.offset + 1 : file.offset - 1, down), down);
    }

    /** Stands at an entry found by matches, or the next one that can be read. */
    private static boolean settle(OpenFile file, Selection selection, long found, boolean down) throws Damage {
        long at = found;
        while (at != 0) {
            try {
                file.stand(at);
                return true;
            } catch (Damage e) {
                at = selection.seek(down ? at + 1 : at - 1, down);
            }
        }
        return false;
    }

    private boolean locate(OpenFile file, boolean down) throws Damage {
        Selection selection = file.selection();
        if (selection != null) {
            return settle(file, selection, selection.locate(location, down), down);
        }
        EntryList all = file.all();
        switch (location.type) {
            case HEAD -> {
                return file.stand(0, true);
            }
            case TAIL -> {
                return file.stand(last(all), false);
            }
            default -> {
                if (location.hasSeqnumOf(file.file)) {
                    return file.stand(all.find(EntryList.Key.SEQNUM, location.seqnum, down), down);
                }
            }
        }
        if (location.hasMonotonic) {
            EntryList boot = Selection.boot(file.file, location);
            if (boot != null) {
                long index = boot.find(EntryList.Key.MONOTONIC, location.monotonic, down);
                if (index < 0) {
                    return false;
                }
                file.stand(boot.at(index));
                return true;
            }
        }
        if (location.hasRealtime) {
            return file.stand(all.find(EntryList.Key.REALTIME, location.realtime, down), down);
        }
        return file.stand(down ? 0 : last(all), down);
    }

    private static long last(EntryList all) throws Damage {
        return all.find(EntryList.Key.OFFSET, Long.MAX_VALUE, false);
    }
}
