package astray.kernel.link;

/** A VXLAN of RFC 7348 (kind {@code vxlan}), {@code IFLA_VXLAN_…} of linux/if_link.h. Ports are big-endian. */
public final class Vxlan {
    /** {@code IFLA_VXLAN_ID}. */
    public static final int ID = 1;

    /** {@code IFLA_VXLAN_GROUP}. */
    public static final int GROUP = 2;

    /** {@code IFLA_VXLAN_LINK}. */
    public static final int LINK = 3;

    /** {@code IFLA_VXLAN_LOCAL}. */
    public static final int LOCAL = 4;

    /** {@code IFLA_VXLAN_TTL}. */
    public static final int TTL = 5;

    /** {@code IFLA_VXLAN_TOS}. */
    public static final int TOS = 6;

    /** {@code IFLA_VXLAN_LEARNING}. */
    public static final int LEARNING = 7;

    /** {@code IFLA_VXLAN_AGEING}. */
    public static final int AGEING = 8;

    /** {@code IFLA_VXLAN_LIMIT}. */
    public static final int LIMIT = 9;

    /** {@code IFLA_VXLAN_PORT_RANGE}. */
    public static final int PORT_RANGE = 10;

    /** {@code IFLA_VXLAN_PROXY}. */
    public static final int PROXY = 11;

    /** {@code IFLA_VXLAN_RSC}. */
    public static final int RSC = 12;

    /** {@code IFLA_VXLAN_L2MISS}. */
    public static final int L2MISS = 13;

    /** {@code IFLA_VXLAN_L3MISS}. */
    public static final int L3MISS = 14;

    /** {@code IFLA_VXLAN_PORT}. */
    public static final int PORT = 15;

    /** {@code IFLA_VXLAN_GROUP6}. */
    public static final int GROUP6 = 16;

    /** {@code IFLA_VXLAN_LOCAL6}. */
    public static final int LOCAL6 = 17;

    /** {@code IFLA_VXLAN_UDP_CSUM}. */
    public static final int UDP_CSUM = 18;

    /** {@code IFLA_VXLAN_UDP_ZERO_CSUM6_TX}. */
    public static final int UDP_ZERO_CSUM6_TX = 19;

    /** {@code IFLA_VXLAN_UDP_ZERO_CSUM6_RX}. */
    public static final int UDP_ZERO_CSUM6_RX = 20;

    /** {@code IFLA_VXLAN_REMCSUM_TX}. */
    public static final int REMCSUM_TX = 21;

    /** {@code IFLA_VXLAN_REMCSUM_RX}. */
    public static final int REMCSUM_RX = 22;

    /** {@code IFLA_VXLAN_GBP}. */
    public static final int GBP = 23;

    /** {@code IFLA_VXLAN_REMCSUM_NOPARTIAL}. */
    public static final int REMCSUM_NOPARTIAL = 24;

    /** {@code IFLA_VXLAN_COLLECT_METADATA}. */
    public static final int COLLECT_METADATA = 25;

    /** {@code IFLA_VXLAN_LABEL}. */
    public static final int LABEL = 26;

    /** {@code IFLA_VXLAN_GPE}. */
    public static final int GPE = 27;

    /** {@code IFLA_VXLAN_TTL_INHERIT}. */
    public static final int TTL_INHERIT = 28;

    /** {@code IFLA_VXLAN_DF}. */
    public static final int DF = 29;

    /** {@code IFLA_VXLAN_VNIFILTER}. */
    public static final int VNIFILTER = 30;

    private Vxlan() {}
}
