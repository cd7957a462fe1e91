package astray.transcript.text;

import astray.transcript.Line;
import astray.transcript.Reader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gathers the lines of one JSON array or object, up to 16 Mi characters, and hands the value on at its end. */
public final class JsonBlockReader implements Reader {
    private static final int MAX_CHARACTERS = 16 << 20;

    /** Takes the value. */
    public interface Taker {
        /** The whole value, with its first line. */
        void take(@Nullable Object value, Line first);
    }

    private final Taker taker;
    private final StringBuilder text = new StringBuilder();
    private @Nullable Line first;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean closed;

    /** Hands the value to the taker when it is whole; a value that breaks off or is no JSON is dropped. */
    public JsonBlockReader(Taker taker) {
        this.taker = taker;
    }

    /** Whether a line could begin a JSON array or object. */
    public static boolean opens(String line) {
        String start = line.stripLeading();
        return start.startsWith("[") && !start.startsWith("[[") && !isBracketedWord(start) || start.startsWith("{");
    }

    /** {@code [root@host ~]#} and {@code [ 12.34]} are no JSON. */
    private static boolean isBracketedWord(String start) {
        String inside = start.substring(1).stripLeading();
        return !inside.isEmpty() && "{]\"[".indexOf(inside.charAt(0)) < 0;
    }

    @Override
    public boolean accept(Line line) {
        if (closed) {
            return line.isBlank();
        }
        if (first == null) {
            if (!opens(line.text())) {
                return false;
            }
            first = line;
        }
        if (text.length() + line.text().length() > MAX_CHARACTERS) {
            return false;
        }
        text.append(line.text()).append('\n');
        scan(line.text());
        return true;
    }

    private void scan(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inString) {
                if (escaped) {
                    escaped = false;
                } else if (c == '\\') {
                    escaped = true;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if ((c == ']' || c == '}') && --depth == 0) {
                closed = true;
            }
        }
    }

    @Override
    public void end() {
        if (closed && first != null) {
            try {
                taker.take(Json.parse(text.toString()), first);
            } catch (IOException notJson) {
                // brackets that balance are not yet JSON; the recogniser reports a block without facts
                return;
            }
        }
    }
}
