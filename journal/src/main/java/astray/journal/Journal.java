package astray.journal;

import astray.codec.Payload;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The entries of several files in one order (sd-journal(3)): by sequence number where two files count alike, by the
 * clock of a boot, by the calendar. Matches and times are found through the files' own indexes, so that a search touches
 * the pages it needs and no others. Entries that are in two files are shown once.
 *
 * <p>A file that turns out to be damaged in a way that cannot be passed over is left from then on, and {@link #problems}
 * says so. A journal belongs to the thread that opened it.
 */
public final class Journal implements Closeable {
    private final Sources sources;
    private final List<OpenFile> files = new ArrayList<>();
    private final List<JournalException> problems;
    private final Location location = new Location();
    private final Entry entry = new Entry();
    private Matches matches = new Matches();
    private @Nullable OpenFile current;
    private int added;

    /** The other files' candidates as the last choice among all files left them, while {@link #settled}. */
    private final List<OpenFile> rivals = new ArrayList<>();

    private boolean settled;
    private boolean settledDown;

    /** Whether all of them count entries as the present file does, and the number of the nearest. */
    private boolean sameNumbers;

    private long nearestNumber;

    private Journal(Sources sources, List<JournalException> problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /**
     * Opens what sources name.
     *
     * @throws JournalException when a file or folder that was named cannot be read
     */
    public static Journal open(Sources sources) throws JournalException {
        Journal journal = new Journal(sources, new ArrayList<>());
        try {
            sources.addTo(journal);
            return journal;
        } catch (JournalException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    @Override
    public void close() {
        for (OpenFile file : files) {
            file.file.close();
        }
        files.clear();
        leave();
    }

    void add(JournalFile file) {
        OpenFile open = new OpenFile(file, added++);
        open.forget(selection(file));
        files.add(open);
        settled = false;
    }

    @Nullable
    JournalFile named(String path) {
        for (OpenFile file : files) {
            if (file.file.path().equals(path)) {
                return file.file;
            }
        }
        return null;
    }

    void remove(JournalFile gone) {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).file == gone) {
                drop(files.get(i));
                return;
            }
        }
    }

    void problem(JournalException problem) {
        problems.add(problem);
    }

    List<JournalFile> opened() {
        List<JournalFile> opened = new ArrayList<>(files.size());
        for (OpenFile file : files) {
            opened.add(file.file);
        }
        return opened;
    }

    private void drop(OpenFile file) {
        files.remove(file);
        settled = false;
        if (current == file) {
            leave();
        }
        file.file.close();
    }

    private void leave() {
        current = null;
        settled = false;
        entry.at(null);
    }

    /** What could not be opened, or was given up. */
    public List<JournalException> problems() {
        return List.copyOf(problems);
    }

    /** How many files are open. */
    public int files() {
        return files.size();
    }

    /** What the headers of the files say, in the order in which they were found. */
    public List<Header> headers() {
        List<Header> headers = new ArrayList<>(files.size());
        for (OpenFile file : files) {
            headers.add(Header.of(file.file));
        }
        return headers;
    }

    /** Looks at the files of the sources again: new ones are opened, those that are gone are left. */
    public void refresh() {
        sources.refresh(this);
    }

    /** Whether anything was written since the journal was at its end. */
    public boolean hasGrown() {
        for (OpenFile file : files) {
            if (file.state != OpenFile.State.END || file.file.entries() != file.seenEntries) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Selection selection(JournalFile file) {
        return matches.isEmpty() ? null : Selection.of(matches.condition(), file);
    }

    private void forget() {
        leave();
        for (OpenFile file : files) {
            file.forget(selection(file.file));
        }
    }

    /** Wants only entries that match; the place is forgotten, so that a seek must follow. */
    public void select(Matches wanted) {
        matches = wanted;
        forget();
    }

    /** Goes before the first entry. */
    public void seekHead() {
        forget();
        location.clear(Location.Type.HEAD);
    }

    /** Goes behind the last entry. */
    public void seekTail() {
        forget();
        location.clear(Location.Type.TAIL);
    }

    /** Goes to a time: the next entry is the first that is not before it, the previous the last that is not behind it. */
    public void seekRealtime(long micros) {
        forget();
        location.clear(Location.Type.SOUGHT);
        location.hasRealtime = true;
        location.realtime = micros;
    }

    /** Goes to an entry, or where it would be. */
    public void seek(Cursor cursor) {
        forget();
        location.clear(Location.Type.SOUGHT);
        if (cursor.realtime() != null) {
            location.hasRealtime = true;
            location.realtime = cursor.realtime();
        }
        if (cursor.seqnumId() != null && cursor.seqnum() != null) {
            location.hasSeqnum = true;
            location.seqnum = cursor.seqnum();
            location.seqnumIdHigh = cursor.seqnumId().high();
            location.seqnumIdLow = cursor.seqnumId().low();
        }
        if (cursor.bootId() != null && cursor.monotonic() != null) {
            location.hasMonotonic = true;
            location.monotonic = cursor.monotonic();
            location.bootHigh = cursor.bootId().high();
            location.bootLow = cursor.bootId().low();
        }
        if (cursor.hash() != null) {
            location.hasHash = true;
            location.hash = cursor.hash();
        }
    }

    /** Goes to the next entry; false at the end, where the present one stays. */
    public boolean next() {
        return step(true);
    }

    /** Goes to the previous entry; false at the beginning. */
    public boolean previous() {
        return step(false);
    }

    /**
     * Goes on by so many entries.
     *
     * @return by how many it went
     */
    public long skip(long count, boolean down) {
        if (count == 0) {
            if (location.type != Location.Type.ENTRY) {
                step(down);
            }
            return 0;
        }
        long done = 0;
        while (done < count && step(down)) {
            done++;
        }
        return done;
    }

    /** The present entry. */
    public Entry entry() {
        return entry;
    }

    private boolean step(boolean down) {
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
            return settledDown == down;
        }
        sameNumbers = true;
        nearestNumber = down ? -1 : 0;
        rivals.clear();
        for (int i = 0; i < files.size(); i++) {
            OpenFile other = files.get(i);
            if (other == file || other.state == OpenFile.State.END && other.down == down) {
                continue;
            }
            if (other.state != OpenFile.State.CANDIDATE || other.down != down) {
                return false;
            }
            rivals.add(other);
            sameNumbers &= other.sameSource(file);
            int order = Long.compareUnsigned(other.seqnum, nearestNumber);
            if (down ? order < 0 : order > 0) {
                nearestNumber = other.seqnum;
            }
        }
        settled = true;
        settledDown = down;
        return true;
    }

    /** Whether the present file's new entry is behind the location, and before the candidates of all others. */
    private boolean precedes(OpenFile file, boolean down) {
        int order = file.compare(location);
        if (down ? order <= 0 : order >= 0) {
            return false;
        }
        if (sameNumbers) {
            int beside = Long.compareUnsigned(file.seqnum, nearestNumber);
            return rivals.isEmpty() || (down ? beside < 0 : beside > 0);
        }
        for (int i = 0; i < rivals.size(); i++) {
            int beside = file.compare(rivals.get(i));
            if (down ? beside >= 0 : beside <= 0) {
                return false;
            }
        }
        return true;
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

    /**
     * The values of a field in all files, each once, newest first within a file.
     *
     * @param visit takes {@code FIELD=value}; false ends it
     */
    public void values(String field, Predicate<Payload> visit) {
        Payload payload = new Payload();
        for (int i = 0; i < files.size(); i++) {
            JournalFile file = files.get(i).file;
            try {
                long object = file.findField(field);
                long data = object == 0 ? 0 : file.longAt(object + Layout.FIELD_HEAD_DATA_OFFSET);
                while (data != 0) {
                    file.object(Layout.DATA, data);
                    long next = file.nextOfField(data);
                    if (readable(file, data, payload)
                            && !shownBefore(i, payload.array(), payload.length(), false)
                            && !visit.test(payload)) {
                        return;
                    }
                    data = next;
                }
            } catch (Damage e) {
                problems.add(new JournalException(
                        file.path(), JournalException.Reason.DAMAGED, String.valueOf(e.getMessage())));
            }
        }
    }

    private static boolean readable(JournalFile file, long data, Payload into) {
        try {
            file.payload(data, into);
            return true;
        } catch (Damage e) {
            return false;
        }
    }

    private boolean shownBefore(int before, byte[] bytes, int length, boolean field) {
        for (int i = 0; i < before; i++) {
            try {
                JournalFile file = files.get(i).file;
                long found = field
                        ? file.findField(new String(bytes, 0, length, StandardCharsets.ISO_8859_1))
                        : file.findData(bytes, length);
                if (found != 0) {
                    return true;
                }
            } catch (Damage e) {
                // Shown twice is better than not at all.
            }
        }
        return false;
    }

    /** The names of all fields, each once, in the order of the files' tables. */
    public List<String> fieldNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            JournalFile file = files.get(i).file;
            try {
                long buckets = file.buckets(Layout.FIELD_HASH_TABLE_OFFSET, Layout.FIELD_HASH_TABLE_SIZE);
                long table = file.longAt(Layout.FIELD_HASH_TABLE_OFFSET);
                for (long bucket = 0; bucket < buckets; bucket++) {
                    long object = file.longAt(table + bucket * Layout.HASH_ITEM);
                    while (object != 0) {
                        int length = (int) Math.min(
                                file.object(Layout.FIELD, object) - Layout.FIELD_PAYLOAD, JournalFile.LONGEST_FIELD);
                        byte[] name = file.bytes(object + Layout.FIELD_PAYLOAD, length);
                        if (!shownBefore(i, name, length, true)) {
                            names.add(new String(name, StandardCharsets.ISO_8859_1));
                        }
                        object = JournalFile.forward(object, file.longAt(object + Layout.NEXT_HASH_OFFSET));
                    }
                }
            } catch (Damage e) {
                problems.add(new JournalException(
                        file.path(), JournalException.Reason.DAMAGED, String.valueOf(e.getMessage())));
            }
        }
        return names;
    }

    /** Looks at every object of every file; what is wrong comes back, a file's first fault each. */
    public List<JournalException> verify() {
        List<JournalException> found = new ArrayList<>();
        for (OpenFile file : files) {
            try {
                new Verification(file.file).run();
            } catch (Damage e) {
                found.add(new JournalException(
                        file.file.path(), JournalException.Reason.DAMAGED, String.valueOf(e.getMessage())));
            }
        }
        return found;
    }
}
