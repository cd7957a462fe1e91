package astray.kernel.link;

/** A routing domain (kind {@code vrf}), {@code IFLA_VRF_…} of linux/if_link.h. */
public final class Vrf {
    /** {@code IFLA_VRF_TABLE}. */
    public static final int TABLE = 1;

    /** {@code IFLA_VRF_PORT_UNSPEC}. */
    public static final int PORT_UNSPEC = 0;

    /** {@code IFLA_VRF_PORT_TABLE}. */
    public static final int PORT_TABLE = 1;

    private Vrf() {}
}
