package astray.kernel.link;

/** A GPRS tunnel (kind {@code gtp}), {@code IFLA_GTP_…} of linux/if_link.h. */
public final class Gtp {
    /** {@code IFLA_GTP_PDP_HASHSIZE}: 32 bits. */
    public static final int PDP_HASHSIZE = 3;

    /** {@code IFLA_GTP_ROLE}: 32 bits; 0 GGSN, 1 SGSN. */
    public static final int ROLE = 4;

    /** {@code IFLA_GTP_RESTART_COUNT}: 8 bits. */
    public static final int RESTART_COUNT = 6;

    private Gtp() {}
}
