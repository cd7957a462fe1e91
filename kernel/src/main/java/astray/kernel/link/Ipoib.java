package astray.kernel.link;

/** IP over InfiniBand (kind {@code ipoib}), {@code IFLA_IPOIB_…} of linux/if_link.h. */
public final class Ipoib {
    /** {@code IFLA_IPOIB_PKEY}: 16 bits. */
    public static final int PKEY = 1;

    /** {@code IFLA_IPOIB_MODE}: 16 bits; 0 datagram, 1 connected. */
    public static final int MODE = 2;

    /** {@code IFLA_IPOIB_UMCAST}: 16 bits. */
    public static final int UMCAST = 3;

    private Ipoib() {}
}
