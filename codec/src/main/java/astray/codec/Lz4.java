package astray.codec;

/** LZ4's block format (lz4_Block_format.md) behind the length of its content, as journals have it. */
final class Lz4 {
    private static final int LENGTH_FIELD = 8;
    private static final int MIN_MATCH = 4;

    private final byte[] in;
    private final int end;
    private int at;

    private Lz4(byte[] in, int end) {
        this.in = in;
        this.end = end;
        this.at = LENGTH_FIELD;
    }

    /**
     * Unpacks a payload: eight bytes with the content's length, little-endian, and a block.
     *
     * @param limit the longest content that is allowed
     */
    static void decode(byte[] in, int end, Payload out, int limit) throws Corrupt {
        if (end < LENGTH_FIELD) {
            throw new Corrupt("LZ4 without its length");
        }
        long size = 0;
        for (int i = LENGTH_FIELD - 1; i >= 0; i--) {
            size = size << 8 | in[i] & 0xff;
        }
        if (size < 0 || size > limit) {
            throw new Corrupt("LZ4 content of " + Long.toUnsignedString(size) + " bytes");
        }
        // No more than 255 bytes of content come out of one byte of a block.
        if (size > 255L * end) {
            throw new Corrupt("LZ4 content longer than its block can hold");
        }
        out.resize((int) size);
        new Lz4(in, end).block(out.array(), (int) size);
    }

    private void block(byte[] out, int size) throws Corrupt {
        int to = 0;
        while (true) {
            int token = octet();
            int literals = length(token >>> 4);
            if (literals > end - at || literals > size - to) {
                throw new Corrupt("LZ4 literals beyond the end");
            }
            System.arraycopy(in, at, out, to, literals);
            at += literals;
            to += literals;
            if (at == end) {
                break;
            }
            int distance = octet() | octet() << 8;
            int match = length(token & 15) + MIN_MATCH;
            if (distance == 0 || distance > to || match > size - to) {
                throw new Corrupt("LZ4 match outside the content");
            }
            for (int i = 0; i < match; i++, to++) {
                out[to] = out[to - distance];
            }
        }
        if (to != size) {
            throw new Corrupt("LZ4 block of another length");
        }
    }

    private int length(int nibble) throws Corrupt {
        int length = nibble;
        if (nibble == 15) {
            int more;
            do {
                more = octet();
                length += more;
                if (length < 0) {
                    throw new Corrupt("LZ4 length too large");
                }
            } while (more == 255);
        }
        return length;
    }

    private int octet() throws Corrupt {
        if (at >= end) {
            throw new Corrupt("LZ4 block ends early");
        }
        return in[at++] & 0xff;
    }
}
