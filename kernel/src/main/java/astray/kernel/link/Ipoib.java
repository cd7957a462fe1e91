package astray.kernel.link;

/** IP over InfiniBand (kind {@code ipoib}), {@code IFLA_IPOIB_…} of linux/if_link.h. */
public final class Ipoib {
    /** {@code IFLA_IPOIB_PKEY}. */
    public static final int PKEY = 1;

    /** {@code IFLA_IPOIB_MODE}. */
    public static final int MODE = 2;

    /** {@code IFLA_IPOIB_UMCAST}. */
    public static final int UMCAST = 3;

    private Ipoib() {}
}
