package astray.instruments;

import org.jspecify.annotations.Nullable;

/** A JSON array (RFC 8259) of flat objects, one for each row of a listing, written as the rows come. */
public final class JsonRows {
    private final Output out;
    private boolean rows;
    private boolean members;

    /** Begins the array. */
    public JsonRows(Output out) {
        this.out = out;
        out.put('[');
    }

    /** Begins a row. */
    public JsonRows row() {
        out.text(rows ? ",\n{" : "\n{");
        rows = true;
        members = false;
        return this;
    }

    private void name(String name) {
        if (members) {
            out.put(',');
        }
        members = true;
        quoted(name);
        out.put(':');
    }

    /** A member that is a text; {@code null} for what could not be found out. */
    public JsonRows text(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            out.text("null");
        } else {
            quoted(value);
        }
        return this;
    }

    /** A member that is a number. */
    public JsonRows number(String name, long value) {
        name(name);
        out.number(value);
        return this;
    }

    /** A member that is a number of 64 bits without a sign. */
    public JsonRows unsigned(String name, long value) {
        name(name);
        out.text(Long.toUnsignedString(value));
        return this;
    }

    /** A member that is a number, {@code null} for what could not be found out. */
    public JsonRows number(String name, @Nullable Long value) {
        if (value == null) {
            return text(name, null);
        }
        return number(name, value.longValue());
    }

    /** A member that is true or false. */
    public JsonRows truth(String name, boolean value) {
        name(name);
        out.text(value ? "true" : "false");
        return this;
    }

    private void quoted(String text) {
        out.put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.put('\\').put(c);
            } else if (c < ' ' || c >= 0x7f && c < 0xa0 || Character.isSurrogate(c)) {
                out.text("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.put(Character.forDigit(c >> shift & 15, 16));
                }
            } else {
                out.text(text, i, i + 1);
            }
        }
        out.put('"');
    }

    /** Ends a row; a large piece is written then. */
    public void end() throws ClosedOutput {
        out.put('}');
        out.flushLarge();
    }

    /** Ends the array. */
    public void close() throws ClosedOutput {
        out.text(rows ? "\n]" : "]").line();
    }
}
