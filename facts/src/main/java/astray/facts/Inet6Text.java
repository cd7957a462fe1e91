package astray.facts;

import org.jspecify.annotations.Nullable;

/** IPv6 addresses as text: read per RFC 4291 section 2.2, printed per RFC 5952. */
final class Inet6Text {
    private static final int GROUPS = 8;

    private Inet6Text() {}

    static @Nullable IpAddress parse(CharSequence text) {
        int[] groups = new int[GROUPS];
        int count = 0;
        int gap = -1;
        int i = 0;
        int end = text.length();
        if (text.charAt(0) == ':') {
            if (text.charAt(1) != ':') {
                return null;
            }
            i = 1;
        }
        while (i < end) {
            if (text.charAt(i) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = count;
                i++;
                continue;
            }
            int stop = i;
            while (stop < end && text.charAt(stop) != ':') {
                stop++;
            }
            if (stop == end && indexOfDot(text, i) >= 0) {
                long v4 = Inet4Text.parse(text, i, end);
                if (v4 < 0 || count > GROUPS - 2) {
                    return null;
                }
                groups[count++] = (int) (v4 >>> 16);
                groups[count++] = (int) (v4 & 0xffff);
                i = end;
                break;
            }
            int group = hexGroup(text, i, stop);
            if (group < 0 || count == GROUPS) {
                return null;
            }
            groups[count++] = group;
            i = stop;
            if (i < end) {
                i++;
                if (i == end) {
                    return null;
                }
            }
        }
        if (gap < 0 ? count != GROUPS : count >= GROUPS) {
            return null;
        }
        return new IpAddress(Family.INET6, join(groups, count, gap, 0), join(groups, count, gap, 4));
    }

    private static int indexOfDot(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '.') {
                return i;
            }
        }
        return -1;
    }

    private static int hexGroup(CharSequence text, int start, int end) {
        if (end - start < 1 || end - start > 4) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** Four groups from {@code from} on, with the gap spread over what is missing. */
    private static long join(int[] groups, int count, int gap, int from) {
        long bits = 0;
        int missing = GROUPS - count;
        for (int place = from; place < from + 4; place++) {
            int group;
            if (gap < 0 || place < gap) {
                group = groups[place];
            } else if (place < gap + missing) {
                group = 0;
            } else {
                group = groups[place - missing];
            }
            bits = bits << 16 | group;
        }
        return bits;
    }

    static String print(long high, long low) {
        if (high == 0 && low >>> 32 == 0xffff) {
            return "::ffff:" + Inet4Text.print((int) low);
        }
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (int) ((i < 4 ? high >>> (48 - 16 * i) : low >>> (112 - 16 * i)) & 0xffff);
        }
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < GROUPS; ) {
            int j = i;
            while (j < GROUPS && groups[j] == 0) {
                j++;
            }
            if (j - i > bestLength) {
                bestStart = i;
                bestLength = j - i;
            }
            i = j + 1;
        }
        StringBuilder out = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == bestStart) {
                out.append("::");
                i += bestLength - 1;
                continue;
            }
            if (i > 0 && i != bestStart + bestLength) {
                out.append(':');
            }
            out.append(Integer.toHexString(groups[i]));
        }
        return out.toString();
    }
}
