package astray.kernel.packet;

import astray.facts.IpAddress;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the packets of all interfaces of the namespace that the opening thread is in (packet(7)), one at a time and
 * from their network header on: for a short look at one peer, not for a capture at full rate. Needs CAP_NET_RAW. No
 * interface is made promiscuous, and nothing is sent. For one thread.
 */
public final class PeerCapture implements AutoCloseable {
    private static final int AF_PACKET = 17;
    private static final int SOCK_DGRAM = 2;
    private static final int SOL_SOCKET = 1;
    private static final int SO_ATTACH_FILTER = 26;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_STATISTICS = 6;

    /** {@code struct tpacket_stats}: packets, drops. */
    private static final int STATISTICS = 8;

    private static final int ETH_P_ALL = 3;
    private static final int MSG_DONTWAIT = 0x40;
    private static final int ENETDOWN = 100;

    /** {@code struct sockaddr_ll} of linux/if_packet.h. */
    private static final int ADDRESS = 20;

    private static final int ADDRESS_PROTOCOL = 2;
    private static final int ADDRESS_INDEX = 4;
    private static final int ADDRESS_KIND = 10;
    private static final int ADDRESS_LENGTH = 11;
    private static final int ADDRESS_BYTES = 12;

    /** {@code struct sock_fprog} of linux/filter.h: a count, and a pointer. */
    private static final int PROGRAM = 16;

    private static final int LONGEST = 256;

    private final Descriptor descriptor;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment buffer = arena.allocate(LONGEST, 8);
    private final MemorySegment from = arena.allocate(ADDRESS, 4);
    private final MemorySegment fromLength = arena.allocate(4, 4);

    private PeerCapture(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /** Opens one that sees what a peer sends and gets, ARP, and ICMP. */
    public static PeerCapture of(IpAddress peer) throws ErrnoException {
        // nothing comes before it is bound, so nothing passes the filter by
        Descriptor descriptor = Descriptor.socket(AF_PACKET, SOCK_DGRAM, 0, "packet socket");
        PeerCapture socket = new PeerCapture(descriptor);
        try {
            socket.attach(PeerFilter.of(peer));
            socket.bind();
        } catch (ErrnoException e) {
            socket.close();
            throw e;
        }
        return socket;
    }

    private void attach(long[] program) throws ErrnoException {
        try (Arena local = Arena.ofConfined()) {
            MemorySegment code = local.allocateFrom(ValueLayout.JAVA_LONG, program);
            MemorySegment header = local.allocate(PROGRAM, 8);
            header.set(ValueLayout.JAVA_SHORT, 0, (short) program.length);
            header.set(ValueLayout.JAVA_LONG, 8, code.address());
            descriptor.checked(
                    Sys.call(
                            CallNumber.SETSOCKOPT,
                            descriptor.number(),
                            SOL_SOCKET,
                            SO_ATTACH_FILTER,
                            header.address(),
                            PROGRAM),
                    "setsockopt");
        }
    }

    private void bind() throws ErrnoException {
        try (Arena local = Arena.ofConfined()) {
            MemorySegment address = local.allocate(ADDRESS, 4);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_PACKET);
            address.set(ValueLayout.JAVA_SHORT, ADDRESS_PROTOCOL, Short.reverseBytes((short) ETH_P_ALL));
            descriptor.checked(Sys.call(CallNumber.BIND, descriptor.number(), address.address(), ADDRESS), "bind");
        }
    }

    /**
     * The next packet.
     *
     * @param millis how long to wait at most
     * @return {@code null} when none came in time
     */
    public @Nullable Sighting next(long millis) throws ErrnoException {
        if (!descriptor.readable(millis)) {
            return null;
        }
        fromLength.set(ValueLayout.JAVA_INT, 0, ADDRESS);
        long length = Sys.call(
                CallNumber.RECVFROM,
                descriptor.number(),
                buffer.address(),
                LONGEST,
                MSG_DONTWAIT,
                from.address(),
                fromLength.address());
        if (length == -Errno.EAGAIN.number() || length == -ENETDOWN) {
            // an interface went away: the others go on
            return null;
        }
        descriptor.checked(length, "recvfrom");
        return new Sighting(
                System.nanoTime(),
                Short.toUnsignedInt(Short.reverseBytes(from.get(ValueLayout.JAVA_SHORT, ADDRESS_PROTOCOL))),
                from.get(ValueLayout.JAVA_INT, ADDRESS_INDEX),
                Byte.toUnsignedInt(from.get(ValueLayout.JAVA_BYTE, ADDRESS_KIND)),
                sender(),
                buffer.asSlice(0, Math.min(length, LONGEST)).toArray(ValueLayout.JAVA_BYTE));
    }

    /** How many packets the kernel dropped since the last time this was asked, as there was no room for them. */
    public long dropped() throws ErrnoException {
        try (Arena local = Arena.ofConfined()) {
            MemorySegment statistics = local.allocate(STATISTICS, 4);
            MemorySegment length = local.allocateFrom(ValueLayout.JAVA_INT, STATISTICS);
            descriptor.checked(
                    Sys.call(
                            CallNumber.GETSOCKOPT,
                            descriptor.number(),
                            SOL_PACKET,
                            PACKET_STATISTICS,
                            statistics.address(),
                            length.address()),
                    "getsockopt");
            return Integer.toUnsignedLong(statistics.get(ValueLayout.JAVA_INT, 4));
        }
    }

    private @Nullable String sender() {
        int length = Byte.toUnsignedInt(from.get(ValueLayout.JAVA_BYTE, ADDRESS_LENGTH));
        if (length != 6) {
            return null;
        }
        StringBuilder text = new StringBuilder(17);
        for (int i = 0; i < length; i++) {
            int b = Byte.toUnsignedInt(from.get(ValueLayout.JAVA_BYTE, ADDRESS_BYTES + i));
            text.append(i == 0 ? "" : ":")
                    .append(Character.forDigit(b >> 4, 16))
                    .append(Character.forDigit(b & 15, 16));
        }
        return text.toString();
    }

    @Override
    public void close() {
        descriptor.close();
        arena.close();
    }
}
