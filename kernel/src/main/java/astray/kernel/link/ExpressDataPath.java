package astray.kernel.link;

/** A program on the way of received frames, {@code IFLA_XDP_…} of linux/if_link.h. */
public final class ExpressDataPath {
    /** {@code IFLA_XDP_FD}. */
    public static final int FD = 1;

    /** {@code IFLA_XDP_ATTACHED}. */
    public static final int ATTACHED = 2;

    /** {@code IFLA_XDP_FLAGS}. */
    public static final int FLAGS = 3;

    /** {@code IFLA_XDP_PROG_ID}. */
    public static final int PROG_ID = 4;

    /** {@code IFLA_XDP_DRV_PROG_ID}. */
    public static final int DRV_PROG_ID = 5;

    /** {@code IFLA_XDP_SKB_PROG_ID}. */
    public static final int SKB_PROG_ID = 6;

    /** {@code IFLA_XDP_HW_PROG_ID}. */
    public static final int HW_PROG_ID = 7;

    /** {@code IFLA_XDP_EXPECTED_FD}. */
    public static final int EXPECTED_FD = 8;

    private ExpressDataPath() {}
}
