package astray.transcript.log;

import astray.facts.Fact;
import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Json;
import astray.transcript.text.JsonBlockReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * journalctl -o json, one object a line, and -o json-pretty, one object over many lines (systemd, Journal JSON Format).
 * A field is a string, an array of byte values where it is no text, or an array of either where it occurs repeatedly.
 * Entries that do not matter ({@link LogRelevance}) are read and give no fact.
 */
public final class JournalJsonFormat implements Format {
    private final boolean pretty;

    private JournalJsonFormat(boolean pretty) {
        this.pretty = pretty;
    }

    /** One object a line. */
    public static JournalJsonFormat lines() {
        return new JournalJsonFormat(false);
    }

    /** One object over many lines. */
    public static JournalJsonFormat pretty() {
        return new JournalJsonFormat(true);
    }

    @Override
    public String name() {
        return pretty ? "journalctl -o json-pretty" : "journalctl -o json";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        if (!pretty) {
            return isEntry(first) ? CERTAIN : NO;
        }
        if (!first.equals("{")) {
            return NO;
        }
        for (Line line : head) {
            String text = line.text().stripLeading();
            if (text.startsWith("\"__REALTIME_TIMESTAMP\" : ") || text.startsWith("\"__CURSOR\" : ")) {
                return CERTAIN;
            }
        }
        return NO;
    }

    private static boolean isEntry(String line) {
        return line.startsWith("{\"")
                && line.endsWith("}")
                && (line.contains("\"__REALTIME_TIMESTAMP\"")
                        || line.contains("\"MESSAGE\"") && line.contains("\"_HOSTNAME\""));
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return pretty ? new PrettyReader(sink) : line -> readLine(line, sink);
    }

    private static boolean readLine(Line line, Sink sink) {
        String text = line.text().strip();
        if (!isEntry(text)) {
            return false;
        }
        try {
            take(Json.parse(text), line, sink);
            return true;
        } catch (IOException notJson) {
            return false;
        }
    }

    private static final class PrettyReader implements Reader {
        private final Sink sink;
        private @Nullable JsonBlockReader object;

        PrettyReader(Sink sink) {
            this.sink = sink;
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text().strip();
            if (text.equals("{")) {
                end();
                object = new JsonBlockReader((value, first) -> take(value, first, sink));
            }
            return object != null && object.accept(line);
        }

        @Override
        public void end() {
            if (object != null) {
                object.end();
                object = null;
            }
        }
    }

    private static void take(@Nullable Object value, Line line, Sink sink) {
        if (value instanceof Map<?, ?> fields) {
            LogEntry entry = JournalFields.entry(fields);
            if (entry != null && LogRelevance.matters(entry.identifier(), entry.message())) {
                // quoted without the thirty other fields
                sink.fact(entry, line, entry.message());
            }
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof LogEntry entry && entry.at() instanceof Moment.Dated at && at.offset() != null) {
                out.append(JournalFields.print(entry, at, pretty));
            }
        }
    }
}
