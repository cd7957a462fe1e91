package astray.kernel.proc;

import java.nio.charset.StandardCharsets;

/**
 * The words of a line, one after the other, in a part of a buffer that is re-used from line to line. What is not there, or
 * is no number, reads as 0 or as an empty text: nothing here fails, whatever the bytes.
 */
final class Fields {
    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    /** Moves to a line. */
    void line(byte[] buffer, int from, int to) {
        bytes = buffer;
        at = from;
        end = to;
    }

    private static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }

    private void skipBlanks() {
        while (at < end && blank(bytes[at])) {
            at++;
        }
    }

    /** Whether nothing but blanks is left. */
    boolean atEnd() {
        skipBlanks();
        return at >= end;
    }

    /** Passes over words. */
    void skip(int words) {
        for (int i = 0; i < words; i++) {
            skipBlanks();
            while (at < end && !blank(bytes[at])) {
                at++;
            }
        }
    }

    /** Passes over everything up to a byte, and over it; false where it does not come. */
    boolean passOver(char mark) {
        for (int i = at; i < end; i++) {
            if (bytes[i] == mark) {
                at = i + 1;
                return true;
            }
        }
        return false;
    }

    /** The byte ahead; -1 at the end. */
    int peek() {
        return at < end ? bytes[at] : -1;
    }

    /** The next word. */
    String word() {
        skipBlanks();
        int from = at;
        skip(1);
        return new String(bytes, from, at - from, StandardCharsets.UTF_8);
    }

    /** What is left behind one blank, blanks inside included. */
    String rest() {
        int from = Math.min(at + (at < end && blank(bytes[at]) ? 1 : 0), end);
        at = end;
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** A decimal number at the start of the next word, perhaps with a sign; stops at the first byte that is no digit. */
    long decimal() {
        skipBlanks();
        boolean negative = at < end && bytes[at] == '-';
        if (negative) {
            at++;
        }
        long value = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + (bytes[at++] - '0');
        }
        return negative ? -value : value;
    }

    /** A hexadecimal number at the start of the next word, of at most so many digits. */
    long hex(int digits) {
        skipBlanks();
        long value = 0;
        for (int last = Math.min(end, at + digits); at < last; at++) {
            int digit = hexDigit(bytes[at]);
            if (digit < 0) {
                break;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static int hexDigit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    /** Steps over one byte if it is this one. */
    boolean accept(char mark) {
        if (at < end && bytes[at] == mark) {
            at++;
            return true;
        }
        return false;
    }
}
