package astray.kernel.packet;

/**
 * A packet that was seen on an interface.
 *
 * @param nanos when it was read, by {@link System#nanoTime}
 * @param protocol its Ethernet type (linux/if_ether.h): 0x0800 for IPv4, 0x0806 for ARP, 0x86dd for IPv6
 * @param index the interface's index
 * @param kind {@link #HOST} and the others, or a number that is none of them
 * @param bytes the packet from its network header on, perhaps cut
 */
public record Sighting(long nanos, int protocol, int index, int kind, byte[] bytes) {
    /** Kinds ({@code PACKET_} of linux/if_packet.h): it came in for this host. */
    public static final int HOST = 0;
    /** It came in for everybody. */
    public static final int BROADCAST = 1;
    /** It came in for a group. */
    public static final int MULTICAST = 2;
    /** It came in for another host. */
    public static final int OTHER_HOST = 3;
    /** This host sent it. */
    public static final int OUTGOING = 4;

    /** An unsigned byte; 0 beyond the end. */
    public int u8(int offset) {
        return offset >= 0 && offset < bytes.length ? bytes[offset] & 0xff : 0;
    }

    /** An unsigned big-endian number of 16 bits; 0 beyond the end. */
    public int be16(int offset) {
        return u8(offset) << 8 | u8(offset + 1);
    }

    /** A big-endian number of 32 bits; 0 beyond the end. */
    public int be32(int offset) {
        return be16(offset) << 16 | be16(offset + 2);
    }
}
