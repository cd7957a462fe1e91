package astray.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bits read from the end of a run of bytes to its beginning, as Zstandard's entropy coders write them (RFC 8878, 4.1). */
final class BackwardBits {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** So many bits are always in a word that begins within a byte. */
    static final int MANY = 56;

    private byte[] in = {};
    private int start;
    private long left;

    /** Stands at the end; the array must reach eight bytes further. */
    void open(byte[] bytes, int from, int to) throws Corrupt {
        if (to <= from || bytes[to - 1] == 0) {
            throw new Corrupt("Zstandard bit stream without its end mark");
        }
        in = bytes;
        start = from;
        // The highest bit set in the last byte is the mark, not content.
        left = 8L * (to - from) - Integer.numberOfLeadingZeros(bytes[to - 1] & 0xff) + 24 - 1;
    }

    /** The next bits, at most 32; what lies before the beginning counts as zeros. */
    int read(int count) {
        left -= count;
        return look(left, count);
    }

    /** The next bits without taking them. */
    int peek(int count) {
        return look(left - count, count);
    }

    void skip(int count) {
        left -= count;
    }

    private int look(long from, int count) {
        if (count == 0) {
            return 0;
        }
        long mask = (1L << count) - 1;
        if (from >= 0) {
            long word = (long) LONG.get(in, start + (int) (from >>> 3));
            return (int) (word >>> (from & 7) & mask);
        }
        if (from + count <= 0) {
            return 0;
        }
        long word = (long) LONG.get(in, start);
        return (int) (word << -from & mask);
    }

    /** The next 56 bits, which must be there, the first of them the highest. */
    long peekMany() {
        long from = left - MANY;
        return (long) LONG.get(in, start + (int) (from >>> 3)) >>> (from & 7);
    }

    /** How many are left; negative when more were read than there are. */
    long left() {
        return left;
    }
}
