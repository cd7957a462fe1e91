package astray.kernel.route;

import astray.facts.IpAddress;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What TCP remembers of a peer (linux/tcp_metrics.h; ip-tcp_metrics(8)): a view over a message that anybody may have
 * sent, on a generic socket.
 */
public final class TcpMetric {
    // struct genlmsghdr of linux/genetlink.h { u8 cmd, version; u16 reserved; }
    private static final int HEADER = 4;
    private static final int GENL_ID_CTRL = 16;
    private static final int CTRL_CMD_GETFAMILY = 3;
    private static final int CTRL_ATTR_FAMILY_ID = 1;
    private static final int CTRL_ATTR_FAMILY_NAME = 2;
    private static final String FAMILY_NAME = "tcp_metrics";
    private static final int CMD_GET = 1;
    private static final int VERSION = 1;

    private static final int ADDR_IPV4 = 1;
    private static final int ADDR_IPV6 = 2;
    private static final int AGE = 3;
    private static final int TW_TSVAL = 4;
    private static final int TW_TS_STAMP = 5;
    private static final int VALS = 6;
    private static final int FOPEN_MSS = 7;
    private static final int FOPEN_SYN_DROPS = 8;
    private static final int FOPEN_SYN_DROP_TS = 9;
    private static final int FOPEN_COOKIE = 10;
    private static final int SADDR_IPV4 = 11;
    private static final int SADDR_IPV6 = 12;

    /** Values ({@code TCP_METRIC_}), each of 32 bits; round-trip times in milliseconds, or in microseconds. */
    public static final int RTT = 0;

    public static final int RTTVAR = 1;
    public static final int SSTHRESH = 2;
    public static final int CWND = 3;
    public static final int REORDERING = 4;
    public static final int RTT_US = 5;
    public static final int RTTVAR_US = 6;

    private final Attributes attributes;

    private TcpMetric(Message message) {
        this.attributes = message.attributes(HEADER);
    }

    /** The entry that a message tells of. */
    public static TcpMetric of(Message message) {
        return new TcpMetric(message);
    }

    /**
     * The number by which a generic socket's kernel knows this subsystem.
     *
     * @return 0 when this kernel has none
     */
    public static int family(NetlinkSocket generic) throws IOException {
        Request request = new Request(GENL_ID_CTRL)
                .u8(CTRL_CMD_GETFAMILY)
                .zeroes(HEADER - 1)
                .attribute(CTRL_ATTR_FAMILY_NAME, FAMILY_NAME);
        return generic.ask(request) instanceof Answer.Replied(Message message)
                ? message.attributes(HEADER).u16(CTRL_ATTR_FAMILY_ID, 0)
                : 0;
    }

    /** The request for all entries. */
    public static Request request(int family) {
        return new Request(family).u8(CMD_GET).u8(VERSION).u16(0);
    }

    /** The request for the entry of a peer, and of an own address unless that is {@code null}. */
    public static Request request(int family, IpAddress peer, @Nullable IpAddress source) {
        boolean inet = peer.family() == astray.facts.Family.INET;
        Request request = request(family).attribute(inet ? ADDR_IPV4 : ADDR_IPV6, peer);
        return source == null ? request : request.attribute(inet ? SADDR_IPV4 : SADDR_IPV6, source);
    }

    /** The peer. */
    public @Nullable IpAddress peer() {
        IpAddress inet = attributes.address(ADDR_IPV4);
        return inet == null ? attributes.address(ADDR_IPV6) : inet;
    }

    /** The own address. */
    public @Nullable IpAddress source() {
        IpAddress inet = attributes.address(SADDR_IPV4);
        return inet == null ? attributes.address(SADDR_IPV6) : inet;
    }

    /** Milliseconds since it was updated; -1 where not told. */
    public long age() {
        return attributes.u64(AGE, -1);
    }

    /** The peer's last time stamp (PAWS); -1 where not told. */
    public long timestamp() {
        return attributes.u32(TW_TSVAL, -1);
    }

    /** Seconds since that; 0 where not told. */
    public int timestampAge() {
        return attributes.s32(TW_TS_STAMP, 0);
    }

    /** Whether a time stamp is told. */
    public boolean hasTimestampAge() {
        return attributes.has(TW_TS_STAMP);
    }

    /** One of the values; -1 where not told. */
    public long value(int metric) {
        return attributes.nested(VALS).u32(metric + 1, -1);
    }

    /** The segment size for Fast Open; -1 where not told. */
    public int fastOpenMss() {
        return attributes.u16(FOPEN_MSS, -1);
    }

    /** How many SYNs with data were lost; -1 where not told. */
    public int fastOpenDrops() {
        return attributes.u16(FOPEN_SYN_DROPS, -1);
    }

    /** Milliseconds since the last of them; -1 where not told. */
    public long fastOpenDropAge() {
        return attributes.u64(FOPEN_SYN_DROP_TS, -1);
    }

    /** The Fast Open cookie; {@code null} for none. */
    public byte @Nullable [] fastOpenCookie() {
        return attributes.bytes(FOPEN_COOKIE);
    }
}
