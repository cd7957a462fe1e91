package astray.instruments.journalctl;

import astray.journal.data.Payload;
import java.nio.charset.StandardCharsets;

/** Values as JSON writes them: text where it is text, its bytes as numbers where it is not. */
final class JsonText {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.ISO_8859_1);
    private static final String HEX = "0123456789abcdef";

    private final Payload out;
    private final boolean pretty;

    JsonText(Payload out, boolean pretty) {
        this.out = out;
        this.pretty = pretty;
    }

    void nothing() {
        raw(NULL, 0, NULL.length);
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
            int octet = bytes[i] & 0xff;
            if (octet >= 100) {
                put((char) ('0' + octet / 100));
            }
            if (octet >= 10) {
                put((char) ('0' + octet / 10 % 10));
            }
            put((char) ('0' + octet % 10));
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

    private void raw(byte[] bytes, int from, int count) {
        int length = out.length();
        out.resize(length + count);
        System.arraycopy(bytes, from, out.array(), length, count);
    }
}
