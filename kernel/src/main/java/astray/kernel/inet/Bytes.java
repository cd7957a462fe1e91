package astray.kernel.inet;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that do not change, as a value. */
public final class Bytes {
    private final byte[] bytes;

    private Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** These bytes, copied. */
    public static Bytes of(byte[] bytes) {
        return new Bytes(bytes.clone());
    }

    /** How many. */
    public int size() {
        return bytes.length;
    }

    /** The byte at a place, 0 to 255; 0 beyond the end. */
    public int octet(int at) {
        return at >= 0 && at < bytes.length ? Byte.toUnsignedInt(bytes[at]) : 0;
    }

    /** The two bytes at a place as a number in network byte order; those beyond the end are 0. */
    public int u16(int at) {
        return octet(at) << 8 | octet(at + 1);
    }

    /** The eight bytes at a place as a number in network byte order; those beyond the end are 0. */
    public long u64(int at) {
        long number = 0;
        for (int i = 0; i < 8; i++) {
            number = number << 8 | octet(at + i);
        }
        return number;
    }

    /** Some of them, as far as they reach. */
    public Bytes slice(int at, int length) {
        int from = Math.clamp(at, 0, bytes.length);
        return new Bytes(Arrays.copyOfRange(bytes, from, from + Math.clamp(length, 0, bytes.length - from)));
    }

    /** A copy. */
    public byte[] array() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Two digits for each, in lower case, with colons between: as link-layer addresses are written. */
    @Override
    public String toString() {
        return HexFormat.ofDelimiter(":").formatHex(bytes);
    }
}
