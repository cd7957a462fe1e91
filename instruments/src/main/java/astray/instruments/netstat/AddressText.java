package astray.instruments.netstat;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.instruments.Output;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An address and a port as they stand in a column, written into a buffer that is used again and again: tens of thousands
 * of rows make no text of their own.
 */
final class AddressText {
    private byte[] bytes = new byte[256];
    private int length;

    /** Empties it. */
    AddressText clear() {
        length = 0;
        return this;
    }

    int length() {
        return length;
    }

    /** Cuts it to a length. */
    void cut(int most) {
        length = Math.min(length, most);
    }

    /** Adds another. */
    void append(AddressText other) {
        room(other.length);
        System.arraycopy(other.bytes, 0, bytes, length, other.length);
        length += other.length;
    }

    private void room(int more) {
        if (length + more + 64 > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more + 64));
        }
    }

    AddressText put(char c) {
        bytes[length++] = (byte) c;
        return this;
    }

    AddressText text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(encoded.length);
        for (byte b : encoded) {
            bytes[length++] = b >= 0 && b < ' ' || b == 0x7f ? (byte) '?' : b;
        }
        return this;
    }

    AddressText number(int value) {
        if (value >= 10) {
            number(value / 10);
        }
        bytes[length++] = (byte) ('0' + value % 10);
        return this;
    }

    /** An IPv4 address. */
    AddressText inet(int bits) {
        return number(bits >>> 24)
                .put('.')
                .number(bits >>> 16 & 0xff)
                .put('.')
                .number(bits >>> 8 & 0xff)
                .put('.')
                .number(bits & 0xff);
    }

    /** Whether an IPv6 address stands for one of IPv4 (RFC 4291, section 2.5.5.2). */
    static boolean isMapped(long high, long low) {
        return high == 0 && low >>> 32 == 0xffff;
    }

    /** An IPv6 address as inet_ntop(3) writes it, but one that stands for IPv4 as that. */
    AddressText inet6(long high, long low) {
        if (isMapped(high, low)) {
            return inet((int) low);
        }
        if (high == 0 && low >>> 32 == 0 && low > 0xffff) {
            return put(':').put(':').inet((int) low);
        }
        if (high == 0 && low == 0) {
            return put(':').put(':');
        }
        return text(new IpAddress(Family.INET6, high, low).toString());
    }

    /** Writes it, with blanks behind up to a width. */
    void write(Output out, int width) {
        out.raw(bytes, 0, length).blanks(width - length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
