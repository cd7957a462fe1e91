package astray.instruments.journalctl;

import astray.codec.Payload;
import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import astray.journal.Cursor;
import astray.journal.Entry;
import astray.journal.Journal;
import astray.journal.Search;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Goes through the entries that are wanted and prints them. */
final class Show {
    private static final String HIGHLIGHT = "\u001b[0;1;39m";
    private static final int MESSAGE = "MESSAGE=".length();

    /** Milliseconds between two looks at the files. */
    private static final long WAIT = 25;

    /** Nanoseconds between two looks at the folders. */
    private static final long LOOK = 200_000_000;

    private final Settings settings;
    private final Journal journal;
    private Output out = new Output(OutputStream.nullOutputStream());
    private Format format = (entry, from, to) -> {};
    private final boolean colours;
    private final Payload message = new Payload();

    private @Nullable Search search;
    private boolean needSeek;
    private int lines;
    private boolean bootKnown;
    private long bootHigh;
    private long bootLow;

    Show(Settings settings, Journal journal, boolean colours) {
        this.settings = settings;
        this.journal = journal;
        this.colours = colours;
        lines = settings.lines;
    }

    /** Says where to and how entries are printed. */
    void to(Output target, Format entries) {
        out = target;
        format = entries;
    }

    /** Goes to where printing begins. */
    void begin() throws Failure {
        boolean behind = settings.cursorFile == null && settings.afterCursor != null;
        String cursor = settings.cursor != null ? settings.cursor : settings.afterCursor;
        if (settings.cursorFile != null) {
            String kept = kept(Path.of(settings.cursorFile));
            if (kept != null) {
                cursor = kept;
                behind = true;
            }
        }
        boolean down = !settings.reverse;
        boolean there;
        if (cursor != null) {
            Cursor place = Cursor.parse(cursor);
            if (place == null) {
                throw new Failure("Failed to seek to cursor: Invalid argument");
            }
            journal.seek(place);
            long went = journal.skip(behind ? 2 : 1, down);
            there = went > 0;
            if (behind && went < 2) {
                if (settings.follow) {
                    there = false;
                } else {
                    lines = 0;
                }
            }
        } else if (settings.since != null && down) {
            journal.seekRealtime(settings.since);
            there = journal.next();
        } else if (settings.until != null && settings.reverse) {
            journal.seekRealtime(settings.until);
            there = journal.previous();
        } else if (settings.reverse) {
            journal.seekTail();
            there = journal.previous();
        } else if (lines >= 0) {
            journal.seekTail();
            there = journal.skip(lines, false) > 0;
        } else {
            journal.seekHead();
            there = journal.next();
        }
        needSeek = !there;
    }

    private static @Nullable String kept(Path file) throws Failure {
        try {
            String text = Files.readString(file);
            int end = text.indexOf('\n');
            String line = end < 0 ? text : text.substring(0, end);
            return line.isEmpty() && end < 0 ? null : line;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new Failure("Failed to read cursor file " + file + ": " + e.getMessage());
        }
    }

    /** Prints what is wanted up to the end of the journal; returns how many entries. */
    long print() throws Failure, IOException {
        long shown = 0;
        Entry entry = journal.entry();
        while (lines < 0 || shown < lines || settings.follow) {
            if (needSeek) {
                if (!(settings.reverse ? journal.previous() : journal.next())) {
                    break;
                }
            }
            if (!entry.exists()) {
                break;
            }
            Long border = settings.reverse ? settings.since : settings.until;
            if (border != null
                    && (settings.reverse
                            ? Long.compareUnsigned(entry.realtime(), border) < 0
                            : Long.compareUnsigned(entry.realtime(), border) > 0)) {
                break;
            }
            boot(entry);
            needSeek = true;
            Grep grep = settings.grep;
            int from = 0;
            int to = 0;
            if (grep != null) {
                if (!matches(entry, grep)) {
                    continue;
                }
                from = grep.from();
                to = grep.to();
            }
            format.print(entry, from, to);
            out.flushLarge();
            shown++;
        }
        return shown;
    }

    private boolean matches(Entry entry, Grep grep) throws Failure {
        try {
            if (search == null) {
                search = new Search("MESSAGE", grep::mayFind);
            }
            if (!search.admits(entry) || !entry.read("MESSAGE", message)) {
                return false;
            }
            return grep.find(message.array(), MESSAGE, message.length());
        } catch (Grep.Unsupported e) {
            throw new Failure("Pattern matching failed: " + e.getMessage());
        }
    }

    /** Says when another boot begins. */
    private void boot(Entry entry) {
        if (settings.merge || settings.quiet) {
            return;
        }
        if (bootKnown && (entry.bootHigh() != bootHigh || entry.bootLow() != bootLow)) {
            out.text(colours ? HIGHLIGHT : "")
                    .text("-- Boot ")
                    .text(entry.bootId().toString());
            out.text(" --").text(colours ? Paint.OFF : "").put('\n');
        }
        bootHigh = entry.bootHigh();
        bootLow = entry.bootLow();
        bootKnown = true;
    }

    /** Goes on printing what is written, until the reader or the user ends it. */
    void follow() throws Failure, IOException {
        long looked = System.nanoTime();
        while (true) {
            try {
                Thread.sleep(WAIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            // Counting entries costs nothing; looking for files that came or went does.
            boolean look = System.nanoTime() - looked > LOOK;
            if (look) {
                journal.refresh();
                looked = System.nanoTime();
            }
            if (look || journal.hasGrown()) {
                print();
                out.flush();
            }
        }
    }

    /** Tells the cursor of the last entry where it was asked for. */
    void end() throws Failure, ClosedOutput {
        if (!settings.showCursor && settings.cursorFile == null) {
            return;
        }
        if (!journal.entry().exists()) {
            throw new Failure("Failed to get cursor: Cannot assign requested address");
        }
        String cursor = journal.entry().cursor();
        if (settings.showCursor) {
            out.text("-- cursor: ").text(cursor).line();
        }
        if (settings.cursorFile != null) {
            keep(Path.of(settings.cursorFile), cursor + "\n");
        }
    }

    private static void keep(Path file, String text) throws Failure {
        Path temporary = file.resolveSibling(".#" + file.getFileName() + Long.toHexString(System.nanoTime()));
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Failure("Failed to write new cursor to " + file + ": " + e.getMessage());
        }
    }
}
