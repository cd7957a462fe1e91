package astray.instruments.dmesg;

import astray.instruments.Output;

/**
 * Prints a message as bytes: what no terminal should see is written as {@code \x1b}, and lines below the first are
 * indented.
 */
final class Escapes {
    private static final String HEX = "0123456789abcdef";

    private final Output out;
    private final boolean escape;
    private final boolean utf8;

    /**
     * Prepares to print.
     *
     * @param escape false to print everything as it is
     * @param utf8 whether the terminal's encoding has more than ASCII
     */
    Escapes(Output out, boolean escape, boolean utf8) {
        this.out = out;
        this.escape = escape;
        this.utf8 = utf8;
    }

    /** Prints some bytes; a line break that more follows is followed by so many blanks. */
    void print(byte[] bytes, int from, int to, int indent) {
        int i = from;
        while (i < to) {
            int length = 1;
            boolean printable = !escape;
            if (escape) {
                int c = bytes[i];
                if (c >= 0) {
                    printable = c >= ' ' && c < 0x7f || c >= '\t' && c <= '\r';
                } else if (utf8) {
                    length = sequence(bytes, i, to);
                    printable = length > 1 && isPrintable(codePoint(bytes, i, length));
                }
            }
            if (!printable) {
                for (int k = i; k < i + length; k++) {
                    out.text("\\x").put(HEX.charAt(bytes[k] >> 4 & 0xf)).put(HEX.charAt(bytes[k] & 0xf));
                }
            } else {
                out.raw(bytes, i, length);
                if (bytes[i] == '\n' && i + 1 < bytes.length && bytes[i + 1] != 0) {
                    out.blanks(indent);
                }
            }
            i += length;
        }
    }

    /** How many bytes the UTF-8 sequence here has; 1 for what is none (RFC 3629 section 4). */
    private static int sequence(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xff;
        int length = first >= 0xf0 && first <= 0xf4
                ? 4
                : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 1;
        if (at + length > end) {
            return 1;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xc0) != 0x80) {
                return 1;
            }
        }
        int point = length > 1 ? codePoint(bytes, at, length) : first;
        boolean overlong = length == 3 && point < 0x800 || length == 4 && point < 0x10000;
        return overlong || point > Character.MAX_CODE_POINT || point >= 0xd800 && point < 0xe000 ? 1 : length;
    }

    private static int codePoint(byte[] bytes, int at, int length) {
        int point = bytes[at] & 0xff >> length + 1;
        for (int i = 1; i < length; i++) {
            point = point << 6 | bytes[at + i] & 0x3f;
        }
        return point;
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.UNASSIGNED, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
