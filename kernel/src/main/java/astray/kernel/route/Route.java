package astray.kernel.route;

import astray.facts.IpAddress;
import astray.facts.Prefix;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route as rtnetlink(7) tells it ({@code struct rtmsg} of linux/rtnetlink.h and {@code RTA_} attributes): a view over
 * a message that anybody may have sent. No getter fails; what is not there is {@code null}, or what the getter says.
 */
public final class Route {
    /** {@code RTM_NEWROUTE}. */
    public static final int NEW = 24;

    /** {@code RTM_DELROUTE}: a notification that it is gone. */
    public static final int DELETE = 25;

    /** {@code RTM_GETROUTE}. */
    public static final int GET = 26;

    // struct rtmsg { u8 family, dst_len, src_len, tos, table, protocol, scope, type; u32 flags; }
    static final int FAMILY = 0;
    static final int DST_LEN = 1;
    static final int SRC_LEN = 2;
    static final int TOS = 3;
    static final int TABLE = 4;
    static final int PROTOCOL = 5;
    static final int SCOPE = 6;
    static final int TYPE = 7;
    static final int FLAGS = 8;
    static final int HEADER = 12;

    static final int RTA_DST = 1;
    static final int RTA_SRC = 2;
    static final int RTA_IIF = 3;
    static final int RTA_OIF = 4;
    static final int RTA_GATEWAY = 5;
    static final int RTA_PRIORITY = 6;
    static final int RTA_PREFSRC = 7;
    static final int RTA_METRICS = 8;
    static final int RTA_MULTIPATH = 9;
    static final int RTA_FLOW = 11;
    static final int RTA_CACHEINFO = 12;
    static final int RTA_TABLE = 15;
    static final int RTA_MARK = 16;
    static final int RTA_VIA = 18;
    static final int RTA_NEWDST = 19;
    static final int RTA_PREF = 20;
    static final int RTA_ENCAP_TYPE = 21;
    static final int RTA_ENCAP = 22;
    static final int RTA_EXPIRES = 23;
    static final int RTA_UID = 25;
    static final int RTA_TTL_PROPAGATE = 26;
    static final int RTA_IP_PROTO = 27;
    static final int RTA_SPORT = 28;
    static final int RTA_DPORT = 29;
    static final int RTA_NH_ID = 30;

    /** Types ({@code RTN_}). */
    public static final int UNICAST = 1;

    public static final int LOCAL = 2;
    public static final int BROADCAST = 3;
    public static final int ANYCAST = 4;
    public static final int MULTICAST = 5;
    public static final int BLACKHOLE = 6;
    public static final int UNREACHABLE = 7;
    public static final int PROHIBIT = 8;
    public static final int THROW = 9;
    public static final int NAT = 10;
    public static final int XRESOLVE = 11;

    /** Tables ({@code RT_TABLE_}). */
    public static final long TABLE_DEFAULT = 253;

    public static final long TABLE_MAIN = 254;
    public static final long TABLE_LOCAL = 255;

    /** Scopes ({@code RT_SCOPE_}). */
    public static final int SCOPE_UNIVERSE = 0;

    public static final int SCOPE_SITE = 200;
    public static final int SCOPE_LINK = 253;
    public static final int SCOPE_HOST = 254;
    public static final int SCOPE_NOWHERE = 255;

    /** {@code RTM_F_NOTIFY} among the flags. */
    public static final int NOTIFY = 0x100;

    /** {@code RTM_F_CLONED}: an entry of the cache, made from a route. */
    public static final int CLONED = 0x200;

    /** {@code RTM_F_LOOKUP_TABLE}: of a request: tell the table that the lookup found it in. */
    public static final int LOOKUP_TABLE = 0x1000;

    /** {@code RTM_F_FIB_MATCH}: of a request: answer with the route itself, not with what it comes to. */
    public static final int FIB_MATCH = 0x2000;

    /** {@code RTM_F_OFFLOAD}: hardware forwards by it. */
    public static final int OFFLOADED = 0x4000;

    /** {@code RTM_F_TRAP}: hardware hands its packets to the kernel. */
    public static final int TRAPPED = 0x8000;

    /** {@code RTM_F_OFFLOAD_FAILED}. */
    public static final int OFFLOAD_FAILED = 0x20000000;

    private final Message message;
    private final Attributes attributes;

    private Route(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    /** The route that a message tells of, or tells the end of; {@code null} for a message about something else. */
    public static @Nullable Route of(Message message) {
        int type = message.type();
        return (type == NEW || type == DELETE) && message.length() >= HEADER ? new Route(message) : null;
    }

    /**
     * Lists routes.
     *
     * @param socket a route socket; after {@link NetlinkSocket#strict()} the kernel does the filtering, otherwise it
     *     lists more than was asked for
     * @param filter which
     */
    public static Listing list(NetlinkSocket socket, RouteFilter filter) throws ErrnoException {
        return socket.dump(filter.request());
    }

    /** Whether the message tells of its end. */
    public boolean deleted() {
        return message.type() == DELETE;
    }

    /** {@code AF_INET}, {@code AF_INET6}, {@code AF_MPLS} (28), or one of the multicast families (128, 129). */
    public int family() {
        return message.u8(FAMILY);
    }

    /** The destination's prefix length in bits, as the kernel says: possibly more than an address has. */
    public int destinationLength() {
        return message.u8(DST_LEN);
    }

    /** The source's prefix length in bits. */
    public int sourceLength() {
        return message.u8(SRC_LEN);
    }

    /** The type of service that a packet must have; 0 for any. */
    public int tos() {
        return message.u8(TOS);
    }

    /** The table's number, 0 to 2^32-1. */
    public long table() {
        return attributes.u32(RTA_TABLE, message.u8(TABLE));
    }

    /** Who made it ({@code RTPROT_}, /etc/iproute2/rt_protos). */
    public int protocol() {
        return message.u8(PROTOCOL);
    }

    /** The scope: how far away the destination is. */
    public int scope() {
        return message.u8(SCOPE);
    }

    /** What becomes of a packet: {@link #UNICAST} and others, or a number that is none of them. */
    public int type() {
        return message.u8(TYPE);
    }

    /** {@code RTM_F_} and {@code RTNH_F_} flags. */
    public int flags() {
        return message.s32(FLAGS);
    }

    /** The destination's address; {@code null} for a default route. */
    public @Nullable IpAddress destination() {
        return attributes.address(RTA_DST);
    }

    /** The destination as a prefix: all addresses for a default route; {@code null} where it is no IP prefix. */
    public @Nullable Prefix prefix() {
        return prefix(destination(), destinationLength());
    }

    /** The source that a packet must have (IPv6 only), as a prefix; {@code null} where there is no such condition. */
    public @Nullable Prefix sourcePrefix() {
        return sourceLength() == 0 ? null : prefix(source(), sourceLength());
    }

    private @Nullable Prefix prefix(@Nullable IpAddress address, int length) {
        if (address == null) {
            astray.facts.Family family = Families.ip(family());
            return family == null || length != 0 ? null : Prefix.all(family);
        }
        return length > address.family().bits() ? null : new Prefix(address, length);
    }

    /** The source that a packet must have, or that was asked for in a lookup. */
    public @Nullable IpAddress source() {
        return attributes.address(RTA_SRC);
    }

    /** The incoming interface's index (of a lookup's answer, or a multicast route); 0 for none. */
    public int iif() {
        return attributes.s32(RTA_IIF, 0);
    }

    /** Whether there is an incoming interface. */
    public boolean hasIif() {
        return attributes.has(RTA_IIF);
    }

    /** The outgoing interface's index; 0 for none. */
    public int oif() {
        return attributes.s32(RTA_OIF, 0);
    }

    /** Whether there is an outgoing interface. */
    public boolean hasOif() {
        return attributes.has(RTA_OIF);
    }

    /** The gateway, which {@link #via()} may tell instead. */
    public @Nullable IpAddress gateway() {
        return attributes.address(RTA_GATEWAY);
    }

    /** The gateway where it is of another family than the route; {@code null} for none. */
    public @Nullable Via via() {
        return Via.of(attributes.get(RTA_VIA));
    }

    /** The gateway, of whichever family. */
    public @Nullable IpAddress anyGateway() {
        IpAddress gateway = gateway();
        Via via = gateway == null ? via() : null;
        return via == null ? gateway : via.address();
    }

    /** The metric, 0 to 2^32-1: lower wins; 0 where none is told. */
    public long priority() {
        return attributes.u32(RTA_PRIORITY, 0);
    }

    /** Whether a metric is told. */
    public boolean hasPriority() {
        return attributes.has(RTA_PRIORITY);
    }

    /** The preferred source address. */
    public @Nullable IpAddress preferredSource() {
        return attributes.address(RTA_PREFSRC);
    }

    /** The metrics for protocols above ({@link RouteMetric}). */
    public Attributes metrics() {
        return attributes.nested(RTA_METRICS);
    }

    /** Whether there are such metrics. */
    public boolean hasMetrics() {
        return attributes.has(RTA_METRICS);
    }

    /** The realms: the source's in the upper half, the destination's in the lower one; 0 for none. */
    public int realms() {
        return attributes.s32(RTA_FLOW, 0);
    }

    /** Whether realms are told. */
    public boolean hasRealms() {
        return attributes.has(RTA_FLOW);
    }

    /** Age, use and error; {@code null} where they are not told. */
    public @Nullable CacheInfo cacheInfo() {
        return CacheInfo.of(attributes.get(RTA_CACHEINFO));
    }

    /** The mark that a lookup was asked with; {@code null} for none. */
    public @Nullable Integer mark() {
        return attributes.has(RTA_MARK) ? attributes.s32(RTA_MARK, 0) : null;
    }

    /** The user that a lookup was asked for, 0 to 2^32-1; {@code null} for none. */
    public @Nullable Long uid() {
        return attributes.has(RTA_UID) ? attributes.u32(RTA_UID, 0) : null;
    }

    /** The label that an MPLS packet gets instead: its bytes; {@code null} for none. */
    public byte @Nullable [] newDestination() {
        return attributes.bytes(RTA_NEWDST);
    }

    /** The destination's bytes, for families without an address of its own. */
    public byte @Nullable [] destinationBytes() {
        return attributes.bytes(RTA_DST);
    }

    /** The router preference (RFC 4191): 0 medium, 1 high, 3 low; -1 where none is told. */
    public int preference() {
        return attributes.u8(RTA_PREF, -1);
    }

    /** How the packet is wrapped; {@code null} where it is not. */
    public @Nullable Encap encap() {
        return Encap.of(attributes.get(RTA_ENCAP), attributes.u16(RTA_ENCAP_TYPE, -1));
    }

    /** The seconds until it goes, which only MPLS and monitors of old kernels tell; {@code null} where not told. */
    public @Nullable Long expires() {
        return attributes.has(RTA_EXPIRES) ? attributes.u32(RTA_EXPIRES, 0) : null;
    }

    /** Whether MPLS hands the TTL on; -1 where not told. */
    public int ttlPropagation() {
        return attributes.u8(RTA_TTL_PROPAGATE, -1);
    }

    /** The nexthop object that it goes by ({@link Nexthop}), 0 for none. */
    public long nexthopId() {
        return attributes.u32(RTA_NH_ID, 0);
    }

    /** Whether a nexthop object is told. */
    public boolean hasNexthopId() {
        return attributes.has(RTA_NH_ID);
    }

    /** Whether it is a multipath route. */
    public boolean isMultipath() {
        return attributes.has(RTA_MULTIPATH);
    }

    /** The ways out of a multipath route; none for another. */
    public List<RouteHop> hops() {
        Attributes.Attribute paths = attributes.get(RTA_MULTIPATH);
        if (paths == null) {
            return List.of();
        }
        List<RouteHop> hops = new ArrayList<>();
        for (int at = 0; RouteHop.fits(paths, at); at += RouteHop.size(paths, at)) {
            hops.add(new RouteHop(paths, at));
        }
        return hops;
    }

    /** All attributes, for those that have no getter. */
    public Attributes attributes() {
        return attributes;
    }
}
