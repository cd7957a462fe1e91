package astray.kernel.link;

/** A tunnel of RFC 8926 (kind {@code geneve}), {@code IFLA_GENEVE_…} of linux/if_link.h. The port is big-endian. */
public final class Geneve {
    /** {@code IFLA_GENEVE_ID}. */
    public static final int ID = 1;

    /** {@code IFLA_GENEVE_REMOTE}. */
    public static final int REMOTE = 2;

    /** {@code IFLA_GENEVE_TTL}. */
    public static final int TTL = 3;

    /** {@code IFLA_GENEVE_TOS}. */
    public static final int TOS = 4;

    /** {@code IFLA_GENEVE_PORT}. */
    public static final int PORT = 5;

    /** {@code IFLA_GENEVE_COLLECT_METADATA}. */
    public static final int COLLECT_METADATA = 6;

    /** {@code IFLA_GENEVE_REMOTE6}. */
    public static final int REMOTE6 = 7;

    /** {@code IFLA_GENEVE_UDP_CSUM}. */
    public static final int UDP_CSUM = 8;

    /** {@code IFLA_GENEVE_UDP_ZERO_CSUM6_TX}. */
    public static final int UDP_ZERO_CSUM6_TX = 9;

    /** {@code IFLA_GENEVE_UDP_ZERO_CSUM6_RX}. */
    public static final int UDP_ZERO_CSUM6_RX = 10;

    /** {@code IFLA_GENEVE_LABEL}. */
    public static final int LABEL = 11;

    /** {@code IFLA_GENEVE_TTL_INHERIT}. */
    public static final int TTL_INHERIT = 12;

    /** {@code IFLA_GENEVE_DF}. */
    public static final int DF = 13;

    /** {@code IFLA_GENEVE_INNER_PROTO_INHERIT}. */
    public static final int INNER_PROTO_INHERIT = 14;

    private Geneve() {}
}
