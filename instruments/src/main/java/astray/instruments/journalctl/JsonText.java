package astray.instruments.journalctl;

import astray.codec.Payload;
import java.nio.charset.StandardCharsets;

/** Values as JSON writes them: text where it is text, its bytes as numbers where it is not. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private static final String STRING = "\u001b[0;32m";
    private static final String NUMBER = "\u001b[0;1;34m";
    private static final String NULL = "\u001b[0;1;39m";

    private final Payload out;
    private final boolean pretty;
    private final boolean colours;

    JsonText(Payload out, boolean pretty, boolean colours) {
        this.out = out;
        this.pretty = pretty;
        this.colours = colours;
    }

    /** What a text begins with. */
    static String opening(boolean colours) {
        return colours ? '"' + STRING : "\"";
    }

    /** What a text ends with. */
    static String closing(boolean colours) {
        return colours ? Paint.OFF + '"' : "\"";
    }

    static String quoted(String text, boolean colours) {
        return opening(colours) + text + closing(colours);
    }

    void nothing() {
        colour(NULL);
        ascii("null");
        colour(Paint.OFF);
    }

    private void colour(String sequence) {
        if (colours) {
            ascii(sequence);
        }
    }

    private void ascii(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        raw(bytes, 0, bytes.length);
    }

    /** A value; {@code depth} is how far it is indented if its bytes go on lines of their own. */
    void value(byte[] bytes, int from, int to, int depth) {
        if (Utf8.isPrintable(bytes, from, to, true)) {
            string(bytes, from, to);
        } else {
            numbers(bytes, from, to, depth);
        }
    }

    /** A text that is known to be printable. */
    void string(byte[] bytes, int from, int to) {
        out.reserve(out.length() + 2 * (to - from) + 2);
        put('"');
        colour(STRING);
        int start = from;
        for (int i = from; i < to; i++) {
            byte c = bytes[i];
            if (c >= ' ' && c != '"' && c != '\\' || c < 0) {
                continue;
            }
            raw(bytes, start, i - start);
            start = i + 1;
            put('\\');
            switch (c) {
                case '\n' -> put('n');
                case '\t' -> put('t');
                case '"', '\\' -> put((char) c);
                default -> {
                    put('u');
                    put('0');
                    put('0');
                    put(HEX.charAt(c >> 4 & 15));
                    put(HEX.charAt(c & 15));
                }
            }
        }
        raw(bytes, start, to - start);
        colour(Paint.OFF);
        put('"');
    }

    private void numbers(byte[] bytes, int from, int to, int depth) {
        out.reserve(out.length() + (to - from) * (pretty ? 6 + depth : 4) + 8);
        put('[');
        for (int i = from; i < to; i++) {
            if (i > from) {
                put(',');
            }
            line(depth + 1);
            colour(NUMBER);
            int octet = bytes[i] & 0xff;
            if (octet >= 100) {
                put((char) ('0' + octet / 100));
            }
            if (octet >= 10) {
                put((char) ('0' + octet / 10 % 10));
            }
            put((char) ('0' + octet % 10));
            colour(Paint.OFF);
        }
        line(depth);
        put(']');
    }

    private void line(int depth) {
        if (pretty) {
            put('\n');
            for (int i = 0; i < depth; i++) {
                put('\t');
            }
        }
    }

    private void put(char c) {
        int length = out.length();
        out.resize(length + 1);
        out.array()[length] = (byte) c;
    }

    void raw(byte[] bytes, int from, int count) {
        int length = out.length();
        out.resize(length + count);
        System.arraycopy(bytes, from, out.array(), length, count);
    }
}
