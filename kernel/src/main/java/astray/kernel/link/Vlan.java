package astray.kernel.link;

/** A VLAN of IEEE 802.1Q (kind {@code vlan}), {@code IFLA_VLAN_…} of linux/if_link.h. The protocol is big-endian. */
public final class Vlan {
    /** {@code IFLA_VLAN_ID}. */
    public static final int ID = 1;

    /** {@code IFLA_VLAN_FLAGS}. */
    public static final int FLAGS = 2;

    /** {@code IFLA_VLAN_EGRESS_QOS}. */
    public static final int EGRESS_QOS = 3;

    /** {@code IFLA_VLAN_INGRESS_QOS}. */
    public static final int INGRESS_QOS = 4;

    /** {@code IFLA_VLAN_PROTOCOL}. */
    public static final int PROTOCOL = 5;

    /** {@code IFLA_VLAN_QOS_UNSPEC}. */
    public static final int QOS_UNSPEC = 0;

    /** {@code IFLA_VLAN_QOS_MAPPING}. */
    public static final int QOS_MAPPING = 1;

    private Vlan() {}
}
