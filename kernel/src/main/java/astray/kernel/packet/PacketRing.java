package astray.kernel.packet;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.inet.NetDevice;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The packets of one interface, or of all, through a ring that is shared with the kernel (packet(7), version 3 of
 * linux/if_packet.h): no system call and no object for a packet. After {@link #next} the getters tell of the packet at
 * hand, whose bytes lie in {@link #bytes} until the next call.
 *
 * <p>Nothing comes before {@link #start}: by then the filter is in its place. The interface is promiscuous as long as
 * the socket lives, and the kernel undoes that whatever becomes of the process. Needs CAP_NET_RAW. The namespace is that
 * of the opening thread. For one thread; {@link #await} blocks it, so not a virtual one.
 */
public final class PacketRing implements AutoCloseable {
    /** The packet was for this host. */
    public static final int TO_HOST = 0;

    /** This host sent it. */
    public static final int OUTGOING = 4;

    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW = 3;
    private static final int SOCK_DGRAM = 2;
    private static final int SOL_SOCKET = 1;
    private static final int SO_ERROR = 4;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_ADD_MEMBERSHIP = 1;
    private static final int PACKET_RX_RING = 5;
    private static final int PACKET_STATISTICS = 6;
    private static final int PACKET_VERSION = 10;
    private static final int PACKET_RESERVE = 12;
    private static final int PACKET_MR_PROMISC = 1;
    private static final int TPACKET_V3 = 2;
    private static final int TP_STATUS_KERNEL = 0;
    private static final int TP_STATUS_USER = 1;
    private static final int TP_STATUS_VLAN_VALID = 1 << 4;
    private static final int TP_STATUS_VLAN_TPID_VALID = 1 << 6;
    private static final int ETH_P_ALL = 3;
    private static final int ETH_P_8021Q = 0x8100;
    private static final int PROT_READ_WRITE = 3;
    private static final int MAP_SHARED = 1;

    /** A block holds at least one packet of the longest kind. */
    private static final int BLOCK = 1 << 18;

    private static final int LARGEST = 1 << 30;

    /** Bytes that stay free in front of each packet, for a header that is made here. */
    private static final int RESERVE = 32;

    private static final VarHandle BLOCK_STATUS = ValueLayout.JAVA_INT.varHandle();

    private final Descriptor descriptor;
    private final int index;
    private final boolean bare;
    private MemorySegment ring = MemorySegment.NULL;
    private ByteBuffer bytes = ByteBuffer.allocate(0);

    /** The same in the machine's byte order: the kernel's own numbers. Quicker to read than the segment. */
    private ByteBuffer words = ByteBuffer.allocate(0);

    private int blocks;

    private int block;
    private boolean open;
    private int left;
    private int header;
    private int offset;
    private int captured;
    private int length;
    private long packets;
    private long drops;

    private PacketRing(Descriptor descriptor, int index, boolean bare) {
        this.descriptor = descriptor;
        this.index = index;
        this.bare = bare;
    }

    /**
     * Opens one.
     *
     * @param device {@code null} for all interfaces
     * @param bare whether packets come without their link-layer header, as they must for all interfaces at once
     * @param size how many bytes the ring has, at most 1 GiB; less where the kernel has not so much
     * @param millis how long a packet may wait for others at most, from 1
     */
    public static PacketRing open(@Nullable NetDevice device, boolean bare, int size, int millis)
            throws ErrnoException {
        String what = device == null ? "any" : device.name();
        // of no protocol: nothing comes before the ring and the filter are in their place
        Descriptor descriptor = Descriptor.socket(AF_PACKET, bare ? SOCK_DGRAM : SOCK_RAW, 0, what);
        PacketRing ring = new PacketRing(descriptor, device == null ? 0 : device.index(), bare);
        try {
            descriptor.option(SOL_PACKET, PACKET_VERSION, TPACKET_V3);
            descriptor.option(SOL_PACKET, PACKET_RESERVE, RESERVE);
            ring.map(Math.clamp(size, BLOCK, LARGEST), millis);
            return ring;
        } catch (ErrnoException e) {
            ring.close();
            throw e;
        }
    }

    @SuppressWarnings("restricted")
    private void map(int size, int millis) throws ErrnoException {
        int wanted = size / BLOCK;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment request = arena.allocate(RingLayout.REQUEST, 4);
            request.set(ValueLayout.JAVA_INT, RingLayout.REQUEST_BLOCK_SIZE, BLOCK);
            request.set(ValueLayout.JAVA_INT, RingLayout.REQUEST_FRAME_SIZE, BLOCK);
            request.set(ValueLayout.JAVA_INT, RingLayout.REQUEST_RETIRE_MILLIS, millis);
            while (true) {
                request.set(ValueLayout.JAVA_INT, RingLayout.REQUEST_BLOCK_COUNT, wanted);
                request.set(ValueLayout.JAVA_INT, RingLayout.REQUEST_FRAME_COUNT, wanted);
                long result = Sys.call(
                        CallNumber.SETSOCKOPT,
                        descriptor.number(),
                        SOL_PACKET,
                        PACKET_RX_RING,
                        request.address(),
                        request.byteSize());
                if (result != -Errno.ENOMEM.number() || wanted == 1) {
                    descriptor.checked(result, "setsockopt");
                    break;
                }
                wanted /= 2;
            }
        }
        long bytesMapped = (long) wanted * BLOCK;
        long address = Sys.call(CallNumber.MMAP, 0, bytesMapped, PROT_READ_WRITE, MAP_SHARED, descriptor.number(), 0);
        descriptor.checked(address < 0 && address > -4096 ? address : 0, "mmap");
        ring = MemorySegment.ofAddress(address).reinterpret(bytesMapped);
        bytes = ring.asByteBuffer();
        words = bytes.duplicate().order(ByteOrder.nativeOrder());
        blocks = wanted;
    }

    /** Puts a program of classic BPF into its place, given as columns; see {@link FilterTrial#of}. */
    public void filter(int[] codes, int[] jumpsTrue, int[] jumpsFalse, int[] constants) throws ErrnoException {
        SocketFilter.attach(descriptor, codes, jumpsTrue, jumpsFalse, constants);
    }

    /** Has the interface take what is not for this host, as long as this is open. */
    public void promiscuous() throws ErrnoException {
        byte[] membership = new byte[RingLayout.MEMBERSHIP];
        MemorySegment segment = MemorySegment.ofArray(membership);
        segment.set(ValueLayout.JAVA_INT_UNALIGNED, RingLayout.MEMBERSHIP_INDEX, index);
        segment.set(ValueLayout.JAVA_SHORT_UNALIGNED, RingLayout.MEMBERSHIP_TYPE, (short) PACKET_MR_PROMISC);
        descriptor.checked(descriptor.tryOption(SOL_PACKET, PACKET_ADD_MEMBERSHIP, membership), "setsockopt");
    }

    /**
     * Lets packets come.
     *
     * @throws ErrnoException with ENETDOWN for an interface that is down
     */
    public void start() throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment address = arena.allocate(RingLayout.ADDRESS, 4);
            address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_PACKET);
            address.set(ValueLayout.JAVA_SHORT, RingLayout.ADDRESS_PROTOCOL, Short.reverseBytes((short) ETH_P_ALL));
            address.set(ValueLayout.JAVA_INT, RingLayout.ADDRESS_INDEX, index);
            descriptor.checked(
                    Sys.call(CallNumber.BIND, descriptor.number(), address.address(), address.byteSize()), "bind");
        }
        check();
    }

    /** Throws what happened to the socket meanwhile, such as ENETDOWN. */
    private void check() throws ErrnoException {
        int error = descriptor.option(SOL_SOCKET, SO_ERROR);
        Descriptor.check(-error, "poll", "capture");
    }

    /**
     * Waits for packets.
     *
     * @param millis how long at most; negative for ever
     * @return false when the time passed first, or a signal came
     * @throws ErrnoException with ENETDOWN when the interface went down
     */
    public boolean await(long millis) throws ErrnoException {
        if (isReady()) {
            return true;
        }
        if (!descriptor.readable(millis)) {
            return false;
        }
        if (!isReady()) {
            check();
        }
        return isReady();
    }

    private boolean isReady() {
        return open || ((int) BLOCK_STATUS.getAcquire(ring, statusAt(block)) & TP_STATUS_USER) != 0;
    }

    private static long statusAt(int block) {
        return (long) block * BLOCK + RingLayout.BLOCK_STATUS;
    }

    /** Goes to the next packet that has come; false when none is there. What was at hand is given back. */
    public boolean next() {
        if (open && left == 0) {
            BLOCK_STATUS.setRelease(ring, statusAt(block), TP_STATUS_KERNEL);
            block = block + 1 == blocks ? 0 : block + 1;
            open = false;
        }
        while (!open) {
            if (!isReady()) {
                return false;
            }
            int start = block * BLOCK;
            left = words.getInt(start + RingLayout.BLOCK_PACKETS);
            if (left > 0) {
                header = start + words.getInt(start + RingLayout.BLOCK_FIRST);
                open = true;
                turn();
                return true;
            }
            BLOCK_STATUS.setRelease(ring, statusAt(block), TP_STATUS_KERNEL);
            block = block + 1 == blocks ? 0 : block + 1;
        }
        header += words.getInt(header + RingLayout.NEXT);
        turn();
        return true;
    }

    private void turn() {
        left--;
        captured = words.getInt(header + RingLayout.CAPTURED);
        length = words.getInt(header + RingLayout.LENGTH);
        int place = bare ? RingLayout.NETWORK_HEADER : RingLayout.LINK_HEADER;
        offset = header + Short.toUnsignedInt(words.getShort(header + place));
    }

    /** Where the packets are; big-endian. What lies in front of a packet, and the packet, may be written to. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** Where in {@link #bytes} the packet begins. */
    public int offset() {
        return offset;
    }

    /** How many bytes of it there are. */
    public int captured() {
        return captured;
    }

    /** How many bytes it had. */
    public int length() {
        return length;
    }

    /** When it came: whole seconds since 1970 (UTC). */
    public long seconds() {
        return Integer.toUnsignedLong(words.getInt(header + RingLayout.SECONDS));
    }

    /** The rest of the time in nanoseconds, from 0 to 999999999. */
    public int nanos() {
        return words.getInt(header + RingLayout.NANOS);
    }

    /** Whether it came with a VLAN tag, which the kernel took off. */
    public boolean isTagged() {
        return (words.getInt(header + RingLayout.STATUS) & TP_STATUS_VLAN_VALID) != 0;
    }

    /** The tag: its Ethernet type in the upper 16 bits, and what it says (IEEE 802.1Q) in the lower. */
    public int tag() {
        int status = words.getInt(header + RingLayout.STATUS);
        int type = (status & TP_STATUS_VLAN_TPID_VALID) == 0
                ? ETH_P_8021Q
                : words.getShort(header + RingLayout.TAG_PROTOCOL);
        return type << 16 | words.getInt(header + RingLayout.TAG) & 0xffff;
    }

    /** Its Ethernet type (linux/if_ether.h), host order. */
    public int protocol() {
        short wire = words.getShort(header + RingLayout.HEADER + RingLayout.ADDRESS_PROTOCOL);
        return Short.toUnsignedInt(Short.reverseBytes(wire));
    }

    /** The index of the interface it passed. */
    public int interfaceIndex() {
        return words.getInt(header + RingLayout.HEADER + RingLayout.ADDRESS_INDEX);
    }

    /** The kind of that interface: an ARPHRD number of linux/if_arp.h. */
    public int hardware() {
        return Short.toUnsignedInt(words.getShort(header + RingLayout.HEADER + RingLayout.ADDRESS_HARDWARE));
    }

    /** Whom it was for: {@link #TO_HOST}, 1 broadcast, 2 multicast, 3 another host, {@link #OUTGOING}. */
    public int kind() {
        return words.get(header + RingLayout.HEADER + RingLayout.ADDRESS_KIND);
    }

    /** How long its sender's link-layer address is, in bytes. */
    public int addressLength() {
        return Byte.toUnsignedInt(words.get(header + RingLayout.HEADER + RingLayout.ADDRESS_LENGTH));
    }

    /** The first eight bytes of that address, as they stand. */
    public long address() {
        return bytes.getLong(header + RingLayout.HEADER + RingLayout.ADDRESS_BYTES);
    }

    /** How many packets passed the filter since the start, with those that were lost. */
    public long packets() throws ErrnoException {
        count();
        return packets;
    }

    /** How many of them were lost, since the ring was full. */
    public long drops() throws ErrnoException {
        count();
        return drops;
    }

    /** The kernel forgets what it told. */
    private void count() throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment statistics = arena.allocate(RingLayout.STATISTICS, 4);
            MemorySegment size = arena.allocateFrom(ValueLayout.JAVA_INT, RingLayout.STATISTICS);
            descriptor.checked(
                    Sys.call(
                            CallNumber.GETSOCKOPT,
                            descriptor.number(),
                            SOL_PACKET,
                            PACKET_STATISTICS,
                            statistics.address(),
                            size.address()),
                    "getsockopt");
            packets += Integer.toUnsignedLong(statistics.get(ValueLayout.JAVA_INT, RingLayout.STATISTICS_PACKETS));
            drops += Integer.toUnsignedLong(statistics.get(ValueLayout.JAVA_INT, RingLayout.STATISTICS_DROPS));
        }
    }

    @Override
    public void close() {
        if (blocks > 0) {
            blocks = 0;
            Sys.call(CallNumber.MUNMAP, ring.address(), ring.byteSize());
        }
        descriptor.close();
    }
}
