package astray.codec;

/** A decoding table of Zstandard's literals (RFC 8878, 4.2). */
final class HuffmanTable {
    private static final int MAX_BITS = 11;
    private static final int MAX_WEIGHTS = 256;
    private static final int WEIGHTS_LOG = 6;

    /** Below this a loop is quicker than a copy. */
    private static final int FEW = 16;

    /** For each state the symbol, and above it the number of its bits. */
    private final short[] table = new short[1 << MAX_BITS];

    /** Where the states of the next symbol of a weight begin. */
    private final int[] places = new int[MAX_BITS + 2];

    private final byte[] weights = new byte[MAX_WEIGHTS];
    private final FseTable fse = new FseTable(WEIGHTS_LOG);
    private final BackwardBits stream = new BackwardBits();
    private int maxBits;

    /** Whether there is a table; forgotten with each frame. */
    boolean isBuilt() {
        return maxBits > 0;
    }

    void forget() {
        maxBits = 0;
    }

    /** Reads a tree's description and builds its table; returns where the description ends. */
    int read(byte[] in, int from, int to) throws Corrupt {
        if (from >= to) {
            throw new Corrupt("Zstandard tree ends early");
        }
        int header = in[from] & 0xff;
        int end;
        int count;
        if (header < 128) {
            end = from + 1 + header;
            if (end > to) {
                throw new Corrupt("Zstandard tree ends early");
            }
            count = compressedWeights(in, from + 1, end);
        } else {
            count = header - 127;
            end = from + 1 + (count + 1) / 2;
            if (end > to) {
                throw new Corrupt("Zstandard tree ends early");
            }
            for (int i = 0; i < count; i++) {
                int pair = in[from + 1 + i / 2] & 0xff;
                weights[i] = (byte) (i % 2 == 0 ? pair >>> 4 : pair & 15);
            }
        }
        build(count);
        return end;
    }

    private int compressedWeights(byte[] in, int from, int to) throws Corrupt {
        fse.read(in, from, to, WEIGHTS_LOG, MAX_WEIGHTS - 1);
        stream.open(in, fse.end(), to);
        int first = stream.read(fse.log);
        int second = stream.read(fse.log);
        int count = 0;
        while (true) {
            // The two states take turns; the stream is over when one cannot be advanced.
            count = weight(count, fse.symbol(first));
            if (stream.left() < fse.bits(first)) {
                return weight(count, fse.symbol(second));
            }
            first = fse.next(first, stream);
            count = weight(count, fse.symbol(second));
            if (stream.left() < fse.bits(second)) {
                return weight(count, fse.symbol(first));
            }
            second = fse.next(second, stream);
        }
    }

    private int weight(int count, int weight) throws Corrupt {
        if (count >= MAX_WEIGHTS - 1) {
            throw new Corrupt("Zstandard tree with too many weights");
        }
        weights[count] = (byte) weight;
        return count + 1;
    }

    private void build(int count) throws Corrupt {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            if (weights[i] > MAX_BITS) {
                throw new Corrupt("Zstandard weight too large");
            }
            sum += weights[i] > 0 ? 1 << weights[i] - 1 : 0;
        }
        if (sum == 0) {
            throw new Corrupt("Zstandard tree without weights");
        }
        int high = 32 - Integer.numberOfLeadingZeros(sum);
        int rest = (1 << high) - sum;
        if (high > MAX_BITS || Integer.bitCount(rest) != 1) {
            throw new Corrupt("Zstandard tree that is not complete");
        }
        weights[count] = (byte) (32 - Integer.numberOfLeadingZeros(rest));
        // Lighter symbols have the lower states, and those of one weight come in their order.
        int[] next = places;
        java.util.Arrays.fill(next, 0);
        for (int i = 0; i <= count; i++) {
            if (weights[i] > 0) {
                next[weights[i] + 1] += 1 << weights[i] - 1;
            }
        }
        for (int w = 2; w <= high + 1; w++) {
            next[w] += next[w - 1];
        }
        if (next[high + 1] != 1 << high) {
            throw new Corrupt("Zstandard tree that is not complete");
        }
        for (int i = 0; i <= count; i++) {
            int w = weights[i];
            if (w > 0) {
                int size = 1 << w - 1;
                fill(next[w], size, (short) (high + 1 - w << 8 | i));
                next[w] += size;
            }
        }
        maxBits = high;
    }

    private void fill(int from, int count, short value) {
        short[] all = table;
        int done = Math.min(count, FEW);
        for (int i = from; i < from + done; i++) {
            all[i] = value;
        }
        for (; done < count; done *= 2) {
            System.arraycopy(all, from, all, from + done, done);
        }
    }

    /** Decodes one stream into so many bytes. */
    void decode(byte[] in, int from, int to, byte[] out, int at, int count) throws Corrupt {
        BackwardBits source = stream;
        source.open(in, from, to);
        short[] all = table;
        int log = maxBits;
        int mask = (1 << log) - 1;
        int i = 0;
        // Four symbols of at most eleven bits, and one more to look at, out of each word.
        while (i + 4 <= count && source.left() >= BackwardBits.MANY) {
            long word = source.peekMany();
            int rest = BackwardBits.MANY;
            for (int k = 0; k < 4; k++) {
                int found = all[(int) (word >>> rest - log) & mask];
                out[at + i++] = (byte) found;
                rest -= found >>> 8;
            }
            source.skip(BackwardBits.MANY - rest);
        }
        for (; i < count; i++) {
            int found = all[source.peek(log)];
            out[at + i] = (byte) found;
            source.skip(found >>> 8);
        }
        if (source.left() != 0) {
            throw new Corrupt("Zstandard literals of another length");
        }
    }
}
