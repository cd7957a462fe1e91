package astray.kernel.link;

/** A controller area network (kind {@code can}), {@code IFLA_CAN_…} of linux/can/netlink.h. */
public final class Can {
    /** {@code IFLA_CAN_BITTIMING}: {@code struct can_bittiming}, eight numbers of 32 bits. */
    public static final int BITTIMING = 1;

    /** {@code IFLA_CAN_BITTIMING_CONST}: {@code struct can_bittiming_const}, a name of 16 bytes and eight numbers of 32 bits. */
    public static final int BITTIMING_CONST = 2;

    /** {@code IFLA_CAN_CLOCK}: 32 bits, in hertz. */
    public static final int CLOCK = 3;

    /** {@code IFLA_CAN_STATE}: 32 bits, {@code enum can_state}. */
    public static final int STATE = 4;

    /** {@code IFLA_CAN_CTRLMODE}: {@code struct can_ctrlmode}, a mask and flags of 32 bits. */
    public static final int CTRLMODE = 5;

    /** {@code IFLA_CAN_RESTART_MS}: 32 bits. */
    public static final int RESTART_MS = 6;

    /** {@code IFLA_CAN_BERR_COUNTER}: two numbers of 16 bits, sent and received. */
    public static final int BERR_COUNTER = 8;

    /** {@code IFLA_CAN_DATA_BITTIMING}: as {@link #BITTIMING}. */
    public static final int DATA_BITTIMING = 9;

    /** {@code IFLA_CAN_DATA_BITTIMING_CONST}: as {@link #BITTIMING_CONST}. */
    public static final int DATA_BITTIMING_CONST = 10;

    /** {@code IFLA_CAN_TERMINATION}: 16 bits, in ohms. */
    public static final int TERMINATION = 11;

    /** {@code IFLA_CAN_TERMINATION_CONST}: numbers of 16 bits. */
    public static final int TERMINATION_CONST = 12;

    /** {@code IFLA_CAN_BITRATE_CONST}: numbers of 32 bits. */
    public static final int BITRATE_CONST = 13;

    /** {@code IFLA_CAN_DATA_BITRATE_CONST}: numbers of 32 bits. */
    public static final int DATA_BITRATE_CONST = 14;

    /** {@code IFLA_CAN_TDC}: nested, delays of the transmitter. */
    public static final int TDC = 16;

    /** {@code IFLA_CAN_CTRLMODE_EXT}: nested. */
    public static final int CTRLMODE_EXT = 17;

    /** {@code IFLA_CAN_CTRLMODE_SUPPORTED}: in {@link #CTRLMODE_EXT}, 32 bits. */
    public static final int CTRLMODE_SUPPORTED = 1;

    /** {@code IFLA_CAN_TDC_TDCV_MIN}: in {@link #TDC}, 32 bits. */
    public static final int TDC_TDCV_MIN = 1;

    /** {@code IFLA_CAN_TDC_TDCV}: in {@link #TDC}, 32 bits. */
    public static final int TDC_TDCV = 7;

    private Can() {}
}
