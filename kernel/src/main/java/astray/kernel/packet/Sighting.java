package astray.kernel.packet;

import org.jspecify.annotations.Nullable;

/** A packet that was seen on an interface: a view on bytes that anybody may have sent. */
public final class Sighting {
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

    private final long nanos;
    private final int protocol;
    private final int index;
    private final int kind;
    private final @Nullable String sender;
    private final byte[] bytes;

    /**
     * Of what the kernel said.
     *
     * @param bytes the packet from its network header on, perhaps cut; not copied
     */
    public Sighting(long nanos, int protocol, int index, int kind, @Nullable String sender, byte[] bytes) {
        this.nanos = nanos;
        this.protocol = protocol;
        this.index = index;
        this.kind = kind;
        this.sender = sender;
        this.bytes = bytes;
    }

    /** When it was read, by {@link System#nanoTime}. */
    public long nanos() {
        return nanos;
    }

    /** Its Ethernet type (linux/if_ether.h): 0x0800 for IPv4, 0x0806 for ARP, 0x86dd for IPv6. */
    public int protocol() {
        return protocol;
    }

    /** The interface's index. */
    public int index() {
        return index;
    }

    /** {@link #HOST} and the others, or a number that is none of them. */
    public int kind() {
        return kind;
    }

    /** The link-layer address of who sent it on the link; {@code null} for a link without such addresses. */
    public @Nullable String sender() {
        return sender;
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** Copies all of them to a place in an array. */
    public void copyTo(byte[] into, int at) {
        System.arraycopy(bytes, 0, into, at, bytes.length);
    }

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
