package astray.facts;

/** The dotted quad. */
final class Inet4Text {
    private Inet4Text() {}

    /** The 32 bits, or -1 when the characters from start to end are not four decimal bytes. */
    static long parse(CharSequence text, int start, int end) {
        long bits = 0;
        int octet = -1;
        int octets = 0;
        for (int i = start; i <= end; i++) {
            char c = i < end ? text.charAt(i) : '.';
            if (c == '.') {
                if (octet < 0 || ++octets > 4) {
                    return -1;
                }
                bits = bits << 8 | octet;
                octet = -1;
            } else if (c >= '0' && c <= '9') {
                octet = octet < 0 ? c - '0' : octet * 10 + c - '0';
                if (octet > 255) {
                    return -1;
                }
            } else {
                return -1;
            }
        }
        return octets == 4 ? bits : -1;
    }

    static String print(int bits) {
        return new StringBuilder(15)
                .append(bits >>> 24)
                .append('.')
                .append(bits >>> 16 & 255)
                .append('.')
                .append(bits >>> 8 & 255)
                .append('.')
                .append(bits & 255)
                .toString();
    }
}
