package astray.codec;

/**
 * Zstandard frames (RFC 8878) without a dictionary. Checksums are not looked at: a journal's data has its own hash.
 * Used again for the next payload, so that its tables are made once.
 */
final class Zstd {
    static final int MAGIC = 0xfd2fb528;
    static final int SKIPPABLE = 0x184d2a50;

    /** The longest block, in bytes of content. */
    static final int BLOCK = 1 << 17;

    static final int RAW = 0;
    static final int RLE = 1;
    static final int COMPRESSED = 2;

    private final FrameHeader header = new FrameHeader();
    private final HuffmanTable huffman = new HuffmanTable();
    private final Sequences sequences = new Sequences();
    private final byte[] literals = new byte[BLOCK];

    /** Unpacks all frames; the array must reach eight bytes beyond the end. */
    void decode(byte[] in, int end, Payload out, int limit) throws Corrupt {
        int at = 0;
        while (at < end) {
            int magic = (int) number(in, at, 4, end);
            at += 4;
            if ((magic & 0xfffffff0) == SKIPPABLE) {
                long size = number(in, at, 4, end);
                if (size > end - at - 4) {
                    throw new Corrupt("Zstandard frame ends early");
                }
                at += 4 + (int) size;
            } else if (magic == MAGIC) {
                at = frame(in, at, end, out, limit);
            } else {
                throw new Corrupt("not Zstandard");
            }
        }
    }

    /** A little-endian number of so many bytes. */
    static long number(byte[] in, int at, int count, int end) throws Corrupt {
        if (count > end - at) {
            throw new Corrupt("Zstandard frame ends early");
        }
        long number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | in[at + i] & 0xff;
        }
        return number;
    }

    private int frame(byte[] in, int from, int end, Payload out, int limit) throws Corrupt {
        int at = header.read(in, from, end);
        if (header.dictionary) {
            throw new Corrupt("Zstandard with a dictionary");
        }
        long size = header.size;
        if (size != FrameHeader.UNKNOWN && (size < 0 || size > limit)) {
            throw new Corrupt("Zstandard content of " + Long.toUnsignedString(size) + " bytes");
        }
        begin();
        int start = out.length();
        boolean last;
        do {
            int head = (int) number(in, at, 3, end);
            at += 3;
            last = (head & 1) != 0;
            int length = head >>> 3;
            int type = head >>> 1 & 3;
            int stored = type == RLE ? 1 : length;
            if (stored > end - at) {
                throw new Corrupt("Zstandard block ends early");
            }
            if (length > BLOCK) {
                throw new Corrupt("Zstandard block too long");
            }
            // A block holds no more than this, so the content cannot outgrow the limit by more.
            if (out.length() > limit - start && out.length() > limit) {
                throw new Corrupt("Zstandard content of more than " + limit + " bytes");
            }
            switch (type) {
                case RAW -> {
                    int to = out.length();
                    out.resize(to + length);
                    System.arraycopy(in, at, out.array(), to, length);
                }
                case RLE -> {
                    int to = out.length();
                    out.resize(to + length);
                    java.util.Arrays.fill(out.array(), to, to + length, in[at]);
                }
                case COMPRESSED -> block(in, at, at + length, out, start);
                default -> throw new Corrupt("Zstandard block of no known type");
            }
            at += stored;
        } while (!last);
        if (out.length() > limit) {
            throw new Corrupt("Zstandard content of more than " + limit + " bytes");
        }
        if (header.checksum) {
            number(in, at, 4, end);
            at += 4;
        }
        return at;
    }

    /** Begins a frame: no table and no distance is known yet. */
    void begin() {
        huffman.forget();
        sequences.forget();
    }

    /**
     * Unpacks a compressed block behind what the frame has so far.
     *
     * @param end where the block ends; the array must reach eight bytes further
     * @param frameStart where in {@code out} the bytes begin that it may refer to
     */
    void block(byte[] in, int from, int end, Payload out, int frameStart) throws Corrupt {
        int at = from;
        int first = (int) number(in, at, 1, end);
        int type = first & 3;
        int format = first >>> 2 & 3;
        int count;
        if (type == RAW || type == RLE) {
            int width = format == 1 ? 2 : format == 3 ? 3 : 1;
            count = (int) number(in, at, width, end) >>> (width == 1 ? 3 : 4);
            at += width;
            int stored = type == RAW ? count : 1;
            if (count > BLOCK || stored > end - at) {
                throw new Corrupt("Zstandard literals end early");
            }
            if (type == RAW) {
                System.arraycopy(in, at, literals, 0, count);
            } else {
                java.util.Arrays.fill(literals, 0, count, in[at]);
            }
            at += stored;
        } else {
            int width = format < 2 ? 3 : format + 2;
            int bits = format < 2 ? 10 : format == 2 ? 14 : 18;
            long header = number(in, at, width, end);
            at += width;
            count = (int) (header >>> 4 & (1 << bits) - 1);
            int stored = (int) (header >>> 4 + bits & (1 << bits) - 1);
            if (count > BLOCK || stored > end - at) {
                throw new Corrupt("Zstandard literals end early");
            }
            int stop = at + stored;
            if (type == COMPRESSED) {
                at = huffman.read(in, at, stop);
            } else if (!huffman.isBuilt()) {
                throw new Corrupt("Zstandard literals without a tree");
            }
            if (format == 0) {
                huffman.decode(in, at, stop, literals, 0, count);
            } else {
                four(in, at, stop, count);
            }
            at = stop;
        }
        sequences.apply(in, at, end, literals, count, out, frameStart);
    }

    private void four(byte[] in, int from, int stop, int count) throws Corrupt {
        int at = from + 6;
        if (at > stop) {
            throw new Corrupt("Zstandard literals end early");
        }
        int part = (count + 3) / 4;
        for (int i = 0; i < 4; i++) {
            int end = i < 3 ? at + (int) number(in, from + 2 * i, 2, stop) : stop;
            int length = i < 3 ? part : count - 3 * part;
            if (end > stop || length < 0) {
                throw new Corrupt("Zstandard literals end early");
            }
            huffman.decode(in, at, end, literals, i * part, length);
            at = end;
        }
    }
}
