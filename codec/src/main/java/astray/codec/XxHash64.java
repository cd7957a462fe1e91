package astray.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** xxHash64 with the seed 0 (xxhash_spec.md), which Zstandard's frames carry the lower half of; bytes come in pieces. */
final class XxHash64 {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long PRIME1 = 0x9e3779b185ebca87L;
    private static final long PRIME2 = 0xc2b2ae3d27d4eb4fL;
    private static final long PRIME3 = 0x165667b19e3779f9L;
    private static final long PRIME4 = 0x85ebca77c2b2ae63L;
    private static final long PRIME5 = 0x27d4eb2f165667c5L;

    /** The first two, added. */
    private static final long FIRST = 0x60ea27eeadc0b5d6L;

    /** So many bytes are taken at once, eight by each of the four sums. */
    private static final int STRIPE = 32;

    private final byte[] held = new byte[STRIPE];
    private long sum1;
    private long sum2;
    private long sum3;
    private long sum4;
    private long total;

    XxHash64() {
        reset();
    }

    /** Begins again. */
    void reset() {
        sum1 = FIRST;
        sum2 = PRIME2;
        sum3 = 0;
        sum4 = -PRIME1;
        total = 0;
    }

    /** Takes more bytes. */
    void add(byte[] bytes, int from, int length) {
        int at = from;
        int end = from + length;
        int waiting = (int) (total % STRIPE);
        total += length;
        if (waiting > 0) {
            int more = Math.min(STRIPE - waiting, length);
            System.arraycopy(bytes, at, held, waiting, more);
            at += more;
            if (waiting + more < STRIPE) {
                return;
            }
            stripes(held, 0, STRIPE);
        }
        int whole = (end - at) / STRIPE * STRIPE;
        stripes(bytes, at, at + whole);
        at += whole;
        System.arraycopy(bytes, at, held, 0, end - at);
    }

    private void stripes(byte[] bytes, int from, int end) {
        long a = sum1;
        long b = sum2;
        long c = sum3;
        long d = sum4;
        for (int at = from; at < end; at += STRIPE) {
            a = round(a, (long) LONG.get(bytes, at));
            b = round(b, (long) LONG.get(bytes, at + 8));
            c = round(c, (long) LONG.get(bytes, at + 16));
            d = round(d, (long) LONG.get(bytes, at + 24));
        }
        sum1 = a;
        sum2 = b;
        sum3 = c;
        sum4 = d;
    }

    private static long round(long sum, long lane) {
        return Long.rotateLeft(sum + lane * PRIME2, 31) * PRIME1;
    }

    /** The hash of all bytes since the beginning. */
    long value() {
        long hash = PRIME5;
        if (total >= STRIPE) {
            hash = Long.rotateLeft(sum1, 1)
                    + Long.rotateLeft(sum2, 7)
                    + Long.rotateLeft(sum3, 12)
                    + Long.rotateLeft(sum4, 18);
            hash = merged(hash, sum1);
            hash = merged(hash, sum2);
            hash = merged(hash, sum3);
            hash = merged(hash, sum4);
        }
        hash += total;
        int end = (int) (total % STRIPE);
        int at = 0;
        for (; at + 8 <= end; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) LONG.get(held, at)), 27) * PRIME1 + PRIME4;
        }
        if (at + 4 <= end) {
            long word = (int) (long) LONG.get(held, at) & 0xffffffffL;
            hash = Long.rotateLeft(hash ^ word * PRIME1, 23) * PRIME2 + PRIME3;
            at += 4;
        }
        for (; at < end; at++) {
            hash = Long.rotateLeft(hash ^ (held[at] & 0xffL) * PRIME5, 11) * PRIME1;
        }
        hash = (hash ^ hash >>> 33) * PRIME2;
        hash = (hash ^ hash >>> 29) * PRIME3;
        return hash ^ hash >>> 32;
    }

    private static long merged(long hash, long sum) {
        return (hash ^ round(0, sum)) * PRIME1 + PRIME4;
    }
}
