package astray.codec;

/** The sequences of a Zstandard block: so many literals, then so much of what came before (RFC 8878, 3.1.1.3.2). */
final class Sequences {
    private static final int BLOCK = 1 << 17;

    private static final int[] LITERAL_BASE = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512,
        1024, 2048, 4096, 8192, 16384, 32768, 65536
    };
    private static final int[] LITERAL_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16
    };
    private static final int[] MATCH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
        33, 34, 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195, 16387, 32771, 65539
    };
    private static final int[] MATCH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2,
        2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    private static final short[] LITERAL_DEFAULT = {
        4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1
    };
    private static final short[] OFFSET_DEFAULT = {
        1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1
    };
    private static final short[] MATCH_DEFAULT = {
        1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1
    };

    private static final int LITERAL_LOG = 9;
    private static final int OFFSET_LOG = 8;
    private static final int MATCH_LOG = 9;
    private static final int MAX_OFFSET_CODE = 31;

    private static final FseTable LITERAL_STANDARD = standard(LITERAL_DEFAULT, 6);
    private static final FseTable OFFSET_STANDARD = standard(OFFSET_DEFAULT, 5);
    private static final FseTable MATCH_STANDARD = standard(MATCH_DEFAULT, 6);

    private final FseTable ownLiterals = new FseTable(LITERAL_LOG);
    private final FseTable ownOffsets = new FseTable(OFFSET_LOG);
    private final FseTable ownMatches = new FseTable(MATCH_LOG);
    private FseTable literalTable = LITERAL_STANDARD;
    private FseTable offsetTable = OFFSET_STANDARD;
    private FseTable matchTable = MATCH_STANDARD;
    private final BackwardBits bits = new BackwardBits();

    /** Whether the three tables may be repeated. */
    private boolean known;

    private int repeat1;
    private int repeat2;
    private int repeat3;

    /** Begins a frame. */
    void forget() {
        known = false;
        repeat1 = 1;
        repeat2 = 4;
        repeat3 = 8;
    }

    /** Reads the sequences and does what they say. */
    void apply(byte[] in, int from, int end, byte[] literals, int literalCount, Payload out, int frameStart)
            throws Corrupt {
        int at = from;
        int count = octet(in, at++, end);
        if (count >= 128) {
            int second = octet(in, at++, end);
            count = count < 255 ? (count - 128 << 8) + second : second + (octet(in, at++, end) << 8) + 0x7f00;
        }
        int start = out.length();
        out.reserve(start + BLOCK);
        byte[] target = out.array();
        int to = start;
        int used = 0;
        if (count > 0) {
            int modes = octet(in, at++, end);
            literalTable = chosen(modes >>> 6, literalTable, ownLiterals, LITERAL_STANDARD);
            at = table(ownLiterals, modes >>> 6, in, at, end, LITERAL_LOG);
            offsetTable = chosen(modes >>> 4 & 3, offsetTable, ownOffsets, OFFSET_STANDARD);
            at = table(ownOffsets, modes >>> 4 & 3, in, at, end, OFFSET_LOG);
            matchTable = chosen(modes >>> 2 & 3, matchTable, ownMatches, MATCH_STANDARD);
            at = table(ownMatches, modes >>> 2 & 3, in, at, end, MATCH_LOG);
            known = true;
            bits.open(in, at, end);
            int literalState = bits.read(literalTable.log);
            int offsetState = bits.read(offsetTable.log);
            int matchState = bits.read(matchTable.log);
            for (int i = 0; i < count; i++) {
                int offsetCode = offsetTable.symbol(offsetState);
                int matchCode = matchTable.symbol(matchState);
                int literalCode = literalTable.symbol(literalState);
                if (offsetCode > MAX_OFFSET_CODE
                        || matchCode >= MATCH_BASE.length
                        || literalCode >= LITERAL_BASE.length) {
                    throw new Corrupt("Zstandard sequence with an impossible code");
                }
                long value = (1L << offsetCode) + (bits.read(offsetCode) & 0xffffffffL);
                int match = MATCH_BASE[matchCode] + bits.read(MATCH_BITS[matchCode]);
                int run = LITERAL_BASE[literalCode] + bits.read(LITERAL_BITS[literalCode]);
                long offset = offset(value, run);
                if (run > literalCount - used || run + match > BLOCK - (to - start)) {
                    throw new Corrupt("Zstandard sequence beyond its block");
                }
                System.arraycopy(literals, used, target, to, run);
                used += run;
                to += run;
                if (offset <= 0 || offset > to - frameStart) {
                    throw new Corrupt("Zstandard match outside the content");
                }
                int source = to - (int) offset;
                if (offset >= match) {
                    System.arraycopy(target, source, target, to, match);
                    to += match;
                } else {
                    for (int k = 0; k < match; k++) {
                        target[to++] = target[source++];
                    }
                }
                if (i < count - 1) {
                    literalState = literalTable.next(literalState, bits);
                    matchState = matchTable.next(matchState, bits);
                    offsetState = offsetTable.next(offsetState, bits);
                }
                if (bits.left() < 0) {
                    throw new Corrupt("Zstandard sequences end early");
                }
            }
            if (bits.left() != 0) {
                throw new Corrupt("Zstandard sequences of another length");
            }
        } else if (at != end) {
            throw new Corrupt("Zstandard block with bytes left over");
        }
        int rest = literalCount - used;
        if (rest > BLOCK - (to - start)) {
            throw new Corrupt("Zstandard block too long");
        }
        System.arraycopy(literals, used, target, to, rest);
        out.resize(to + rest);
    }

    /** The distance a value stands for; small values stand for distances used before (RFC 8878, 3.1.1.5). */
    private long offset(long value, int run) {
        if (value > 3) {
            repeat3 = repeat2;
            repeat2 = repeat1;
            repeat1 = (int) Math.min(value - 3, Integer.MAX_VALUE);
            return repeat1;
        }
        int which = (int) value + (run == 0 ? 1 : 0);
        int distance = switch (which) {
            case 1 -> repeat1;
            case 2 -> repeat2;
            case 3 -> repeat3;
            default -> repeat1 - 1;
        };
        if (which > 2) {
            repeat3 = repeat2;
        }
        if (which > 1) {
            repeat2 = repeat1;
            repeat1 = distance;
        }
        return distance;
    }

    private static FseTable standard(short[] distribution, int log) {
        FseTable table = new FseTable(log);
        try {
            table.build(distribution, distribution.length, log);
        } catch (Corrupt e) {
            throw new IllegalStateException(e);
        }
        return table;
    }

    /** The table of a mode: predefined, of the block, or the one before. */
    private FseTable chosen(int mode, FseTable before, FseTable own, FseTable standard) throws Corrupt {
        if (mode == 3 && !known) {
            throw new Corrupt("Zstandard table repeated before it was given");
        }
        return mode == 0 ? standard : mode == 3 ? before : own;
    }

    /** Reads the block's own table, if there is one; returns where the next begins. */
    private static int table(FseTable table, int mode, byte[] in, int at, int end, int maxLog) throws Corrupt {
        if (mode == 1) {
            table.single(octet(in, at, end));
            return at + 1;
        }
        if (mode == 2) {
            table.read(in, at, end, maxLog, 255);
            return table.end();
        }
        return at;
    }

    private static int octet(byte[] in, int at, int end) throws Corrupt {
        if (at >= end) {
            throw new Corrupt("Zstandard sequences end early");
        }
        return in[at] & 0xff;
    }
}
