package astray.codec;

/** The header of a Zstandard frame, behind its magic number (RFC 8878, 3.1.1.1). Used again for the next frame. */
final class FrameHeader {
    /** The content's size where the header does not tell it. */
    static final long UNKNOWN = -1;

    private static final int[] DICTIONARY_WIDTHS = {0, 1, 2, 4};
    private static final int[] SIZE_WIDTHS = {0, 2, 4, 8};

    /** How far back the content may refer, in bytes, as an unsigned number. */
    long window;

    /** How long the content is, in bytes, as an unsigned number below 2^64 - 1; else {@link #UNKNOWN}. */
    long size;

    boolean checksum;

    /** Whether the content refers to a dictionary. */
    boolean dictionary;

    /** How long a header is that begins with this byte. */
    static int length(int descriptor) {
        return 1 + (single(descriptor) ? 0 : 1) + DICTIONARY_WIDTHS[descriptor & 3] + sizeWidth(descriptor);
    }

    private static boolean single(int descriptor) {
        return (descriptor & 0x20) != 0;
    }

    private static int sizeWidth(int descriptor) {
        int width = SIZE_WIDTHS[descriptor >>> 6 & 3];
        return width == 0 && single(descriptor) ? 1 : width;
    }

    /** Reads a header; returns where it ends. */
    int read(byte[] in, int from, int end) throws Corrupt {
        int at = from;
        int descriptor = (int) Zstd.number(in, at++, 1, end);
        if ((descriptor & 8) != 0) {
            throw new Corrupt("Zstandard frame of a later kind");
        }
        checksum = (descriptor & 4) != 0;
        boolean single = single(descriptor);
        if (!single) {
            int value = (int) Zstd.number(in, at++, 1, end);
            long base = 1L << 10 + (value >>> 3);
            window = base + (base >>> 3) * (value & 7);
        }
        int dictionaryWidth = DICTIONARY_WIDTHS[descriptor & 3];
        dictionary = Zstd.number(in, at, dictionaryWidth, end) != 0;
        at += dictionaryWidth;
        int width = sizeWidth(descriptor);
        long stated = Zstd.number(in, at, width, end);
        size = width == 0 ? UNKNOWN : width == 2 ? stated + 256 : stated;
        if (single) {
            window = size;
        }
        return at + width;
    }
}
