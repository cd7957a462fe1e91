package astray.transcript.connect;

import astray.facts.Fact;
import astray.transcript.Line;
import astray.transcript.Sink;
import org.jspecify.annotations.Nullable;

/** The lines that prove a fact which spans lines: the first of them, up to a bound. */
public final class Quote {
    private static final int MAX_LINES = 80;
    private static final int MAX_CHARACTERS = 8000;

    private final StringBuilder text = new StringBuilder();
    private @Nullable Line first;
    private int lines;

    /** Adds a line, unless there are enough. */
    public void add(Line line) {
        if (first == null) {
            first = line;
        }
        String stripped = line.text().stripTrailing();
        if (lines < MAX_LINES && text.length() + stripped.length() < MAX_CHARACTERS) {
            text.append(lines == 0 ? "" : "\n").append(stripped);
            lines++;
        }
    }

    /** Whether no line was added. */
    public boolean isEmpty() {
        return first == null;
    }

    /** Hands a fact on with these lines as its proof; without a line there is nothing to hand on. */
    public void prove(Fact fact, Sink sink) {
        if (first != null) {
            sink.fact(fact, first, text.toString().strip());
        }
    }

    /** Forgets the lines. */
    public void clear() {
        first = null;
        lines = 0;
        text.setLength(0);
    }
}
