package astray.kernel.link;

/** A tunnel in bare UDP (kind {@code bareudp}), {@code IFLA_BAREUDP_…} of linux/if_link.h. */
public final class Bareudp {
    /** {@code IFLA_BAREUDP_PORT}. */
    public static final int PORT = 1;

    /** {@code IFLA_BAREUDP_ETHERTYPE}. */
    public static final int ETHERTYPE = 2;

    /** {@code IFLA_BAREUDP_SRCPORT_MIN}. */
    public static final int SRCPORT_MIN = 3;

    /** {@code IFLA_BAREUDP_MULTIPROTO_MODE}. */
    public static final int MULTIPROTO_MODE = 4;

    private Bareudp() {}
}
