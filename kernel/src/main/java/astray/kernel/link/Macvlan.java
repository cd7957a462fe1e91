package astray.kernel.link;

/** A link with an address of its own on another (kinds {@code macvlan} and {@code macvtap}), {@code
 * IFLA_MACVLAN_…} of linux/if_link.h. */
public final class Macvlan {
    /** {@code IFLA_MACVLAN_MODE}. */
    public static final int MODE = 1;

    /** {@code IFLA_MACVLAN_FLAGS}. */
    public static final int FLAGS = 2;

    /** {@code IFLA_MACVLAN_MACADDR_MODE}. */
    public static final int MACADDR_MODE = 3;

    /** {@code IFLA_MACVLAN_MACADDR}. */
    public static final int MACADDR = 4;

    /** {@code IFLA_MACVLAN_MACADDR_DATA}. */
    public static final int MACADDR_DATA = 5;

    /** {@code IFLA_MACVLAN_MACADDR_COUNT}. */
    public static final int MACADDR_COUNT = 6;

    /** {@code IFLA_MACVLAN_BC_QUEUE_LEN}. */
    public static final int BC_QUEUE_LEN = 7;

    /** {@code IFLA_MACVLAN_BC_QUEUE_LEN_USED}. */
    public static final int BC_QUEUE_LEN_USED = 8;

    private Macvlan() {}
}
