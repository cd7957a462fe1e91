package astray.kernel.link;

/** A ring of IEC 62439-3 (kind {@code hsr}), {@code IFLA_HSR_…} of linux/if_link.h. */
public final class Hsr {
    /** {@code IFLA_HSR_SLAVE1}. */
    public static final int SLAVE1 = 1;

    /** {@code IFLA_HSR_SLAVE2}. */
    public static final int SLAVE2 = 2;

    /** {@code IFLA_HSR_MULTICAST_SPEC}. */
    public static final int MULTICAST_SPEC = 3;

    /** {@code IFLA_HSR_SUPERVISION_ADDR}. */
    public static final int SUPERVISION_ADDR = 4;

    /** {@code IFLA_HSR_SEQ_NR}. */
    public static final int SEQ_NR = 5;

    /** {@code IFLA_HSR_VERSION}. */
    public static final int VERSION = 6;

    /** {@code IFLA_HSR_PROTOCOL}. */
    public static final int PROTOCOL = 7;

    private Hsr() {}
}
