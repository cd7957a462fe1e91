package astray.transcript.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code relevant.tsv} by who writes them. Only the first column is read at once: most runs meet few writers,
 * and the others' rows are never parsed.
 */
final class RelevantTable {
    private static final String FILE = "relevant.tsv";
    private static final String ANYONE = "*";
    private static final int SLOTS = 512;

    /** One writer. */
    private static final class Writer {
        private final String name;
        /** Its rows' lines, without those of anyone. */
        private final List<String> lines = new ArrayList<>();

        private volatile @Nullable WriterRows rows;

        Writer(String name) {
            this.name = name;
        }
    }

    /** By a hash of the name; a taken slot's next one is tried. */
    private final @Nullable Writer[] writers = new Writer[SLOTS];

    private final Writer anyone = new Writer(ANYONE);
    private final List<String> all;
    private volatile @Nullable WriterRows unknown;

    RelevantTable() {
        all = lines();
        String before = "";
        List<Writer> names = List.of();
        for (String line : all) {
            int tab = line.indexOf('\t');
            if (!line.startsWith(before) || before.length() != tab) {
                before = line.substring(0, tab);
                names = before.equals(ANYONE) ? List.of(anyone) : named(before);
            }
            for (Writer writer : names) {
                writer.lines.add(line);
            }
        }
    }

    /** All rows' lines. */
    static List<String> lines() {
        String text;
        try (InputStream in = RelevantTable.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            if (end > from && text.charAt(from) != '#') {
                lines.add(text.substring(from, end));
            }
            from = end + 1;
        }
        return lines;
    }

    private List<Writer> named(String column) {
        List<Writer> named = new ArrayList<>();
        for (String name : RelevantRow.split(column, ',')) {
            int slot = slot(name, 0, name.length());
            Writer writer = writers[slot];
            if (writer == null) {
                writer = new Writer(name);
                writers[slot] = writer;
            }
            named.add(writer);
        }
        return named;
    }

    /** The slot of a name, or the empty one where it would stand. */
    private int slot(String line, int from, int to) {
        int slot = 0;
        for (int i = from; i < to; i++) {
            slot = 31 * slot + line.charAt(i);
        }
        slot &= SLOTS - 1;
        for (Writer writer = writers[slot]; writer != null; writer = writers[slot]) {
            if (writer.name.length() == to - from && line.startsWith(writer.name, from)) {
                break;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    /** The rows for the writer whose name stands between two indexes; for an empty name those of all writers. */
    WriterRows of(String line, int from, int to) {
        if (from == to) {
            WriterRows known = unknown;
            if (known == null) {
                known = new WriterRows(parsed(all), false);
                unknown = known;
            }
            return known;
        }
        Writer writer = writers[slot(line, from, to)];
        writer = writer == null ? anyone : writer;
        WriterRows rows = writer.rows;
        if (rows == null) {
            List<RelevantRow> own = parsed(writer.lines);
            if (writer != anyone) {
                own.addAll(parsed(anyone.lines));
            }
            rows = new WriterRows(own, true);
            writer.rows = rows;
        }
        return rows;
    }

    private static List<RelevantRow> parsed(List<String> lines) {
        List<RelevantRow> rows = new ArrayList<>(lines.size());
        for (String line : lines) {
            rows.add(RelevantRow.parse(line));
        }
        return rows;
    }
}
