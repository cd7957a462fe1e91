package astray.kernel.link;

/** A link that shares the address of another (kinds {@code ipvlan} and {@code ipvtap}), {@code IFLA_IPVLAN_…} of
 * linux/if_link.h. */
public final class Ipvlan {
    /** {@code IFLA_IPVLAN_MODE}. */
    public static final int MODE = 1;

    /** {@code IFLA_IPVLAN_FLAGS}. */
    public static final int FLAGS = 2;

    private Ipvlan() {}
}
