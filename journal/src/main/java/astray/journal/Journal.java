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
    private final List<JournalException> problems;
    private final Interleaving interleaving;
    private final List<OpenFile> files;
    private Matches matches = new Matches();
    private int added;

    private Journal(Sources sources, List<JournalException> problems) {
        this.sources = sources;
        this.problems = problems;
        interleaving = new Interleaving(problems);
        files = interleaving.files();
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
        interleaving.close();
    }

    void add(JournalFile file) {
        OpenFile open = new OpenFile(file, added++);
        open.forget(selection(file));
        interleaving.add(open);
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
                interleaving.drop(files.get(i));
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
        interleaving.leave();
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
        interleaving.location().clear(Location.Type.HEAD);
    }

    /** Goes behind the last entry. */
    public void seekTail() {
        forget();
        interleaving.location().clear(Location.Type.TAIL);
    }

    /** Goes to a time: the next entry is the first that is not before it, the previous the last that is not behind it. */
    public void seekRealtime(long micros) {
        forget();
        interleaving.location().seekRealtime(micros);
    }

    /** Goes to an entry, or where it would be. */
    public void seek(Cursor cursor) {
        forget();
        interleaving.location().seek(cursor);
    }

    /** Goes to the next entry; false at the end, where the present one stays. */
    public boolean next() {
        return interleaving.step(true);
    }

    /** Goes to the previous entry; false at the beginning. */
    public boolean previous() {
        return interleaving.step(false);
    }

    /**
     * Goes on by so many entries.
     *
     * @return by how many it went
     */
    public long skip(long count, boolean down) {
        if (count == 0) {
            if (interleaving.location().type != Location.Type.ENTRY) {
                interleaving.step(down);
            }
            return 0;
        }
        long done = 0;
        while (done < count && interleaving.step(down)) {
            done++;
        }
        return done;
    }

    /** The present entry. */
    public Entry entry() {
        return interleaving.entry();
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
