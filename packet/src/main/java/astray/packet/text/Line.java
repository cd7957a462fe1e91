package astray.packet.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text while it is put together, as bytes: nothing is allocated for a part, and a packet's text is written as it stands. */
public final class Line {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private static final int BILLION = 1_000_000_000;

    /** A hundredth of an int from 0, as a factor and a shift. */
    private static final long HUNDREDTH = 1_374_389_535L;

    private static final int HUNDREDTH_SHIFT = 37;

    /** The two digits of each number below 100. */
    private static final byte[] PAIRS = new byte[200];

    /** For each byte its digits, the first in the lowest bits, and how many there are in the highest. */
    private static final int[] OCTETS = new int[256];

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
        for (int i = 0; i < 256; i++) {
            String text = Integer.toString(i);
            for (int digit = 0; digit < text.length(); digit++) {
                OCTETS[i] |= text.charAt(digit) << 8 * digit;
            }
            OCTETS[i] |= text.length() << 24;
        }
    }

    private static final int USUAL = 8192;

    private byte[] bytes;
    private int length;

    /** Makes an empty one. */
    public Line() {
        this(USUAL);
    }

    /** Makes an empty one with room for so many bytes at first. */
    public Line(int room) {
        bytes = new byte[room];
    }

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
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length = at;
                return rest(text.substring(i));
            }
            to[at++] = (byte) c;
        }
        length = at;
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
        if (value >= 0 && value <= Integer.MAX_VALUE) {
            int digits = digits((int) value);
            decimal((int) value, digits);
            return this;
        }
        if (value < 0) {
            if (value == Long.MIN_VALUE) {
                return text("-9223372036854775808");
            }
            bytes[length++] = '-';
            return number(-value);
        }
        long upper = value / BILLION;
        number(upper);
        decimal((int) (value - upper * BILLION), 9);
        return this;
    }

    private static int digits(int value) {
        if (value < 10_000) {
            return value < 100 ? value < 10 ? 1 : 2 : value < 1000 ? 3 : 4;
        }
        if (value < 100_000_000) {
            return value < 1_000_000 ? value < 100_000 ? 5 : 6 : value < 10_000_000 ? 7 : 8;
        }
        return value < BILLION ? 9 : 10;
    }

    /**
     * Exactly so many digits of a number from 0, for which there must be room. Two at a time, and without a division:
     * Java's first compiler makes a slow one even of that by a constant.
     */
    private void decimal(int value, int digits) {
        int at = length + digits;
        length = at;
        int rest = value;
        for (int left = digits; left > 1; left -= 2) {
            int hundreds = (int) (rest * HUNDREDTH >>> HUNDREDTH_SHIFT);
            int pair = 2 * (rest - 100 * hundreds);
            bytes[--at] = PAIRS[pair + 1];
            bytes[--at] = PAIRS[pair];
            rest = hundreds;
        }
        if ((digits & 1) != 0) {
            bytes[--at] = (byte) ('0' + rest);
        }
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
        if (value < 0 || value > Integer.MAX_VALUE) {
            return fillLong(value, width, filler);
        }
        int digits = digits((int) value);
        room(Math.max(width, digits));
        for (int i = digits; i < width; i++) {
            bytes[length++] = (byte) filler;
        }
        decimal((int) value, digits);
        return this;
    }

    private Line fillLong(long value, int width, char filler) {
        int digits = Long.toString(value).length();
        for (int i = digits; i < width; i++) {
            put(filler);
        }
        return number(value);
    }

    /** Some bytes of text as they are. */
    public Line raw(byte[] text, int count) {
        room(count);
        System.arraycopy(text, 0, bytes, length, count);
        length += count;
        return this;
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
        room(16);
        octet(OCTETS[address >>> 24]);
        bytes[length++] = '.';
        octet(OCTETS[address >>> 16 & 255]);
        bytes[length++] = '.';
        octet(OCTETS[address >>> 8 & 255]);
        bytes[length++] = '.';
        octet(OCTETS[address & 255]);
        return this;
    }

    /** Three bytes, of which as many count as the fourth says. */
    private void octet(int text) {
        int at = length;
        bytes[at] = (byte) text;
        bytes[at + 1] = (byte) (text >> 8);
        bytes[at + 2] = (byte) (text >> 16);
        length = at + (text >>> 24);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
