package astray.kernel.link;

/** A channel of a modem of Qualcomm (kind {@code rmnet}), {@code IFLA_RMNET_…} of linux/if_link.h. */
public final class Rmnet {
    /** {@code IFLA_RMNET_MUX_ID}: 16 bits. */
    public static final int MUX_ID = 1;

    private Rmnet() {}
}
