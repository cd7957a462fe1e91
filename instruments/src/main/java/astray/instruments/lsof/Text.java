package astray.instruments.lsof;

import java.nio.charset.StandardCharsets;

/**
 * Bytes from outside as they are printed: what is not printable in the locale is written as {@code \n}, {@code ^G} or
 * {@code \xNN}, so that no control character reaches a terminal.
 */
final class Text {
    private static final String HEX = "0123456789abcdef";

    private final boolean wide;

    /**
     * Prints for a locale.
     *
     * @param wide whether it is one of UTF-8
     */
    Text(boolean wide) {
        this.wide = wide;
    }

    /** Bytes of a file's name, in which a blank is itself. */
    String name(byte[] bytes) {
        return print(bytes, false, Integer.MAX_VALUE);
    }

    /** A file's name in text. */
    String name(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '\\') {
                return print(text.getBytes(StandardCharsets.UTF_8), false, Integer.MAX_VALUE);
            }
        }
        return text;
    }

    /**
     * Bytes of a command, in which a blank is {@code \x20}.
     *
     * @param width how many characters at most
     */
    String command(byte[] bytes, int width) {
        return print(bytes, true, width);
    }

    private String print(byte[] bytes, boolean command, int width) {
        StringBuilder out = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int length = wide ? sequence(bytes, i) : 0;
            int before = out.length();
            if (length > 1) {
                out.append(new String(bytes, i, length, StandardCharsets.UTF_8));
            } else {
                one(bytes[i] & 0xff, command, out);
                length = 1;
            }
            if (out.length() > width) {
                out.setLength(before);
                return out.toString();
            }
            i += length;
        }
        return out.toString();
    }

    private static void one(int c, boolean command, StringBuilder out) {
        switch (c) {
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            case '\\' -> out.append("\\\\");
            default -> {
                if (c < ' ') {
                    out.append('^').append((char) (c + '@'));
                } else if (c >= 0x7f || command && c == ' ') {
                    out.append("\\x").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                } else {
                    out.append((char) c);
                }
            }
        }
    }

    /** The length of a whole printable character of UTF-8 (RFC 3629) beyond ASCII; 0 when there is none. */
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xff;
        int length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first >= 0xf5 || at + length > bytes.length) {
            return 0;
        }
        int point = first & (length == 2 ? 0x1f : length == 3 ? 0x0f : 0x07);
        for (int i = 1; i < length; i++) {
            int next = bytes[at + i] & 0xff;
            if (next >> 6 != 2) {
                return 0;
            }
            point = point << 6 | next & 0x3f;
        }
        boolean shortest = length == 2 || length == 3 && point >= 0x800 || length == 4 && point >= 0x10000;
        return shortest && point <= 0x10ffff && isPrintable(point) ? length : 0;
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.UNASSIGNED,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
