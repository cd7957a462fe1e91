package astray.packet.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text while it is put together, as bytes: nothing is allocated for a part, and a packet's text is written as it stands. */
public final class Line {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[8192];
    private int length;

    /** Makes an empty one. */
    public Line() {}

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    /** The bytes; as many as {@link #length()} count. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many bytes there are. */
    public int length() {
        return length;
    }

    /** Takes away all, or what came after a place. */
    public void cut(int newLength) {
        length = newLength;
    }

    /** A text. */
    public Line text(String text) {
        int count = text.length();
        room(3 * count);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else {
                return rest(text.substring(i));
            }
        }
        return this;
    }

    private Line rest(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    /** One byte of text. */
    public Line put(int c) {
        room(1);
        bytes[length++] = (byte) c;
        return this;
    }

    /** A number in decimal. */
    public Line number(long value) {
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

    /** A number of 64 bits without a sign. */
    public Line unsigned(long value) {
        return value >= 0 ? number(value) : text(Long.toUnsignedString(value));
    }

    /** A number in decimal, with zeroes in front up to a width. */
    public Line padded(long value, int width) {
        return fill(value, width, '0');
    }

    /** A number in decimal, with blanks in front up to a width. */
    public Line right(long value, int width) {
        return fill(value, width, ' ');
    }

    private Line fill(long value, int width, char filler) {
        int digits = value < 0 ? 2 : 1;
        for (long rest = Math.abs(value); rest >= 10; rest /= 10) {
            digits++;
        }
        for (int i = digits; i < width; i++) {
            put(filler);
        }
        return number(value);
    }

    /** A text, with blanks behind up to a width. */
    public Line left(String text, int width) {
        text(text);
        for (int i = text.length(); i < width; i++) {
            put(' ');
        }
        return this;
    }

    /** Moves what came after a place to the right, with blanks in front up to a width. */
    public Line alignRight(int from, int width) {
        int count = length - from;
        int blanks = width - count;
        if (blanks > 0) {
            room(blanks);
            System.arraycopy(bytes, from, bytes, from + blanks, count);
            Arrays.fill(bytes, from, from + blanks, (byte) ' ');
            length += blanks;
        }
        return this;
    }

    /** A number in hexadecimal, in as many digits as it needs. */
    public Line hex(long value) {
        return hex(value, 1);
    }

    /** A number in hexadecimal, in at least so many digits. */
    public Line hex(long value, int digits) {
        int needed = (67 - Long.numberOfLeadingZeros(value | 1)) / 4;
        int count = Math.max(needed, digits);
        room(count);
        for (int i = count - 1; i >= 0; i--) {
            bytes[length++] = HEX[(int) (i >= 16 ? 0 : value >>> 4 * i & 15)];
        }
        return this;
    }

    /** An IPv4 address. */
    public Line ip4(int address) {
        room(15);
        octet(address >>> 24);
        bytes[length++] = '.';
        octet(address >>> 16 & 255);
        bytes[length++] = '.';
        octet(address >>> 8 & 255);
        bytes[length++] = '.';
        octet(address & 255);
        return this;
    }

    private void octet(int value) {
        if (value >= 100) {
            bytes[length++] = (byte) ('0' + value / 100);
        }
        if (value >= 10) {
            bytes[length++] = (byte) ('0' + value / 10 % 10);
        }
        bytes[length++] = (byte) ('0' + value % 10);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
