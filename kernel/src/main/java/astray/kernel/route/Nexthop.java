package astray.kernel.route;

import astray.facts.IpAddress;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A nexthop object or a group of them ({@code struct nhmsg} of linux/nexthop.h and {@code NHA_} attributes;
 * ip-nexthop(8), Linux 5.3): a view over a message that anybody may have sent. No getter fails.
 */
public final class Nexthop {
    /** {@code RTM_NEWNEXTHOP}. */
    public static final int NEW = 104;

    /** {@code RTM_DELNEXTHOP}: a notification that it is gone. */
    public static final int DELETE = 105;

    /** {@code RTM_GETNEXTHOP}. */
    public static final int GET = 106;

    // struct nhmsg { u8 family, scope, protocol, resvd; u32 flags; }
    static final int FAMILY = 0;
    static final int SCOPE = 1;
    static final int PROTOCOL = 2;
    static final int FLAGS = 4;
    static final int HEADER = 8;

    static final int NHA_ID = 1;
    private static final int NHA_GROUP = 2;
    private static final int NHA_GROUP_TYPE = 3;
    private static final int NHA_BLACKHOLE = 4;
    static final int NHA_OIF = 5;
    private static final int NHA_GATEWAY = 6;
    private static final int NHA_ENCAP_TYPE = 7;
    private static final int NHA_ENCAP = 8;
    static final int NHA_GROUPS = 9;
    static final int NHA_MASTER = 10;
    static final int NHA_FDB = 11;
    private static final int NHA_RES_GROUP = 12;

    // struct nexthop_grp { u32 id; u8 weight; u8 weight_high; u16 resvd; }
    static final int GROUP_ID = 0;
    static final int GROUP_WEIGHT = 4;
    static final int GROUP_WEIGHT_HIGH = 5;
    static final int GROUP_SIZE = 8;

    /** {@code NEXTHOP_GRP_TYPE_MPATH}: members are chosen by a hash. */
    public static final int MULTIPATH = 0;

    /** {@code NEXTHOP_GRP_TYPE_RES}: members hold buckets, which move seldom. */
    public static final int RESILIENT = 1;

    private final Message message;
    private final Attributes attributes;

    private Nexthop(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    /** The nexthop that a message tells of, or tells the end of; {@code null} for a message about something else. */
    public static @Nullable Nexthop of(Message message) {
        int type = message.type();
        return (type == NEW || type == DELETE) && message.length() >= HEADER ? new Nexthop(message) : null;
    }

    /** Lists nexthops in the order of their ids. A kernel before 5.3 refuses with EOPNOTSUPP. */
    public static Listing list(NetlinkSocket socket, NexthopFilter filter) throws ErrnoException {
        return socket.dump(filter.request());
    }

    /** Asks for the one with an id; refused with ENOENT where there is none. */
    public static Answer get(NetlinkSocket socket, long id) throws ErrnoException {
        return socket.ask(request(id));
    }

    /** The request for the one with an id. */
    public static Request request(long id) {
        return new Request(GET).zeroes(HEADER).attributeU32(NHA_ID, id);
    }

    /** Whether the message tells of its end. */
    public boolean deleted() {
        return message.type() == DELETE;
    }

    /** The gateway's family; {@code AF_UNSPEC} for a group, a device of either family's use. */
    public int family() {
        return message.u8(FAMILY);
    }

    /** The scope of {@link Route#scope()}. */
    public int scope() {
        return message.u8(SCOPE);
    }

    /** Who made it ({@code RTPROT_}); 0 where unknown. */
    public int protocol() {
        return message.u8(PROTOCOL);
    }

    /** {@link RouteHop#DEAD} and others. */
    public int flags() {
        return message.s32(FLAGS);
    }

    /** The id, from 1; 0 where none is told. */
    public long id() {
        return attributes.u32(NHA_ID, 0);
    }

    /** Whether it is a group. */
    public boolean isGroup() {
        return attributes.has(NHA_GROUP);
    }

    /** The members of a group; none for one that is no group. */
    public List<Member> members() {
        Attributes.Attribute group = attributes.get(NHA_GROUP);
        if (group == null) {
            return List.of();
        }
        List<Member> members = new ArrayList<>();
        for (int at = 0; at + GROUP_SIZE <= group.length(); at += GROUP_SIZE) {
            int weight = (group.u8(at + GROUP_WEIGHT_HIGH) << 8 | group.u8(at + GROUP_WEIGHT)) + 1;
            members.add(new Member(group.u32(at + GROUP_ID), weight));
        }
        return members;
    }

    /** How a group chooses: {@link #MULTIPATH}, {@link #RESILIENT}, or a number that is none of them. */
    public int groupType() {
        return attributes.u16(NHA_GROUP_TYPE, MULTIPATH);
    }

    /** Whether it says how a group chooses. */
    public boolean hasGroupType() {
        return attributes.has(NHA_GROUP_TYPE);
    }

    /** The buckets of a resilient group; {@code null} for another. */
    public @Nullable Resilience resilience() {
        return Resilience.of(attributes.get(NHA_RES_GROUP));
    }

    /** Whether it drops. */
    public boolean blackhole() {
        return attributes.has(NHA_BLACKHOLE);
    }

    /** The outgoing interface's index; 0 for none. */
    public int oif() {
        return attributes.s32(NHA_OIF, 0);
    }

    /** Whether there is an outgoing interface. */
    public boolean hasOif() {
        return attributes.has(NHA_OIF);
    }

    /** The gateway. */
    public @Nullable IpAddress gateway() {
        return attributes.address(NHA_GATEWAY);
    }

    /** How the packet is wrapped; {@code null} where it is not. */
    public @Nullable Encap encap() {
        return Encap.of(attributes.get(NHA_ENCAP), attributes.u16(NHA_ENCAP_TYPE, -1));
    }

    /** Whether it is for a bridge's forwarding database instead of routes. */
    public boolean fdb() {
        return attributes.has(NHA_FDB);
    }

    /** All attributes, for those that have no getter. */
    public Attributes attributes() {
        return attributes;
    }

    /**
     * A member of a group.
     *
     * @param id the nexthop's id
     * @param weight from 1
     */
    public record Member(long id, int weight) {}

    /**
     * What a resilient group says of its buckets. Times are in ticks of 1/100 s.
     *
     * @param buckets their number
     * @param idleTimer how long a bucket must be idle before it may move
     * @param unbalancedTimer how long the group may stay unbalanced before it is forced; 0 for ever
     * @param unbalancedTime how long it has been unbalanced
     */
    public record Resilience(int buckets, long idleTimer, long unbalancedTimer, long unbalancedTime) {
        private static final int BUCKETS = 1;
        private static final int IDLE_TIMER = 2;
        private static final int UNBALANCED_TIMER = 3;
        private static final int UNBALANCED_TIME = 4;

        static @Nullable Resilience of(Attributes.@Nullable Attribute group) {
            if (group == null) {
                return null;
            }
            Attributes told = group.nested();
            return new Resilience(
                    told.u16(BUCKETS, 0),
                    told.u32(IDLE_TIMER, 0),
                    told.u32(UNBALANCED_TIMER, 0),
                    told.u64(UNBALANCED_TIME, 0));
        }
    }
}
