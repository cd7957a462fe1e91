package astray.kernel.route;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Prefix;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import org.jspecify.annotations.Nullable;

/**
 * A policy routing rule ({@code struct fib_rule_hdr} of linux/fib_rules.h and {@code FRA_} attributes; ip-rule(8)): a
 * view over a message that anybody may have sent. No getter fails; a selector that is {@code null} matches everything.
 */
public final class Rule {
    /** {@code RTM_NEWRULE}. */
    public static final int NEW = 32;

    /** {@code RTM_DELRULE}: a notification that it is gone. */
    public static final int DELETE = 33;

    /** {@code RTM_GETRULE}. */
    public static final int GET = 34;

    // struct fib_rule_hdr { u8 family, dst_len, src_len, tos, table, res1, res2, action; u32 flags; }
    static final int FAMILY = 0;
    static final int DST_LEN = 1;
    static final int SRC_LEN = 2;
    static final int TOS = 3;
    static final int TABLE = 4;
    static final int ACTION = 7;
    static final int FLAGS = 8;
    static final int HEADER = 12;

    private static final int FRA_DST = 1;
    private static final int FRA_SRC = 2;
    private static final int FRA_IIFNAME = 3;
    private static final int FRA_GOTO = 4;
    private static final int FRA_PRIORITY = 6;
    private static final int FRA_FWMARK = 10;
    private static final int FRA_FLOW = 11;
    private static final int FRA_TUN_ID = 12;
    private static final int FRA_SUPPRESS_IFGROUP = 13;
    private static final int FRA_SUPPRESS_PREFIXLEN = 14;
    private static final int FRA_TABLE = 15;
    private static final int FRA_FWMASK = 16;
    private static final int FRA_OIFNAME = 17;
    private static final int FRA_L3MDEV = 19;
    private static final int FRA_UID_RANGE = 20;
    private static final int FRA_PROTOCOL = 21;
    private static final int FRA_IP_PROTO = 22;
    private static final int FRA_SPORT_RANGE = 23;
    private static final int FRA_DPORT_RANGE = 24;

    /** Actions ({@code FR_ACT_}). */
    public static final int TO_TABLE = 1;

    public static final int GOTO = 2;
    public static final int NOP = 3;
    public static final int BLACKHOLE = 6;
    public static final int UNREACHABLE = 7;
    public static final int PROHIBIT = 8;

    /** {@code FIB_RULE_INVERT} among the flags: the selectors' outcome is turned round. */
    public static final int INVERT = 2;

    /** {@code FIB_RULE_UNRESOLVED}: the rule that a {@code goto} leads to is missing. */
    public static final int UNRESOLVED = 4;

    /** {@code FIB_RULE_IIF_DETACHED}: there is no interface of the incoming one's name. */
    public static final int IIF_DETACHED = 8;

    /** {@code FIB_RULE_OIF_DETACHED}: there is no interface of the outgoing one's name. */
    public static final int OIF_DETACHED = 16;

    private final Message message;
    private final Attributes attributes;

    private Rule(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    /** The rule that a message tells of, or tells the end of; {@code null} for a message about something else. */
    public static @Nullable Rule of(Message message) {
        int type = message.type();
        return (type == NEW || type == DELETE) && message.length() >= HEADER ? new Rule(message) : null;
    }

    /**
     * Lists the rules in the order in which they are asked.
     *
     * @param socket a route socket
     * @param family the family's number, {@link Families#UNSPEC} for all
     */
    public static Listing list(NetlinkSocket socket, int family) throws ErrnoException {
        return socket.dump(request(family));
    }

    /** The request for a listing of a family's rules. */
    public static Request request(int family) {
        return new Request(GET).u8(family).zeroes(HEADER - 1);
    }

    /** Whether the message tells of its end. */
    public boolean deleted() {
        return message.type() == DELETE;
    }

    /** Whose packets it is for: {@code AF_INET}, {@code AF_INET6}, or one of the multicast families (128, 129). */
    public int family() {
        return message.u8(FAMILY);
    }

    /** The destination's prefix length in bits; 0 for any destination. */
    public int destinationLength() {
        return message.u8(DST_LEN);
    }

    /** The source's prefix length in bits; 0 for any source. */
    public int sourceLength() {
        return message.u8(SRC_LEN);
    }

    /** The type of service; 0 for any. */
    public int tos() {
        return message.u8(TOS);
    }

    /** The table that it leads to, 0 for none. */
    public long table() {
        return attributes.u32(FRA_TABLE, message.u8(TABLE));
    }

    /** What it does: {@link #TO_TABLE} and others, or a number that is none of them. */
    public int action() {
        return message.u8(ACTION);
    }

    /** {@link #INVERT} and others. */
    public int flags() {
        return message.s32(FLAGS);
    }

    /** The priority, 0 to 2^32-1: lower is asked first. */
    public long priority() {
        return attributes.u32(FRA_PRIORITY, 0);
    }

    /** The source's address; {@code null} where none is told. */
    public @Nullable IpAddress source() {
        return attributes.address(FRA_SRC);
    }

    /** The destination's address; {@code null} where none is told. */
    public @Nullable IpAddress destination() {
        return attributes.address(FRA_DST);
    }

    /** The source that it is for. */
    public @Nullable Prefix sourcePrefix() {
        return prefix(source(), sourceLength());
    }

    /** The destination that it is for. */
    public @Nullable Prefix destinationPrefix() {
        return prefix(destination(), destinationLength());
    }

    private static @Nullable Prefix prefix(@Nullable IpAddress address, int length) {
        Family family = address == null ? null : address.family();
        return address == null || family == null || length > family.bits() ? null : new Prefix(address, length);
    }

    /** The incoming interface's name. */
    public @Nullable String iif() {
        return attributes.string(FRA_IIFNAME);
    }

    /** The outgoing interface's name. */
    public @Nullable String oif() {
        return attributes.string(FRA_OIFNAME);
    }

    /** The priority that a {@code goto} leads to; {@code null} where none is told. */
    public @Nullable Long target() {
        return number(FRA_GOTO);
    }

    /** The mark, 0 to 2^32-1. */
    public @Nullable Long mark() {
        return number(FRA_FWMARK);
    }

    /** The bits of the mark that count, 0 to 2^32-1. */
    public @Nullable Long markMask() {
        return number(FRA_FWMASK);
    }

    /** The realms that a packet gets: the source's in the upper half; {@code null} for none. */
    public @Nullable Long realms() {
        return number(FRA_FLOW);
    }

    /** The tunnel's id; {@code null} for any. */
    public @Nullable Long tunnelId() {
        return attributes.has(FRA_TUN_ID) ? attributes.be64(FRA_TUN_ID, 0) : null;
    }

    /** Results that leave by an interface of this group are ignored; -1 for none. */
    public int suppressInterfaceGroup() {
        return attributes.s32(FRA_SUPPRESS_IFGROUP, -1);
    }

    /** Results with a prefix of at most this length are ignored; -1 for none. */
    public int suppressPrefixLength() {
        return attributes.s32(FRA_SUPPRESS_PREFIXLEN, -1);
    }

    /** Whether the table is that of the interface's VRF. */
    public boolean l3mdev() {
        return attributes.u8(FRA_L3MDEV, 0) != 0;
    }

    /** The users whose sockets it is for. */
    public @Nullable Range users() {
        Attributes.Attribute range = attributes.get(FRA_UID_RANGE);
        return range == null ? null : new Range(range.u32(0), range.u32(4));
    }

    /** The source ports. */
    public @Nullable Range sourcePorts() {
        return ports(attributes.get(FRA_SPORT_RANGE));
    }

    /** The destination ports. */
    public @Nullable Range destinationPorts() {
        return ports(attributes.get(FRA_DPORT_RANGE));
    }

    private static @Nullable Range ports(Attributes.@Nullable Attribute range) {
        return range == null ? null : new Range(range.u16(0), range.u16(2));
    }

    /** The IP protocol's number; -1 for any. */
    public int ipProtocol() {
        return attributes.u8(FRA_IP_PROTO, -1);
    }

    /** Who made it ({@code RTPROT_}); -1 where not told. */
    public int protocol() {
        return attributes.u8(FRA_PROTOCOL, -1);
    }

    private @Nullable Long number(int type) {
        return attributes.has(type) ? attributes.u32(type, 0) : null;
    }

    /** All attributes, for those that have no getter. */
    public Attributes attributes() {
        return attributes;
    }

    /**
     * Numbers from the first to the last.
     *
     * @param first the first
     * @param last the last, as told: it may be below the first
     */
    public record Range(long first, long last) {}
}
