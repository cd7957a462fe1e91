package astray.kernel.link;

/** A link whose other end is a program (kind {@code tun}), {@code IFLA_TUN_…} of linux/if_link.h. */
public final class Tun {
    /** {@code IFLA_TUN_OWNER}. */
    public static final int OWNER = 1;

    /** {@code IFLA_TUN_GROUP}. */
    public static final int GROUP = 2;

    /** {@code IFLA_TUN_TYPE}. */
    public static final int TYPE = 3;

    /** {@code IFLA_TUN_PI}. */
    public static final int PI = 4;

    /** {@code IFLA_TUN_VNET_HDR}. */
    public static final int VNET_HDR = 5;

    /** {@code IFLA_TUN_PERSIST}. */
    public static final int PERSIST = 6;

    /** {@code IFLA_TUN_MULTI_QUEUE}. */
    public static final int MULTI_QUEUE = 7;

    /** {@code IFLA_TUN_NUM_QUEUES}. */
    public static final int NUM_QUEUES = 8;

    /** {@code IFLA_TUN_NUM_DISABLED_QUEUES}. */
    public static final int NUM_DISABLED_QUEUES = 9;

    private Tun() {}
}
