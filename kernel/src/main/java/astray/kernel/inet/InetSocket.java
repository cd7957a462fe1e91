package astray.kernel.inet;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.SocketAddress;
import astray.kernel.sys.Sys;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A socket of TCP, UDP or ICMP that never blocks (ip(7), ipv6(7), tcp(7), icmp(7), raw(7)). */
public final class InetSocket extends Pollable {
    private static final int SOCK_STREAM = 1;
    private static final int SOCK_DGRAM = 2;
    private static final int SOCK_RAW = 3;
    private static final int IPPROTO_ICMP = 1;
    private static final int IPPROTO_ICMPV6 = 58;

    private static final int SOL_SOCKET = 1;
    private static final int SO_ERROR = 4;
    private static final int SO_BINDTODEVICE = 25;
    private static final int SO_MARK = 36;

    private static final int SOL_IP = 0;
    private static final int IP_TTL = 2;
    private static final int IP_RECVERR = 11;
    private static final int IP_RECVTTL = 12;
    private static final int SOL_IPV6 = 41;
    private static final int IPV6_UNICAST_HOPS = 16;
    private static final int IPV6_MULTICAST_IF = 17;
    private static final int IPV6_MULTICAST_HOPS = 18;
    private static final int IPV6_MULTICAST_LOOP = 19;
    private static final int IPV6_RECVERR = 25;
    private static final int IPV6_RECVHOPLIMIT = 51;
    private static final int IPV6_HOPLIMIT = 52;
    private static final int SOL_TCP = 6;
    private static final int TCP_SYNCNT = 7;
    private static final int SOL_RAW = 255;
    private static final int ICMP_FILTER = 1;
    private static final int SOL_ICMPV6 = 58;
    private static final int ICMP6_FILTER = 1;
    private static final int ICMP6_FILTER_SIZE = 32;

    private static final int MSG_ERRQUEUE = 0x2000;
    private static final int MSG_NOSIGNAL = 0x4000;

    /** {@code struct msghdr} of bits/socket.h with 64-bit pointers. */
    static final int MSGHDR = 56;

    static final int MSG_NAME = 0;
    static final int MSG_NAMELEN = 8;
    static final int MSG_IOV = 16;
    static final int MSG_IOVLEN = 24;
    static final int MSG_CONTROL = 32;
    static final int MSG_CONTROLLEN = 40;

    private static final int CONTROL = 512;

    /** An ICMP message quotes no more than this of a packet (RFC 1812, RFC 4443). */
    private static final int QUOTE = 1280;

    private final Family family;

    private InetSocket(Family family, int type, int protocol, String what) throws ErrnoException {
        super(Descriptor.socket(SocketAddress.number(family), type | NONBLOCK, protocol, what));
        this.family = family;
        descriptor.tryOption(level(), v4() ? IP_RECVERR : IPV6_RECVERR, 1);
        descriptor.tryOption(level(), v4() ? IP_RECVTTL : IPV6_RECVHOPLIMIT, 1);
    }

    /** Opens one for a TCP connection. */
    public static InetSocket tcp(Family family) throws ErrnoException {
        return new InetSocket(family, SOCK_STREAM, 0, "tcp");
    }

    /** Opens one for UDP. */
    public static InetSocket udp(Family family) throws ErrnoException {
        return new InetSocket(family, SOCK_DGRAM, 0, "udp");
    }

    /**
     * Opens one for ICMP or ICMPv6 echo alone, without privileges. The kernel puts in the identifier, and hands over
     * only the answers to this socket's own requests.
     *
     * @throws ErrnoException with EACCES where net.ipv4.ping_group_range leaves out all of the process's groups
     */
    public static InetSocket ping(Family family) throws ErrnoException {
        return new InetSocket(family, SOCK_DGRAM, icmp(family), "icmp");
    }

    /**
     * Opens one for ICMP or ICMPv6 messages of one's own making; needs CAP_NET_RAW. What it receives of IPv4 begins
     * with the IP header.
     *
     * @param accepted the only type of message that it receives, 0 to 255
     */
    public static InetSocket rawIcmp(Family family, int accepted) throws ErrnoException {
        InetSocket socket = new InetSocket(family, SOCK_RAW, icmp(family), "icmp");
        try {
            socket.accept(accepted);
            return socket;
        } catch (ErrnoException e) {
            socket.close();
            throw e;
        }
    }

    private void accept(int accepted) throws ErrnoException {
        if (v4()) {
            // struct icmp_filter of linux/icmp.h: a bit for each of the first 32 types that is not wanted
            descriptor.option(SOL_RAW, ICMP_FILTER, ~(1 << accepted));
            return;
        }
        // struct icmp6_filter of linux/icmpv6.h: the same for all 256 types
        byte[] unwanted = new byte[ICMP6_FILTER_SIZE];
        for (int type = 0; type < 256; type++) {
            if (type != accepted) {
                unwanted[type / 8] |= (byte) (1 << type % 8);
            }
        }
        descriptor.checked(descriptor.tryOption(SOL_ICMPV6, ICMP6_FILTER, unwanted), "setsockopt");
    }

    private static int icmp(Family family) {
        return family == Family.INET ? IPPROTO_ICMP : IPPROTO_ICMPV6;
    }

    private boolean v4() {
        return family == Family.INET;
    }

    private int level() {
        return v4() ? SOL_IP : SOL_IPV6;
    }

    /**
     * Sets the time to live, or hop limit, of what is sent to one host.
     *
     * @param hops 1 to 255
     */
    public void hops(int hops) throws ErrnoException {
        descriptor.option(level(), v4() ? IP_TTL : IPV6_UNICAST_HOPS, hops);
    }

    /**
     * Sends to IPv6 groups through an interface, as neighbour discovery has it: with a hop limit of 255, and not to
     * oneself (RFC 4861 section 4.3).
     *
     * @param index the interface's index
     */
    public void multicast(int index) throws ErrnoException {
        descriptor.option(SOL_IPV6, IPV6_MULTICAST_IF, index);
        descriptor.option(SOL_IPV6, IPV6_MULTICAST_HOPS, 255);
        descriptor.option(SOL_IPV6, IPV6_MULTICAST_LOOP, 0);
    }

    /** Sends and receives through one interface alone (SO_BINDTODEVICE). */
    public void device(String name) throws ErrnoException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        descriptor.checked(descriptor.tryOption(SOL_SOCKET, SO_BINDTODEVICE, bytes), "setsockopt");
    }

    /** Marks what is sent, for policy rules and filters (SO_MARK); needs CAP_NET_ADMIN. */
    public void mark(int mark) throws ErrnoException {
        descriptor.option(SOL_SOCKET, SO_MARK, mark);
    }

    /**
     * Limits how often a connection's first packet is sent again.
     *
     * @param count 1 to 127
     */
    public void synRetries(int count) throws ErrnoException {
        descriptor.option(SOL_TCP, TCP_SYNCNT, count);
    }

    /**
     * Chooses the own address (bind(2)).
     *
     * @param port the own port; 0 for any
     * @param scope the index of the interface of a link-local address; 0 for none
     */
    public void bind(IpAddress address, int port, int scope) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment at = SocketAddress.write(arena, address, port, scope);
            descriptor.checked(Sys.call(CallNumber.BIND, descriptor.number(), at.address(), at.byteSize()), "bind");
        }
    }

    /**
     * Begins to connect (connect(2)). A TCP connection is opening when this returns; it is decided when the socket is
     * writable, and {@link #error} tells how.
     *
     * @param scope the index of the interface of a link-local address; 0 for none
     * @throws ErrnoException with whatever decides it at once, such as ENETUNREACH
     */
    public void connect(IpAddress address, int port, int scope) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment to = SocketAddress.write(arena, address, port, scope);
            long result = Sys.call(CallNumber.CONNECT, descriptor.number(), to.address(), to.byteSize());
            if (result != -Errno.EINPROGRESS.number()) {
                descriptor.checked(result, "connect");
            }
        }
    }

    /** Takes the error that is waiting (SO_ERROR); {@code null} for none. */
    public @Nullable Errno error() throws ErrnoException {
        int number = descriptor.option(SOL_SOCKET, SO_ERROR);
        return number == 0 ? null : Errno.of(number);
    }

    /** The own address; all zero where none was chosen yet; {@code null} for what is none. */
    public @Nullable IpAddress localAddress() throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            return SocketAddress.address(local(arena));
        }
    }

    /** The own port, 0 to 65535; 0 where none was chosen yet. */
    public int localPort() throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            return SocketAddress.port(local(arena));
        }
    }

    private MemorySegment local(Arena arena) throws ErrnoException {
        MemorySegment address = arena.allocate(SocketAddress.STORAGE, 8);
        MemorySegment length = arena.allocateFrom(ValueLayout.JAVA_INT, SocketAddress.STORAGE);
        descriptor.checked(
                Sys.call(CallNumber.GETSOCKNAME, descriptor.number(), address.address(), length.address()),
                "getsockname");
        return address.asSlice(0, Math.min(SocketAddress.STORAGE, length.get(ValueLayout.JAVA_INT, 0)));
    }

    /**
     * Sends bytes to whom the socket is connected with.
     *
     * @return how many were taken
     */
    public int send(byte[] bytes) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            return send(arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes), MemorySegment.NULL);
        }
    }

    /** Sends bytes to a host; the scope as with {@link #connect}. */
    public int send(byte[] bytes, IpAddress address, int port, int scope) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            return send(
                    arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes), SocketAddress.write(arena, address, port, scope));
        }
    }

    private int send(MemorySegment bytes, MemorySegment to) throws ErrnoException {
        long result = Sys.call(
                CallNumber.SENDTO,
                descriptor.number(),
                bytes.address(),
                bytes.byteSize(),
                MSG_NOSIGNAL,
                to.address(),
                to.byteSize());
        return (int) descriptor.checked(result, "sendto");
    }

    /**
     * Takes what came in.
     *
     * @param most how many bytes at most; what is longer is cut
     * @return {@code null} when there is nothing now
     * @throws ErrnoException also with the error that is waiting, which is thereby taken
     */
    public @Nullable Received receive(int most) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            Message message = new Message(arena, most);
            if (!message.receive(descriptor, 0)) {
                return null;
            }
            MemorySegment hops = v4()
                    ? ControlMessages.find(message.control(), SOL_IP, IP_TTL)
                    : ControlMessages.find(message.control(), SOL_IPV6, IPV6_HOPLIMIT);
            return new Received(
                    Bytes.of(message.bytes()),
                    SocketAddress.address(message.name()),
                    hops.byteSize() < 4 ? -1 : hops.get(ValueLayout.JAVA_INT_UNALIGNED, 0));
        }
    }

    /** Takes the next error of the network out of the error queue; {@code null} when there is none. */
    public @Nullable QueuedError queuedError() throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            Message message = new Message(arena, QUOTE);
            return message.receive(descriptor, MSG_ERRQUEUE)
                    ? QueuedError.parse(message.control(), message.name(), message.bytes())
                    : null;
        }
    }

    /** The buffers of one recvmsg(2). */
    private static final class Message {
        private final MemorySegment header;
        private final MemorySegment name;
        private final MemorySegment data;
        private final MemorySegment control;
        private long length;

        Message(Arena arena, int most) {
            name = arena.allocate(SocketAddress.STORAGE, 8);
            data = arena.allocate(most, 8);
            control = arena.allocate(CONTROL, 8);
            // struct iovec of bits/types/struct_iovec.h: where, and how much
            MemorySegment vector = arena.allocate(16, 8);
            vector.set(ValueLayout.JAVA_LONG, 0, data.address());
            vector.set(ValueLayout.JAVA_LONG, 8, most);
            header = arena.allocate(MSGHDR, 8);
            header.set(ValueLayout.JAVA_LONG, MSG_NAME, name.address());
            header.set(ValueLayout.JAVA_INT, MSG_NAMELEN, SocketAddress.STORAGE);
            header.set(ValueLayout.JAVA_LONG, MSG_IOV, vector.address());
            header.set(ValueLayout.JAVA_LONG, MSG_IOVLEN, 1);
            header.set(ValueLayout.JAVA_LONG, MSG_CONTROL, control.address());
            header.set(ValueLayout.JAVA_LONG, MSG_CONTROLLEN, CONTROL);
        }

        /** False when there is nothing now. */
        boolean receive(Descriptor from, int flags) throws ErrnoException {
            long result = Sys.call(CallNumber.RECVMSG, from.number(), header.address(), flags);
            if (result == -Errno.EAGAIN.number()) {
                return false;
            }
            length = from.checked(result, "recvmsg");
            return true;
        }

        byte[] bytes() {
            return data.asSlice(0, Math.min(length, data.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        }

        MemorySegment name() {
            return name.asSlice(0, Math.min(name.byteSize(), header.get(ValueLayout.JAVA_INT, MSG_NAMELEN)));
        }

        MemorySegment control() {
            return control.asSlice(0, Math.min(control.byteSize(), header.get(ValueLayout.JAVA_LONG, MSG_CONTROLLEN)));
        }
    }
}
