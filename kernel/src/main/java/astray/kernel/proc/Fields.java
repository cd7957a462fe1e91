package astray.kernel.proc;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The words of a line, one after the other, in a part of a buffer that is re-used from line to line. What is not there, or
 * is no number, reads as 0 or as an empty text: nothing here fails, whatever the bytes.
 */
final class Fields {
    /** The value of each hexadecimal digit, -1 for other characters. */
    private static final byte[] HEX = hexDigits();

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

    /** What stands before a byte, without blanks in front; "" where it does not come. Steps over it. */
    String before(char mark) {
        skipBlanks();
        int from = at;
        return passOver(mark) ? new String(bytes, from, at - 1 - from, StandardCharsets.UTF_8) : "";
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
        byte[] from = bytes;
        int place = at;
        int last = Math.min(end, place + digits);
        long value = 0;
        while (place < last) {
            int digit = HEX[from[place] & 0x7f];
            if (digit < 0 || from[place] < 0) {
                break;
            }
            value = value << 4 | digit;
            place++;
        }
        at = place;
        return value;
    }

    private static byte[] hexDigits() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < 16; i++) {
            values["0123456789ABCDEF".charAt(i)] = (byte) i;
            values["0123456789abcdef".charAt(i)] = (byte) i;
        }
        return values;
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
