package astray.instruments.netstat;

/** The flags of a route as letters (linux/route.h, linux/ipv6_route.h). */
final class RouteFlags {
    static final long UP = 1;
    static final long REJECT = 0x200;

    /** {@code RTF_CACHE} of IPv6: an entry of the cache. */
    static final long CACHE = 0x0100_0000;

    private static final char[] INET = {
        'U', 'G', 'H', 'R', 'D', 'M', 'u', 'w', 'i', 0, 'n',
    };

    /** In the order in which they are printed. */
    private static final long[] INET6 = {
        UP, REJECT, 2, 4, 0x1_0000, 0x4_0000, CACHE, 0x2_0000, 0x40_0000, 0x20, 0x20_0000, 0x200_0000,
    };

    private static final String INET6_LETTERS = "U!GHDACaemnf";

    private RouteFlags() {}

    /** Of an IPv4 route; one that rejects has no gateway and no U. */
    static String inet(long flags) {
        StringBuilder text = new StringBuilder();
        boolean reject = (flags & REJECT) != 0;
        if (reject) {
            text.append('!');
        }
        for (int bit = reject ? 2 : 0; bit < INET.length; bit++) {
            if (INET[bit] != 0 && (flags & 1L << bit) != 0) {
                text.append(INET[bit]);
            }
        }
        return text.toString();
    }

    /** Of an IPv6 route. */
    static String inet6(long flags) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < INET6.length; i++) {
            if ((flags & INET6[i]) != 0) {
                text.append(INET6_LETTERS.charAt(i));
            }
        }
        return text.toString();
    }
}
