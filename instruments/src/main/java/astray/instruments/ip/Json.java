package astray.instruments.ip;

import astray.instruments.Output;
import org.jspecify.annotations.Nullable;

/** JSON written as it comes, in the form of {@code ip -j}, or with {@code -p} indented as there. */
final class Json {
    private final Output out;
    private final boolean pretty;
    private int depth;

    /** Whether the next thing is preceded by a comma: something stands before it on its level. */
    private boolean follows;

    Json(Output out, boolean pretty) {
        this.out = out;
        this.pretty = pretty;
    }

    private void separate() {
        if (follows) {
            out.put(',');
        }
        follows = true;
    }

    private void newLine() {
        if (pretty) {
            out.put('\n').blanks(4 * depth);
        }
    }

    /** The name of what comes next; {@code null} for an element of an array. */
    private void name(@Nullable String key) {
        if (key == null) {
            return;
        }
        separate();
        newLine();
        quoted(key);
        out.put(':');
        if (pretty) {
            out.put(' ');
        }
        follows = false;
    }

    private void begin(char bracket) {
        separate();
        out.put(bracket);
        depth++;
        follows = false;
    }

    private void end(char bracket, boolean ownLine) {
        depth--;
        if (follows && ownLine) {
            newLine();
        }
        out.put(bracket);
        follows = true;
    }

    void openObject(@Nullable String key) {
        name(key);
        begin('{');
    }

    void closeObject() {
        end('}', true);
    }

    void openArray(@Nullable String key) {
        name(key);
        begin('[');
        if (pretty) {
            out.put(' ');
        }
    }

    void closeArray() {
        if (pretty && follows) {
            out.put(' ');
        }
        end(']', false);
    }

    void string(@Nullable String key, String value) {
        name(key);
        separate();
        quoted(value);
    }

    /** A number, {@code true}, {@code false} or {@code null}. */
    void literal(@Nullable String key, String value) {
        name(key);
        separate();
        out.text(value);
    }

    void number(@Nullable String key, long value) {
        name(key);
        separate();
        out.number(value);
    }

    private void quoted(String value) {
        out.put('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && c != 0x7f) {
                continue;
            }
            out.text(value, plain, i);
            plain = i + 1;
            switch (c) {
                case '"' -> out.text("\\\"");
                case '\\' -> out.text("\\\\");
                case '\n' -> out.text("\\n");
                case '\t' -> out.text("\\t");
                case '\r' -> out.text("\\r");
                case '\f' -> out.text("\\f");
                case '\b' -> out.text("\\b");
                default -> out.text("\\u00").put(Character.forDigit(c >> 4, 16)).put(Character.forDigit(c & 15, 16));
            }
        }
        out.text(value, plain, value.length()).put('"');
    }
}
