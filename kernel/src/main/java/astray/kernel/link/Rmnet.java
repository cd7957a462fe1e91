package astray.kernel.link;

/** A mobile network (kind {@code rmnet}), {@code IFLA_RMNET_…} of linux/if_link.h. */
public final class Rmnet {
    /** {@code IFLA_RMNET_MUX_ID}. */
    public static final int MUX_ID = 1;

    /** {@code IFLA_RMNET_FLAGS}. */
    public static final int FLAGS = 2;

    private Rmnet() {}
}
