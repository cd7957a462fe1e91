package astray.journal.hash;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** SipHash-2-4 (Aumasson and Bernstein, 2012), which journals with keyed hashes use; the key is the file's id. */
public final class SipHash {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private SipHash(long key0, long key1) {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
    }

    /**
     * The hash of bytes.
     *
     * @param key0 the first eight bytes of the key as a little-endian number
     * @param key1 the last eight
     */
    public static long hash(byte[] bytes, int length, long key0, long key1) {
        SipHash state = new SipHash(key0, key1);
        int at = 0;
        for (; at + 8 <= length; at += 8) {
            state.word((long) LONG.get(bytes, at));
        }
        long last = (long) length << 56;
        for (int i = 0; at + i < length; i++) {
            last |= (bytes[at + i] & 0xffL) << 8 * i;
        }
        state.word(last);
        state.v2 ^= 0xff;
        for (int i = 0; i < 4; i++) {
            state.round();
        }
        return state.v0 ^ state.v1 ^ state.v2 ^ state.v3;
    }

    private void word(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}
