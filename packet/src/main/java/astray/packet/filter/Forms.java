package astray.packet.filter;

import org.jspecify.annotations.Nullable;

/** How numbers and addresses are written, and what they say. */
final class Forms {
    private Forms() {}

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** How long a number is that begins there: decimal, octal with 0, hexadecimal with 0x; 0 for none. */
    static int numberLength(String text, int at) {
        int end = at;
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            end = at + 2;
            while (end < text.length() && Lexer.isHex(text.charAt(end))) {
                end++;
            }
            if (end > at + 2) {
                return end - at;
            }
            end = at;
        }
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - at;
    }

    /** How long the two to four numbers are that begin there with dots between them; 0 for none. */
    static int dottedLength(String text, int at) {
        int end = at + numberLength(text, at);
        int length = 0;
        for (int i = 0; i < 3 && end > at && end < text.length() && text.charAt(end) == '.'; i++) {
            int more = numberLength(text, end + 1);
            if (more == 0) {
                break;
            }
            end += 1 + more;
            length = end - at;
        }
        return length;
    }

    private static int hexDigits(String text, int at, int most) {
        int end = at;
        while (end < text.length() && end - at < most && Lexer.isHex(text.charAt(end))) {
            end++;
        }
        return end - at;
    }

    /** How long an Ethernet address is that begins there, in any of its four forms; 0 for none. */
    static int ethernetLength(String text, int at) {
        int longest = hexDigits(text, at, 12) == 12 ? 12 : 0;
        for (char separator : new char[] {':', '-', '.'}) {
            longest = Math.max(longest, grouped(text, at, separator, 6, 1, 2));
        }
        return Math.max(longest, grouped(text, at, '.', 3, 4, 4));
    }

    private static int grouped(String text, int at, char separator, int groups, int least, int most) {
        int end = at;
        for (int i = 0; i < groups; i++) {
            int digits = hexDigits(text, end, most);
            if (digits < least) {
                return 0;
            }
            end += digits;
            if (i < groups - 1) {
                if (end >= text.length() || text.charAt(end) != separator) {
                    return 0;
                }
                end++;
            }
        }
        return end - at;
    }

    /** How long something is that looks like the start of an Ethernet address: groups with colons, at least two. */
    static int bogusEthernetLength(String text, int at) {
        int end = at;
        int groups = 0;
        while (true) {
            int digits = hexDigits(text, end, 2);
            int colons = end + digits;
            while (digits > 0 && colons < text.length() && text.charAt(colons) == ':') {
                colons++;
            }
            if (digits == 0 || colons == end + digits) {
                return groups >= 2 ? end - at : 0;
            }
            end = colons;
            groups++;
        }
    }

    static boolean isOfAddress(char c) {
        return Lexer.isHex(c) || c == ':' || c == '.' || c == 'x' || c == 'X';
    }

    /** How long the longest IPv6 address is that begins there and ends before the given place; 0 for none. */
    static int address6Length(String text, int at, int end) {
        for (int to = end; to >= at + 2; to--) {
            if (isAddress6(text, at, to)) {
                return to - at;
            }
        }
        return 0;
    }

    private static boolean isAddress6(String text, int from, int to) {
        int groups = 0;
        boolean gap = false;
        int at = from;
        if (text.startsWith("::", from) && from + 2 <= to) {
            gap = true;
            at += 2;
        }
        while (at < to) {
            int dotted = dottedLength(text, at);
            if (dotted > 0 && at + dotted == to && dots(text, at, to) == 3) {
                return gap ? groups <= 5 : groups == 6;
            }
            int digits = Math.min(hexDigits(text, at, 4), to - at);
            if (digits == 0) {
                return false;
            }
            groups++;
            at += digits;
            if (at == to) {
                break;
            }
            if (text.charAt(at) != ':') {
                return false;
            }
            at++;
            if (at < to && text.charAt(at) == ':') {
                if (gap) {
                    return false;
                }
                gap = true;
                at++;
            } else if (at == to) {
                return false;
            }
        }
        return gap ? groups <= 7 : groups == 8;
    }

    private static int dots(String text, int from, int to) {
        int dots = 0;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '.') {
                dots++;
            }
        }
        return dots;
    }

    /** The number that is written; an octal digit of 8 or 9 or more than 32 bits is no number. */
    static int number(String text) {
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return Integer.parseUnsignedInt(text, 2, text.length(), 16);
        }
        return Integer.parseUnsignedInt(text, text.length() > 1 && text.startsWith("0") ? 8 : 10);
    }

    static String whyNoNumber(String text) {
        boolean octal = text.startsWith("0") && !text.startsWith("0x") && !text.startsWith("0X");
        if (octal && (text.indexOf('8') > 0 || text.indexOf('9') > 0)) {
            return "number " + text + " contains non-octal digit";
        }
        return "number " + text + " is too large";
    }

    /** The bytes of one to four decimal numbers with dots between them, as one number; null when one is over 255. */
    static @Nullable Integer dotted(String text) {
        int value = 0;
        int part = 0;
        int digits = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (isDigit(c)) {
                part = part * 10 + c - '0';
                digits++;
                if (part > 255) {
                    return null;
                }
            } else if (c == '.' && digits > 0) {
                value = value << 8 | part;
                part = 0;
                digits = 0;
            } else {
                return null;
            }
        }
        return value;
    }

    /** Four bytes as one number. */
    static int fromBytes(byte[] bytes) {
        return Byte.toUnsignedInt(bytes[0]) << 24
                | Byte.toUnsignedInt(bytes[1]) << 16
                | Byte.toUnsignedInt(bytes[2]) << 8
                | Byte.toUnsignedInt(bytes[3]);
    }

    /** A network's number moved left until its first byte is not 0. */
    static int leftmost(int network) {
        int moved = network;
        while (moved != 0 && (moved & 0xff000000) == 0) {
            moved <<= 8;
        }
        return moved;
    }

    /** The mask that goes with {@link #leftmost}. */
    static int leftmostMask(int network) {
        int moved = network;
        int mask = -1;
        while (moved != 0 && (moved & 0xff000000) == 0) {
            moved <<= 8;
            mask <<= 8;
        }
        return mask;
    }

    /** How many bytes a dotted number has. */
    static int dottedBytes(String text) {
        return dots(text, 0, text.length()) + 1;
    }

    /** The sixteen bytes of an IPv6 address of the right form; null when a part is too large. */
    static byte @Nullable [] address6(String text) {
        byte[] left = new byte[16];
        byte[] bytes = new byte[16];
        int filled = 0;
        int gapAt = -1;
        int at = 0;
        while (at < text.length()) {
            if (text.startsWith("::", at)) {
                gapAt = filled;
                at += 2;
                continue;
            }
            if (text.charAt(at) == ':') {
                at++;
            }
            int colon = text.indexOf(':', at);
            String group = text.substring(at, colon < 0 ? text.length() : colon);
            if (group.indexOf('.') >= 0) {
                Integer four = dotted(group);
                if (four == null || filled > 12) {
                    return null;
                }
                for (int i = 0; i < 4; i++) {
                    left[filled++] = (byte) (four >>> 24 - 8 * i);
                }
            } else {
                int value = Integer.parseInt(group, 16);
                left[filled++] = (byte) (value >>> 8);
                left[filled++] = (byte) value;
            }
            at += group.length();
        }
        if (gapAt < 0) {
            return filled == 16 ? left : null;
        }
        System.arraycopy(left, 0, bytes, 0, gapAt);
        System.arraycopy(left, gapAt, bytes, 16 - (filled - gapAt), filled - gapAt);
        return bytes;
    }

    /** The six bytes of an Ethernet address in one of its forms. */
    static byte[] ethernet(String text) {
        byte[] bytes = new byte[6];
        int separators = dots(text, 0, text.length());
        if (text.indexOf(':') < 0 && text.indexOf('-') < 0 && separators != 5) {
            int digits = 0;
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) != '.') {
                    bytes[digits / 2] = (byte) (bytes[digits / 2] << 4 | Character.digit(text.charAt(i), 16));
                    digits++;
                }
            }
            return bytes;
        }
        int group = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Lexer.isHex(c)) {
                bytes[group] = (byte) (bytes[group] << 4 | Character.digit(c, 16));
            } else {
                group++;
            }
        }
        return bytes;
    }
}
