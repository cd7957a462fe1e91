package astray.instruments.ip;

import astray.facts.IpAddress;
import astray.instruments.ClosedOutput;
import astray.instruments.Output;
import org.jspecify.annotations.Nullable;

/**
 * Prints a value as text or as a member of a JSON object, whichever was asked for. A member's call gives its name in
 * JSON, what stands before and behind the value in text, and perhaps a colour, which covers all three as in the
 * original. A member without a name is an element of an array. Brackets are JSON's alone; {@link #text} is text's alone.
 */
final class Printer {
    private final Output out;
    private final @Nullable Json json;
    private final boolean coloured;
    private final boolean dark;
    private final boolean oneline;

    Printer(Output out, Settings settings, boolean coloured, boolean dark) {
        this(out, settings.json() ? new Json(out, settings.pretty()) : null, coloured, dark, settings.oneline());
    }

    private Printer(Output out, @Nullable Json json, boolean coloured, boolean dark, boolean oneline) {
        this.out = out;
        this.json = json;
        this.coloured = coloured;
        this.dark = dark;
        this.oneline = oneline;
    }

    /** The same, but never JSON. */
    Printer asText() {
        return new Printer(out, null, coloured, dark, oneline);
    }

    /** Whether it prints JSON. */
    boolean isJson() {
        return json != null;
    }

    /** Begins the outermost array of JSON. */
    void open() {
        if (json != null) {
            json.openArray(null);
        }
    }

    /** Ends the outermost array of JSON. */
    void close() throws ClosedOutput {
        if (json != null) {
            json.closeArray();
            out.line();
        }
    }

    void openObject() {
        openObject(null);
    }

    void openObject(@Nullable String key) {
        if (json != null) {
            json.openObject(key);
        }
    }

    void closeObject() {
        if (json != null) {
            json.closeObject();
        }
    }

    void openArray(@Nullable String key) {
        if (json != null) {
            json.openArray(key);
        }
    }

    void closeArray() {
        if (json != null) {
            json.closeArray();
        }
    }

    /** A literal of text alone; nothing in JSON. */
    Printer text(String literal) {
        if (json == null) {
            out.text(literal);
        }
        return this;
    }

    /** A word from outside in text alone: control characters become {@code ?}. */
    Printer outside(String word) {
        if (json == null) {
            out.printable(word);
        }
        return this;
    }

    /** A new line within one record of text: with {@code -o} a backslash. */
    Printer line() {
        if (json == null) {
            out.put(oneline ? '\\' : '\n');
        }
        return this;
    }

    /** The end of a record of text. */
    void end() throws ClosedOutput {
        if (json == null) {
            out.line();
        }
    }

    /** Writes what was printed so far. */
    void flush() throws ClosedOutput {
        out.flush();
    }

    private boolean begin(@Nullable Colour colour) {
        if (!coloured || colour == null) {
            return false;
        }
        out.text(colour.begin(dark));
        return true;
    }

    private void end(boolean begun) {
        if (begun) {
            out.text("\033[0m");
        }
    }

    /** A text. */
    Printer string(@Nullable Colour colour, @Nullable String key, String before, String value, String after) {
        if (json != null) {
            json.string(key, value);
        } else {
            boolean begun = begin(colour);
            out.text(before);
            out.printable(value);
            out.text(after);
            end(begun);
        }
        return this;
    }

    /** A text without colour. */
    Printer string(@Nullable String key, String before, String value, String after) {
        return string(null, key, before, value, after);
    }

    /** A text with a blank behind it. */
    Printer string(@Nullable String key, String value) {
        return string(null, key, "", value, " ");
    }

    /** A text with blanks up to a width, and one more. */
    Printer column(@Nullable Colour colour, @Nullable String key, String value, int width) {
        return string(colour, key, "", value, " ".repeat(Math.max(0, width - value.length()) + 1));
    }

    /** A text of JSON alone. */
    Printer json(@Nullable String key, String value) {
        if (json != null) {
            json.string(key, value);
        }
        return this;
    }

    /** A number of JSON alone. */
    Printer json(@Nullable String key, long value) {
        if (json != null) {
            json.number(key, value);
        }
        return this;
    }

    /** A number of JSON alone that is written as a text, such as a decimal fraction. */
    Printer jsonLiteral(@Nullable String key, String value) {
        if (json != null) {
            json.literal(key, value);
        }
        return this;
    }

    /** A truth of JSON alone. */
    Printer json(@Nullable String key, boolean value) {
        if (json != null) {
            json.literal(key, value ? "true" : "false");
        }
        return this;
    }

    /** {@code null} in JSON, a word in text. */
    Printer nothing(@Nullable String key, String text) {
        if (json != null) {
            json.literal(key, "null");
        } else {
            out.text(text);
        }
        return this;
    }

    /** A number. */
    Printer number(@Nullable String key, String before, long value, String after) {
        if (json != null) {
            json.number(key, value);
        } else {
            out.text(before).number(value).text(after);
        }
        return this;
    }

    /** A number with a blank behind it. */
    Printer number(@Nullable String key, String before, long value) {
        return number(key, before, value, " ");
    }

    /** An unsigned number of 64 bits. */
    Printer unsigned(@Nullable String key, String before, long value, String after) {
        if (value >= 0) {
            return number(key, before, value, after);
        }
        String digits = Long.toUnsignedString(value);
        if (json != null) {
            json.literal(key, digits);
        } else {
            out.text(before).text(digits).text(after);
        }
        return this;
    }

    /** A number with a form of its own in text, such as one with a unit, and a plain number in JSON. */
    Printer number(@Nullable String key, long value, String text) {
        if (json != null) {
            json.number(key, value);
        } else {
            out.text(text);
        }
        return this;
    }

    /** A number whose text is not its JSON, such as a decimal fraction with a unit. */
    Printer literal(@Nullable String key, String literal, String text) {
        if (json != null) {
            json.literal(key, literal);
        } else {
            out.text(text);
        }
        return this;
    }

    /**
     * An IPv4 address, or a prefix where its length is not negative, with a blank behind it: as {@link #string}, but
     * without a string made.
     */
    Printer inet4(@Nullable Colour colour, @Nullable String key, String before, int address, int length) {
        if (json != null) {
            String text = IpAddress.v4(address).toString();
            json.string(key, length < 0 ? text : text + "/" + length);
            return this;
        }
        boolean begun = begin(colour);
        out.text(before);
        out.octet(address >>> 24).put('.').octet(address >>> 16 & 255).put('.');
        out.octet(address >>> 8 & 255).put('.').octet(address & 255);
        if (length >= 0) {
            out.put('/').octet(length);
        }
        out.put(' ');
        end(begun);
        return this;
    }

    /** A hexadecimal number behind {@code 0x}; in JSON a text. */
    Printer hex(@Nullable String key, String before, long value, String after) {
        return string(null, key, before, "0x" + Long.toHexString(value), after);
    }

    /** A truth, {@code true} or {@code false} in text too. */
    Printer truth(@Nullable String key, String before, boolean value, String after) {
        if (json != null) {
            json.literal(key, value ? "true" : "false");
        } else {
            out.text(before).text(value ? "true" : "false").text(after);
        }
        return this;
    }

    /** A switch: {@code on} or {@code off} in text, a truth in JSON. */
    Printer onOff(@Nullable String key, String before, boolean value, String after) {
        if (json != null) {
            json.literal(key, value ? "true" : "false");
        } else {
            out.text(before).text(value ? "on" : "off").text(after);
        }
        return this;
    }

    /** What is there or not: {@code true} in JSON, a word in text. */
    Printer flag(@Nullable String key, String text) {
        if (json != null) {
            json.literal(key, "true");
        } else {
            out.text(text);
        }
        return this;
    }
}
