package astray.kernel.route;

import astray.kernel.netlink.Attributes;

/**
 * A link's counters since it was made: a view over {@code struct rtnl_link_stats64} or {@code rtnl_link_stats} of
 * linux/if_link.h, which are the same row of numbers of 64 or 32 bits. All unsigned; one that an older kernel does not
 * have reads as 0.
 */
public final class Statistics {
    /** {@code rx_packets}. */
    public static final int RX_PACKETS = 0;
    /** {@code tx_packets}. */
    public static final int TX_PACKETS = 1;
    /** {@code rx_bytes}. */
    public static final int RX_BYTES = 2;
    /** {@code tx_bytes}. */
    public static final int TX_BYTES = 3;
    /** {@code rx_errors}: the sum of all kinds. */
    public static final int RX_ERRORS = 4;
    /** {@code tx_errors}: the sum of all kinds. */
    public static final int TX_ERRORS = 5;
    /** {@code rx_dropped}: no room in the host. */
    public static final int RX_DROPPED = 6;
    /** {@code tx_dropped}: no room, or refused by the queue. */
    public static final int TX_DROPPED = 7;
    /** {@code multicast}: received. */
    public static final int MULTICAST = 8;
    /** {@code collisions}. */
    public static final int COLLISIONS = 9;
    /** {@code rx_length_errors}. */
    public static final int RX_LENGTH_ERRORS = 10;
    /** {@code rx_over_errors}. */
    public static final int RX_OVER_ERRORS = 11;
    /** {@code rx_crc_errors}. */
    public static final int RX_CRC_ERRORS = 12;
    /** {@code rx_frame_errors}. */
    public static final int RX_FRAME_ERRORS = 13;
    /** {@code rx_fifo_errors}. */
    public static final int RX_FIFO_ERRORS = 14;
    /** {@code rx_missed_errors}: no room in the hardware. */
    public static final int RX_MISSED_ERRORS = 15;
    /** {@code tx_aborted_errors}. */
    public static final int TX_ABORTED_ERRORS = 16;
    /** {@code tx_carrier_errors}. */
    public static final int TX_CARRIER_ERRORS = 17;
    /** {@code tx_fifo_errors}. */
    public static final int TX_FIFO_ERRORS = 18;
    /** {@code tx_heartbeat_errors}. */
    public static final int TX_HEARTBEAT_ERRORS = 19;
    /** {@code tx_window_errors}. */
    public static final int TX_WINDOW_ERRORS = 20;
    /** {@code rx_compressed}. */
    public static final int RX_COMPRESSED = 21;
    /** {@code tx_compressed}. */
    public static final int TX_COMPRESSED = 22;
    /** {@code rx_nohandler}: taken by no protocol. */
    public static final int RX_NOHANDLER = 23;
    /** {@code rx_otherhost_dropped}: for another host's address (64 bits only). */
    public static final int RX_OTHERHOST_DROPPED = 24;

    private final Attributes.Attribute attribute;
    private final int size;

    /**
     * Looks at a row of counters.
     *
     * @param size of each in bytes, 4 or 8
     */
    public Statistics(Attributes.Attribute attribute, int size) {
        this.attribute = attribute;
        this.size = size;
    }

    /** A counter by its place, such as {@link #RX_BYTES}. */
    public long get(int counter) {
        return size == 8 ? attribute.u64(counter * 8) : attribute.u32(counter * 4);
    }
}
