package astray.kernel.inet;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A socket for packets of one protocol on one interface, without their link-layer headers (packet(7)); needs
 * CAP_NET_RAW. It never blocks.
 */
public final class PacketSocket extends Pollable {
    /** {@code ETH_P_ARP} of linux/if_ether.h. */
    public static final int ARP = 0x0806;

    private static final int AF_PACKET = 17;
    private static final int SOCK_DGRAM = 2;

    /** {@code struct sockaddr_ll} of linux/if_packet.h. */
    static final int SOCKADDR_LL = 20;

    static final int SLL_PROTOCOL = 2;
    static final int SLL_IFINDEX = 4;
    static final int SLL_PKTTYPE = 10;
    static final int SLL_HALEN = 11;
    static final int SLL_ADDR = 12;
    private static final int LONGEST_ADDRESS = 8;
    private static final int PACKET_OUTGOING = 4;
    private static final ValueLayout.OfShort WIRE_SHORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

    private final int index;
    private final int protocol;

    private PacketSocket(Descriptor descriptor, int index, int protocol) {
        super(descriptor);
        this.index = index;
        this.protocol = protocol;
    }

    /**
     * Opens one.
     *
     * @param device the interface
     * @param protocol an Ethernet protocol number, such as {@link #ARP}
     * @throws ErrnoException with EPERM without CAP_NET_RAW
     */
    public static PacketSocket open(NetDevice device, int protocol) throws ErrnoException {
        // bound to nothing at first, or packets of other interfaces could come in between
        Descriptor descriptor = Descriptor.socket(AF_PACKET, SOCK_DGRAM | NONBLOCK, 0, device.name());
        PacketSocket socket = new PacketSocket(descriptor, device.index(), protocol);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment at = socket.address(arena, new byte[0]);
            descriptor.checked(Sys.call(CallNumber.BIND, descriptor.number(), at.address(), at.byteSize()), "bind");
            return socket;
        } catch (ErrnoException e) {
            socket.close();
            throw e;
        }
    }

    private MemorySegment address(Arena arena, byte[] to) {
        MemorySegment address = arena.allocate(SOCKADDR_LL, 4);
        address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_PACKET);
        address.set(WIRE_SHORT, SLL_PROTOCOL, (short) protocol);
        address.set(ValueLayout.JAVA_INT, SLL_IFINDEX, index);
        address.set(ValueLayout.JAVA_BYTE, SLL_HALEN, (byte) to.length);
        MemorySegment.copy(to, 0, address, ValueLayout.JAVA_BYTE, SLL_ADDR, to.length);
        return address;
    }

    /**
     * Sends a packet.
     *
     * @param to the link-layer address of the receiver, at most 8 bytes
     */
    public void send(byte[] packet, byte[] to) throws ErrnoException {
        if (to.length > LONGEST_ADDRESS) {
            throw new ErrnoException("sendto", "packet", Errno.EINVAL);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, packet);
            MemorySegment address = address(arena, to);
            descriptor.checked(
                    Sys.call(
                            CallNumber.SENDTO,
                            descriptor.number(),
                            bytes.address(),
                            bytes.byteSize(),
                            0,
                            address.address(),
                            address.byteSize()),
                    "sendto");
        }
    }

    /**
     * Takes a packet that came in; those that this host sent are passed over.
     *
     * @param most how many bytes at most; what is longer is cut
     * @return {@code null} when there is none now
     */
    public byte @Nullable [] receive(int most) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = arena.allocate(most, 8);
            MemorySegment address = arena.allocate(SOCKADDR_LL, 4);
            MemorySegment size = arena.allocate(ValueLayout.JAVA_INT);
            while (true) {
                size.set(ValueLayout.JAVA_INT, 0, SOCKADDR_LL);
                long length = Sys.call(
                        CallNumber.RECVFROM,
                        descriptor.number(),
                        bytes.address(),
                        most,
                        0,
                        address.address(),
                        size.address());
                if (length == -Errno.EAGAIN.number()) {
                    return null;
                }
                descriptor.checked(length, "recvfrom");
                if (address.get(ValueLayout.JAVA_BYTE, SLL_PKTTYPE) != PACKET_OUTGOING) {
                    return bytes.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
                }
            }
        }
    }
}
