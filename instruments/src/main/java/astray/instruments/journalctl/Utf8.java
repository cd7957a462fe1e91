package astray.instruments.journalctl;

/** UTF-8 as systemd looks at it before it prints a text. */
final class Utf8 {
    private Utf8() {}

    /** Whether a text is UTF-8 without control characters; tabs are none, and line ends neither if they are allowed. */
    static boolean isPrintable(byte[] bytes, int from, int to, boolean lines) {
        int at = from;
        while (at < to) {
            int c = bytes[at];
            if (c >= ' ' && c < 0x7f || c == '\t' || c == '\n' && lines) {
                at++;
                continue;
            }
            if (c >= 0) {
                return false;
            }
            int length = length(bytes, at, to);
            if (length == 0 || length == 2 && (c & 0xff) == 0xc2 && (bytes[at + 1] & 0xff) < 0xa0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** The length of the character at a place; 0 when there is none that may stand in a text. */
    static int length(byte[] bytes, int at, int to) {
        int c = bytes[at] & 0xff;
        int length = c < 0x80 ? 1 : c < 0xc0 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf8 ? 4 : 0;
        if (length <= 1) {
            return length;
        }
        if (length > to - at) {
            return 0;
        }
        int point = c & 0xff >> length + 1;
        for (int i = 1; i < length; i++) {
            int next = bytes[at + i] & 0xff;
            if ((next & 0xc0) != 0x80) {
                return 0;
            }
            point = point << 6 | next & 0x3f;
        }
        int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
        boolean valid = point >= least
                && point <= 0x10ffff
                && (point < 0xd800 || point > 0xdfff)
                && (point < 0xfdd0 || point > 0xfdef)
                && (point & 0xfffe) != 0xfffe;
        return valid ? length : 0;
    }
}
