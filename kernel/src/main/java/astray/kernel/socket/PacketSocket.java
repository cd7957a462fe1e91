package astray.kernel.socket;

import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.Request;
import org.jspecify.annotations.Nullable;

/**
 * A packet socket (packet(7)) as sock_diag(7) describes it ({@code struct packet_diag_msg} of linux/packet_diag.h): a
 * view over the message. No getter fails; what the kernel did not tell is {@code null}.
 *
 * @param message the message
 */
public record PacketSocket(Message message) {
    static final int TYPE = 1;
    static final int NUM = 2;
    static final int INODE = 4;
    static final int COOKIE = 8;
    static final int SIZE = 16;

    // enum PACKET_DIAG_*
    static final int INFO = 0;
    static final int RX_RING = 2;
    static final int TX_RING = 3;
    static final int FANOUT = 4;
    static final int UID = 5;
    static final int MEMINFO = 6;
    static final int FILTER = 7;

    private static final int AF_PACKET = 17;

    /** {@code PACKET_SHOW_*}: info, rings, fanout, memory, filter. */
    private static final int SHOW = 0x3d;

    /** {@code struct packet_diag_req}. */
    static Request request() {
        return new Request(InetRequest.SOCK_DIAG_BY_FAMILY)
                .u8(AF_PACKET)
                .zeroes(3)
                .u32(0)
                .u32(SHOW)
                .zeroes(8);
    }

    private Attributes attributes() {
        return message.attributes(SIZE);
    }

    /** The type: 3 raw, 2 without the link-layer header. */
    public int type() {
        return message.u8(TYPE);
    }

    /** The Ethernet protocol it receives, such as 0x0800; 0x0003 for all; 0 for none. */
    public int protocol() {
        return message.u16(NUM);
    }

    /** The inode that {@code /proc/PID/fd} names. */
    public long inode() {
        return message.u32(INODE);
    }

    /** The number that no other socket has as long as the kernel runs. */
    public long cookie() {
        return message.u32(COOKIE) | message.u32(COOKIE + 4) << 32;
    }

    /** The index of the interface it is bound to, 0 for all; {@code null} where that is not told. */
    public @Nullable Integer interfaceIndex() {
        Attributes.Attribute info = attributes().get(INFO);
        return info == null ? null : info.s32(0);
    }

    /** Whether packets are delivered to it; {@code null} where that is not told. */
    public @Nullable Boolean running() {
        Attributes.Attribute info = attributes().get(INFO);
        return info == null ? null : (info.u32(20) & 1) != 0;
    }

    /** Whether it receives into a ring of shared memory. */
    public boolean receivesIntoRing() {
        return attributes().has(RX_RING);
    }

    /** Whether it sends from a ring of shared memory. */
    public boolean sendsFromRing() {
        return attributes().has(TX_RING);
    }

    /** The group that shares packets (PACKET_FANOUT): its id in the lower 16 bits; {@code null} for none. */
    public @Nullable Long fanout() {
        long value = attributes().u32(FANOUT, -1);
        return value < 0 ? null : value;
    }

    /** How many instructions its filter has; 0 for no filter, and without CAP_NET_ADMIN. */
    public int filterLength() {
        Attributes.Attribute filter = attributes().get(FILTER);
        return filter == null ? 0 : filter.length() / 8;
    }

    /** Its owner's user id; {@code null} where that is not told. */
    public @Nullable Long uid() {
        long value = attributes().u32(UID, -1);
        return value < 0 ? null : value;
    }

    /** Memory and drops; {@code null} where that is not told. */
    public @Nullable SocketMemory memory() {
        Attributes.Attribute found = attributes().get(MEMINFO);
        return found == null ? null : new SocketMemory(found);
    }
}
