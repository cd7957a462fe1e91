package astray.journal.hash;

/** Bob Jenkins' lookup3 (hashlittle2, 2006) with both seeds zero, which journals without keyed hashes use. */
public final class Jenkins {
    private static final int BLOCK = 12;

    private int a;
    private int b;
    private int c;

    private Jenkins(int length) {
        a = 0xdeadbeef + length;
        b = a;
        c = a;
    }

    /** The hash of bytes: the first result in the upper half, the second in the lower. */
    public static long hash(byte[] bytes, int length) {
        Jenkins state = new Jenkins(length);
        int at = 0;
        while (length - at > BLOCK) {
            state.add(bytes, at, BLOCK);
            state.mix();
            at += BLOCK;
        }
        if (length - at > 0) {
            state.add(bytes, at, length - at);
            state.end();
        }
        return (long) state.c << 32 | state.b & 0xffffffffL;
    }

    private void add(byte[] bytes, int at, int count) {
        a += word(bytes, at, count);
        b += word(bytes, at + 4, count - 4);
        c += word(bytes, at + 8, count - 8);
    }

    private static int word(byte[] bytes, int at, int count) {
        int word = 0;
        for (int i = 0; i < Math.min(count, 4); i++) {
            word |= (bytes[at + i] & 0xff) << 8 * i;
        }
        return word;
    }

    private void mix() {
        a = a - c ^ Integer.rotateLeft(c, 4);
        c += b;
        b = b - a ^ Integer.rotateLeft(a, 6);
        a += c;
        c = c - b ^ Integer.rotateLeft(b, 8);
        b += a;
        a = a - c ^ Integer.rotateLeft(c, 16);
        c += b;
        b = b - a ^ Integer.rotateLeft(a, 19);
        a += c;
        c = c - b ^ Integer.rotateLeft(b, 4);
        b += a;
    }

    private void end() {
        c = (c ^ b) - Integer.rotateLeft(b, 14);
        a = (a ^ c) - Integer.rotateLeft(c, 11);
        b = (b ^ a) - Integer.rotateLeft(a, 25);
        c = (c ^ b) - Integer.rotateLeft(b, 16);
        a = (a ^ c) - Integer.rotateLeft(c, 4);
        b = (b ^ a) - Integer.rotateLeft(a, 14);
        c = (c ^ b) - Integer.rotateLeft(b, 24);
    }
}
