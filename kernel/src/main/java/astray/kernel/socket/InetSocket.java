package astray.kernel.socket;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import org.jspecify.annotations.Nullable;

/**
 * An internet socket as sock_diag(7) describes it ({@code struct inet_diag_msg} of linux/inet_diag.h): a view over the
 * message. No getter fails; what the kernel did not tell is {@code null}.
 *
 * @param message the message
 */
public record InetSocket(Message message) {
    static final int FAMILY = 0;
    static final int STATE = 1;
    static final int TIMER = 2;
    static final int RETRANS = 3;
    static final int SPORT = 4;
    static final int DPORT = 6;
    static final int SRC = 8;
    static final int DST = 24;
    static final int IF = 40;
    static final int COOKIE = 44;
    static final int EXPIRES = 52;
    static final int RQUEUE = 56;
    static final int WQUEUE = 60;
    static final int UID = 64;
    static final int INODE = 68;
    static final int SIZE = 72;

    // enum INET_DIAG_*
    static final int INFO = 2;
    static final int CONG = 4;
    static final int TOS = 5;
    static final int TCLASS = 6;
    static final int SKMEMINFO = 7;
    static final int SHUTDOWN = 8;
    static final int PROTOCOL = 10;
    static final int SKV6ONLY = 11;
    static final int MARK = 15;
    static final int CLASS_ID = 17;
    static final int CGROUP_ID = 21;

    /** What a timer of a TCP socket waits for. */
    public enum TimerKind {
        /** None runs. */
        OFF,
        /** To send again. */
        RETRANSMIT,
        /** To look whether the peer is alive. */
        KEEPALIVE,
        /** To end TIME_WAIT. */
        TIME_WAIT,
        /** To ask for a window. */
        PROBE,
        /** A kind that this table does not know. */
        UNKNOWN
    }

    private static final TimerKind[] TIMERS = TimerKind.values();

    private Attributes attributes() {
        return message.attributes(SIZE);
    }

    /** The socket's family; {@code null} for one that is neither INET nor INET6. */
    public @Nullable Family family() {
        return switch (message.u8(FAMILY)) {
            case InetRequest.AF_INET -> Family.INET;
            case InetRequest.AF_INET6 -> Family.INET6;
            default -> null;
        };
    }

    /** The state. */
    public SocketState state() {
        return new SocketState(message.u8(STATE));
    }

    /** Which timer runs. */
    public TimerKind timer() {
        return TIMERS[Math.min(message.u8(TIMER), TIMERS.length - 1)];
    }

    /** How long until the timer ends, in milliseconds. */
    public long timerMillis() {
        return message.u32(EXPIRES);
    }

    /** How often was sent again, or probed, without an answer: at most 255. */
    public int retransmits() {
        return message.u8(RETRANS);
    }

    /** The own port; for a raw socket its protocol's number; 0 for none. */
    public int localPort() {
        return message.be16(SPORT);
    }

    /** The peer's port; 0 for none. */
    public int remotePort() {
        return message.be16(DPORT);
    }

    /** The own address, all zero for any; {@code null} in a message of no known family. */
    public @Nullable IpAddress local() {
        return address(SRC);
    }

    /** The peer's address, all zero for none; {@code null} in a message of no known family. */
    public @Nullable IpAddress remote() {
        return address(DST);
    }

    private @Nullable IpAddress address(int offset) {
        Family family = family();
        return family == null ? null : message.address(offset, family == Family.INET ? 4 : 16);
    }

    /** The index of the interface it is bound to; 0 for none. */
    public int interfaceIndex() {
        return message.s32(IF);
    }

    /** The number that no other socket has as long as the kernel runs. */
    public long cookie() {
        return message.u32(COOKIE) | message.u32(COOKIE + 4) << 32;
    }

    /** Bytes waiting to be read; of a listener, connections waiting to be accepted. */
    public long receiveQueue() {
        return message.u32(RQUEUE);
    }

    /** Bytes not yet acknowledged; of a TCP listener, how many connections may wait. */
    public long sendQueue() {
        return message.u32(WQUEUE);
    }

    /** Its owner's user id; 0 also where no process owns it, as in TIME_WAIT. */
    public long uid() {
        return message.u32(UID);
    }

    /** The inode that {@code /proc/PID/fd} names; 0 where no descriptor stands for it. */
    public long inode() {
        return message.u32(INODE);
    }

    /** Whether one of INET6 refuses IPv4 ({@code IPV6_V6ONLY}); {@code null} where that is not told. */
    public @Nullable Boolean v6only() {
        int value = attributes().u8(SKV6ONLY, -1);
        return value < 0 ? null : value != 0;
    }

    /** The mark (SO_MARK), as unsigned 32 bits; {@code null} without CAP_NET_ADMIN. */
    public @Nullable Long mark() {
        long value = attributes().u32(MARK, -1);
        return value < 0 ? null : value;
    }

    /** The IPv4 type of service of what it sends; {@code null} when not asked for. */
    public @Nullable Integer tos() {
        int value = attributes().u8(TOS, -1);
        return value < 0 ? null : value;
    }

    /** The IPv6 traffic class of what it sends; {@code null} when not asked for. */
    public @Nullable Integer trafficClass() {
        int value = attributes().u8(TCLASS, -1);
        return value < 0 ? null : value;
    }

    /** Which halves are shut down: bit 0 reading, bit 1 writing; {@code null} where that is not told. */
    public @Nullable Integer shutdown() {
        int value = attributes().u8(SHUTDOWN, -1);
        return value < 0 ? null : value;
    }

    /** The name of the congestion control; {@code null} when not asked for. */
    public @Nullable String congestionControl() {
        return attributes().string(CONG);
    }

    /** The IP protocol of a raw socket; {@code null} where that is not told. */
    public @Nullable Integer rawProtocol() {
        int value = attributes().u8(PROTOCOL, -1);
        return value < 0 ? null : value;
    }

    /** The number of the control group (cgroup v2) it was made in; {@code null} where that is not told. */
    public @Nullable Long cgroup() {
        Attributes all = attributes();
        return all.has(CGROUP_ID) ? all.u64(CGROUP_ID, 0) : null;
    }

    /** The net_cls class, as unsigned 32 bits; {@code null} where that is not told. */
    public @Nullable Long classId() {
        long value = attributes().u32(CLASS_ID, -1);
        return value < 0 ? null : value;
    }

    /** TCP's own account; {@code null} when not asked for, and for what is no connection any more. */
    public @Nullable TcpInfo tcpInfo() {
        Attributes.Attribute found = attributes().get(INFO);
        return found == null || found.length() == 0 ? null : new TcpInfo(found);
    }

    /** Memory and drops; {@code null} when not asked for. */
    public @Nullable SocketMemory memory() {
        Attributes.Attribute found = attributes().get(SKMEMINFO);
        return found == null ? null : new SocketMemory(found);
    }
}
