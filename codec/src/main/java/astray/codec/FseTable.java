package astray.codec;

/** A decoding table of finite state entropy (RFC 8878, 4.1). */
final class FseTable {
    private static final int MAX_SYMBOLS = 256;

    /** The number of bits of a state. */
    int log;

    private final byte[] symbol;
    private final byte[] bits;
    private final short[] base;
    private final short[] counts = new short[MAX_SYMBOLS];

    /** Where the description that was read last ended. */
    private int end;

    FseTable(int maxLog) {
        symbol = new byte[1 << maxLog];
        bits = new byte[1 << maxLog];
        base = new short[1 << maxLog];
    }

    int symbol(int state) {
        return symbol[state] & 0xff;
    }

    int bits(int state) {
        return bits[state];
    }

    int next(int state, BackwardBits in) {
        return base[state] + in.read(bits[state]);
    }

    int end() {
        return end;
    }

    /** One symbol, always. */
    void single(int only) {
        log = 0;
        symbol[0] = (byte) only;
        bits[0] = 0;
        base[0] = 0;
    }

    /** The table of a distribution; -1 stands for "less than one". */
    void build(short[] distribution, int symbols, int accuracy) throws Corrupt {
        log = accuracy;
        int size = 1 << accuracy;
        int high = size;
        short[] next = new short[symbols];
        for (int s = 0; s < symbols; s++) {
            if (distribution[s] == -1) {
                symbol[--high] = (byte) s;
                next[s] = 1;
            } else {
                next[s] = distribution[s];
            }
        }
        int step = (size >> 1) + (size >> 3) + 3;
        int mask = size - 1;
        int at = 0;
        for (int s = 0; s < symbols; s++) {
            for (int i = 0; i < distribution[s]; i++) {
                symbol[at] = (byte) s;
                do {
                    at = at + step & mask;
                } while (at >= high);
            }
        }
        if (at != 0) {
            throw new Corrupt("Zstandard distribution that does not fill its table");
        }
        for (int i = 0; i < size; i++) {
            int state = next[symbol[i] & 0xff]++;
            int count = accuracy - (31 - Integer.numberOfLeadingZeros(state));
            bits[i] = (byte) count;
            base[i] = (short) ((state << count) - size);
        }
    }

    /**
     * Reads the description of a distribution (RFC 8878, 4.1.1) and builds its table.
     *
     * @param maxLog the largest accuracy that is allowed
     * @param maxSymbol the largest symbol that is allowed
     */
    void read(byte[] in, int from, int to, int maxLog, int maxSymbol) throws Corrupt {
        long bit = 8L * from;
        int accuracy = (int) forward(in, bit, 4, to) + 5;
        bit += 4;
        if (accuracy > maxLog) {
            throw new Corrupt("Zstandard table too large");
        }
        int remaining = (1 << accuracy) + 1;
        int symbols = 0;
        while (remaining > 1) {
            if (symbols > maxSymbol) {
                throw new Corrupt("Zstandard distribution with too many symbols");
            }
            int wide = 32 - Integer.numberOfLeadingZeros(remaining);
            int value = (int) forward(in, bit, wide, to);
            int lowerMask = (1 << wide - 1) - 1;
            int threshold = (1 << wide) - 1 - remaining;
            if ((value & lowerMask) < threshold) {
                value &= lowerMask;
                bit += wide - 1;
            } else {
                if (value > lowerMask) {
                    value -= threshold;
                }
                bit += wide;
            }
            int probability = value - 1;
            counts[symbols++] = (short) probability;
            remaining -= Math.abs(probability);
            if (probability == 0) {
                int repeat;
                do {
                    repeat = (int) forward(in, bit, 2, to);
                    bit += 2;
                    for (int i = 0; i < repeat; i++) {
                        if (symbols > maxSymbol) {
                            throw new Corrupt("Zstandard distribution with too many symbols");
                        }
                        counts[symbols++] = 0;
                    }
                } while (repeat == 3);
            }
        }
        if (remaining != 1) {
            throw new Corrupt("Zstandard distribution of another sum");
        }
        end = (int) (bit + 7 >>> 3);
        if (end > to) {
            throw new Corrupt("Zstandard table ends early");
        }
        build(counts, symbols, accuracy);
    }

    /** Bits from a place on, the lowest first; behind the end there are zeros. */
    private static long forward(byte[] in, long bit, int count, int to) throws Corrupt {
        int at = (int) (bit >>> 3);
        if (at >= to) {
            throw new Corrupt("Zstandard table ends early");
        }
        long word = 0;
        for (int i = 0; i < 4 && at + i < to; i++) {
            word |= (in[at + i] & 0xffL) << 8 * i;
        }
        return word >>> (bit & 7) & (1L << count) - 1;
    }
}
