package astray.instruments;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text on its way out: gathered as UTF-8 bytes, written in large pieces. Made for lines that are put together from many
 * small parts; nothing is allocated for a part.
 */
public final class Output {
    private static final int PIECE = 1 << 16;

    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

    private final OutputStream stream;
    private byte[] bytes = new byte[PIECE + 4096];
    private int length;

    /** Writes to a stream, which stays the caller's to close. */
    public Output(OutputStream stream) {
        this.stream = stream;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    /** A text, as it is: control characters from outside are the caller's to replace. */
    public Output text(String text) {
        // nearly all are ASCII; local variables, since the first compiler reads a field anew each time
        int count = text.length();
        room(count);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length = at;
                return text(text, i, count);
            }
            to[at++] = (byte) c;
        }
        length = at;
        return this;
    }

    /** A text with a question mark for each control character. */
    public Output printable(String text) {
        int count = text.length();
        room(count);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == 0x7f) {
                to[at++] = '?';
            } else if (c >= 0x80) {
                length = at;
                return printableRest(text, i);
            } else {
                to[at++] = (byte) c;
            }
        }
        length = at;
        return this;
    }

    private Output printableRest(String text, int from) {
        int plain = from;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f && c < 0xa0) {
                text(text, plain, i).put('?');
                plain = i + 1;
            }
        }
        return text(text, plain, text.length());
    }

    /** A text, as it is: control characters from outside are the caller's to replace. */
    public Output text(CharSequence text) {
        return text(text, 0, text.length());
    }

    /** A part of a text, as it is. */
    public Output text(CharSequence text, int from, int to) {
        room(3 * (to - from));
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xc0 | c >> 6);
                bytes[length++] = (byte) (0x80 | c & 0x3f);
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                bytes[length++] = (byte) (0xf0 | point >> 18);
                bytes[length++] = (byte) (0x80 | point >> 12 & 0x3f);
                bytes[length++] = (byte) (0x80 | point >> 6 & 0x3f);
                bytes[length++] = (byte) (0x80 | point & 0x3f);
            } else {
                bytes[length++] = (byte) (0xe0 | c >> 12);
                bytes[length++] = (byte) (0x80 | c >> 6 & 0x3f);
                bytes[length++] = (byte) (0x80 | c & 0x3f);
            }
        }
        return this;
    }

    /** One ASCII character. */
    public Output put(char c) {
        room(1);
        bytes[length++] = (byte) c;
        return this;
    }

    /** A byte in decimal, 0 to 255: without a division, since addresses are made of these. */
    public Output octet(int value) {
        room(3);
        int rest = value;
        if (value >= 100) {
            int hundreds = value >= 200 ? 2 : 1;
            bytes[length++] = (byte) ('0' + hundreds);
            rest -= 100 * hundreds;
        }
        // 103/1024 is a tenth, for what is below 178
        int tens = rest * 103 >>> 10;
        if (value >= 10) {
            bytes[length++] = (byte) ('0' + tens);
        }
        bytes[length++] = (byte) ('0' + rest - 10 * tens);
        return this;
    }

    /** A number in decimal. */
    public Output number(long value) {
        room(20);
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                return text("-9223372036854775808");
            }
            bytes[length++] = '-';
            value = -value;
        }
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        for (int i = digits - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + value % 10);
            value /= 10;
        }
        length += digits;
        return this;
    }

    /** A number in hexadecimal digits, without a sign. */
    public Output hexadecimal(long value) {
        room(16);
        byte[] to = bytes;
        byte[] digits = HEXADECIMAL;
        int at = length;
        int shift = Math.max(0, 60 - (Long.numberOfLeadingZeros(value) & ~3));
        for (; shift >= 0; shift -= 4) {
            to[at++] = digits[(int) (value >>> shift) & 15];
        }
        length = at;
        return this;
    }

    /** A number in decimal, with blanks in front up to a width. */
    public Output number(long value, int width) {
        int digits = value < 0 ? 2 : 1;
        for (long rest = value; rest >= 10 || rest <= -10; rest /= 10) {
            digits++;
        }
        return blanks(width - digits).number(value);
    }

    /** Some bytes as they are. */
    public Output raw(byte[] value, int from, int count) {
        room(count);
        System.arraycopy(value, from, bytes, length, count);
        length += count;
        return this;
    }

    /** Bytes as they are. */
    public Output raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    /** A text, with blanks in front up to a width. */
    public Output right(CharSequence text, int width) {
        return blanks(width - text.length()).text(text);
    }

    /** A text, with blanks behind up to a width. */
    public Output left(CharSequence text, int width) {
        return text(text).blanks(width - text.length());
    }

    /** Blanks; none for a negative number. */
    public Output blanks(int count) {
        if (count > 0) {
            room(count);
            Arrays.fill(bytes, length, length + count, (byte) ' ');
            length += count;
        }
        return this;
    }

    /** Ends a line; a large piece is written then. */
    public void line() throws ClosedOutput {
        put('\n');
        flushLarge();
    }

    /** Writes what was gathered if it is a large piece. */
    public void flushLarge() throws ClosedOutput {
        if (length >= PIECE) {
            flush();
        }
    }

    /** Writes what was gathered. */
    public void flush() throws ClosedOutput {
        try {
            stream.write(bytes, 0, length);
            stream.flush();
        } catch (IOException e) {
            throw new ClosedOutput(e);
        } finally {
            length = 0;
        }
    }
}
