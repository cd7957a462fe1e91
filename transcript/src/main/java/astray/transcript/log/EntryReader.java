package astray.transcript.log;

import astray.facts.LogEntry;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of one form. A line is held until the next one, since lines indented to its message's column belong to
 * the message; of those as many are kept as {@link #MAX_MORE} allows, the rest is passed over.
 */
final class EntryReader implements Reader {
    private static final int MAX_MORE = 8000;

    private final LineHead head;
    private final boolean strict;
    private final Sink sink;
    private @Nullable Line held;
    private int column;
    private boolean relevant;
    /** The held line as a fact, where that line itself matters. */
    private @Nullable LogEntry entry;

    private boolean afterBlank;
    /** Who wrote the held line, once a further line of its message was met. */
    private @Nullable String writer;

    private @Nullable StringBuilder more;
    private @Nullable StringBuilder quoted;

    /**
     * Reads the lines that a head can parse.
     *
     * @param strict whether every line must have the whole shape, not only a stamp, since another form has the same
     */
    EntryReader(LineHead head, boolean strict, Sink sink) {
        this.head = head;
        this.strict = strict;
        this.sink = sink;
    }

    @Override
    public boolean accept(Line line) {
        String text = line.text();
        if (text.isBlank()) {
            // a message may hold an empty line
            boolean inside = held != null && !afterBlank;
            afterBlank = true;
            return inside;
        }
        afterBlank = false;
        char first = text.charAt(0);
        if ((first == ' ' || first == '\t') && continues(text)) {
            return true;
        }
        if (head.parse(text, strict)) {
            boolean matters = head.matters();
            int ownColumn = head.column;
            LogEntry own = matters ? head.entry() : null;
            flush();
            entry = own;
            held = line;
            column = ownColumn;
            relevant = matters;
            return true;
        }
        return marker(line);
    }

    private boolean continues(String text) {
        int indent = Scan.blanksEnd(text, 0);
        if (held == null || indent == text.length() || indent < column) {
            return false;
        }
        if (more == null || quoted == null) {
            more = new StringBuilder();
            quoted = new StringBuilder();
            writer = head.parse(held.text(), strict) ? head.name() : null;
        }
        if (quoted.length() + text.length() < MAX_MORE) {
            String rest = text.substring(indent).stripTrailing();
            more.append('\n').append(rest);
            quoted.append('\n').append(text.stripTrailing());
            relevant = relevant || LogRelevance.matters(writer, rest);
        }
        return true;
    }

    /** {@code -- Boot 5a5d --} is a fact; {@code -- Journal begins at ... --} and grep's {@code --} are passed over. */
    private boolean marker(Line line) {
        if (!Markers.isMarker(line.text())) {
            return false;
        }
        flush();
        if (Markers.isBoot(line.text())) {
            String message = line.text().strip();
            sink.fact(new LogEntry(null, null, null, null, message), line, message);
        }
        return true;
    }

    private void flush() {
        if (held != null && relevant) {
            LogEntry whole = entry == null && head.parse(held.text(), strict) ? head.entry() : entry;
            if (whole != null) {
                String text = held.text().strip();
                sink.fact(withMore(whole), held, quoted == null ? text : text + quoted);
            }
        }
        entry = null;
        held = null;
        more = null;
        quoted = null;
    }

    private LogEntry withMore(LogEntry one) {
        return more == null
                ? one
                : new LogEntry(one.at(), one.host(), one.identifier(), one.pid(), one.message() + more);
    }

    @Override
    public void end() {
        flush();
    }
}
