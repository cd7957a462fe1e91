package astray.report;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON (RFC 8259), indented by two, with lists of plain values on one line. The text stays printable on a
 * terminal: whatever {@link Printable} would escape is escaped here too, in JSON's way. An unpaired surrogate, which
 * some readers refuse even as an escape, becomes U+FFFD.
 */
final class JsonWriter {

    private final StringBuilder out = new StringBuilder(8192);
    private int depth;
    private boolean first = true;

    /** What was written so far. */
    StringBuilder text() {
        return out;
    }

    JsonWriter open() {
        out.append('{');
        depth++;
        first = true;
        return this;
    }

    JsonWriter close() {
        depth--;
        end('}');
        return this;
    }

    /** A member's name; its value has to follow. */
    JsonWriter name(String name) {
        next();
        string(name);
        out.append(": ");
        return this;
    }

    /** A member with a plain value or a list of them. */
    JsonWriter member(String name, @Nullable Object value) {
        name(name);
        value(value);
        return this;
    }

    /** A member whose value is a list of objects. */
    <T> JsonWriter objects(String name, List<T> elements, Consumer<T> members) {
        name(name);
        out.append('[');
        depth++;
        first = true;
        for (T element : elements) {
            next();
            open();
            members.accept(element);
            close();
        }
        depth--;
        end(']');
        return this;
    }

    /** A plain value, or a list of them on one line; anything that is not a number or truth is written as text. */
    void value(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case Double number -> number(number);
            case Float number -> number(number);
            case Number number -> out.append(number);
            case Collection<?> list -> {
                String separator = "";
                out.append('[');
                for (Object element : list) {
                    out.append(separator);
                    value(element);
                    separator = ", ";
                }
                out.append(']');
            }
            default -> string(value.toString());
        }
    }

    private void number(double number) {
        if (!Double.isFinite(number)) {
            out.append("null");
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            out.append((long) number);
        } else {
            out.append(number);
        }
    }

    private void next() {
        if (!first) {
            out.append(',');
        }
        first = false;
        line();
    }

    private void end(char bracket) {
        if (!first) {
            line();
        }
        first = false;
        out.append(bracket);
    }

    private void line() {
        out.append('\n').repeat(' ', 2 * depth);
    }

    private void string(String text) {
        out.append('"');
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                out.append('\ufffd');
            } else if (Printable.acts(codePoint)) {
                escape(codePoint);
            } else {
                if (codePoint == '"' || codePoint == '\\') {
                    out.append('\\');
                }
                out.appendCodePoint(codePoint);
            }
        }
        out.append('"');
    }

    private void escape(int codePoint) {
        switch (codePoint) {
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
                for (char unit : Character.toChars(codePoint)) {
                    out.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        out.append(Character.forDigit(unit >>> shift & 15, 16));
                    }
                }
            }
        }
    }
}
