package astray.transcript.document;

import org.jspecify.annotations.Nullable;

/** Documents that are no text. */
final class Binary {
    /** So many bytes tell. */
    static final int START = 512;

    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    private Binary() {}

    /** What the document is instead of text; {@code null} for text. */
    static @Nullable String kind(byte[] start) {
        if (starts(start, 0xd4, 0xc3, 0xb2, 0xa1)
                || starts(start, 0xa1, 0xb2, 0xc3, 0xd4)
                || starts(start, 0x4d, 0x3c, 0xb2, 0xa1)
                || starts(start, 0xa1, 0xb2, 0x3c, 0x4d)) {
            return "a pcap capture";
        }
        if (starts(start, 0x0a, 0x0d, 0x0d, 0x0a)) {
            return "a pcapng capture";
        }
        if (starts(start, 'L', 'P', 'K', 'S', 'H', 'H', 'R', 'H')) {
            return "a binary journal";
        }
        if (starts(start, 0x7f, 'E', 'L', 'F')) {
            return "a program";
        }
        if (starts(start, 0x89, 'P', 'N', 'G')
                || starts(start, 0xff, 0xd8, 0xff)
                || starts(start, 'G', 'I', 'F', '8')) {
            return "an image";
        }
        if (starts(start, 'P', 'K', 3, 4)
                || starts(start, 0x1f, 0x8b)
                || starts(start, 0xfd, '7', 'z', 'X', 'Z')
                || starts(start, 0x28, 0xb5, 0x2f, 0xfd)) {
            return "a compressed file";
        }
        if (starts(start, '%', 'P', 'D', 'F')) {
            return "a PDF";
        }
        if (starts(start, 0xff, 0xfe) || starts(start, 0xfe, 0xff)) {
            return "text in UTF-16";
        }
        int zeros = 0;
        for (byte b : start) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros * 8 > start.length ? "binary data" : null;
    }

    /** How long the byte order mark is. */
    static int mark(byte[] start) {
        return starts(start, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    }

    private static boolean starts(byte[] start, int... with) {
        if (start.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((start[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
