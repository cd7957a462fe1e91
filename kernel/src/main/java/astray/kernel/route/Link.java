package astray.kernel.route;

import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.Request;
import org.jspecify.annotations.Nullable;

/** A link: a view over an {@code RTM_NEWLINK} or {@code RTM_DELLINK} message (linux/if_link.h, linux/rtnetlink.h). */
public final class Link {
    /** {@code RTM_NEWLINK}. */
    public static final int NEW = 16;

    /** {@code RTM_DELLINK}. */
    public static final int DELETED = 17;

    private static final int RTM_GETLINK = 18;

    /** {@code IFNAMSIZ}: a name is shorter than this many bytes; an alternative name may be longer. */
    public static final int NAME_SIZE = 16;

    /** {@code RTEXT_FILTER_VF}: with the virtual functions. */
    public static final int WITH_VIRTUAL_FUNCTIONS = 1;

    /** {@code RTEXT_FILTER_BRVLAN_COMPRESSED}: with a bridge port's VLANs, in ranges. */
    public static final int WITH_BRIDGE_VLANS = 4;

    /** {@code RTEXT_FILTER_SKIP_STATS}: without counters. */
    public static final int WITHOUT_STATISTICS = 8;

    /** {@code IFLA_LINK}. */
    public static final int LOWER = 5;

    /** {@code IFLA_MASTER}. */
    public static final int MASTER = 10;

    /** {@code IFLA_LINKINFO}. */
    public static final int LINKINFO = 18;

    /** {@code IFLA_GROUP}. */
    public static final int GROUP = 27;

    /** {@code IFLA_NUM_TX_QUEUES}. */
    public static final int NUM_TX_QUEUES = 31;

    /** {@code IFLA_NUM_RX_QUEUES}. */
    public static final int NUM_RX_QUEUES = 32;

    /** {@code IFLA_PHYS_PORT_ID}. */
    public static final int PHYS_PORT_ID = 34;

    /** {@code IFLA_PHYS_SWITCH_ID}. */
    public static final int PHYS_SWITCH_ID = 36;

    /** {@code IFLA_LINK_NETNSID}. */
    public static final int LOWER_NAMESPACE = 37;

    /** {@code IFLA_PHYS_PORT_NAME}. */
    public static final int PHYS_PORT_NAME = 38;

    /** {@code IFLA_PROTO_DOWN}. */
    public static final int PROTO_DOWN = 39;

    /** {@code IFLA_GSO_MAX_SEGS}. */
    public static final int GSO_MAX_SEGS = 40;

    /** {@code IFLA_GSO_MAX_SIZE}. */
    public static final int GSO_MAX_SIZE = 41;

    /** {@code IFLA_EVENT}. */
    public static final int EVENT = 44;

    /** {@code IFLA_NEW_NETNSID}. */
    public static final int NEW_NAMESPACE = 45;

    /** {@code IFLA_NEW_IFINDEX}. */
    public static final int NEW_INDEX = 49;

    /** {@code IFLA_MIN_MTU}. */
    public static final int MIN_MTU = 50;

    /** {@code IFLA_MAX_MTU}. */
    public static final int MAX_MTU = 51;

    /** {@code IFLA_PROP_LIST}. */
    public static final int PROPERTIES = 52;

    /** {@code IFLA_ALT_IFNAME}. */
    public static final int ALTERNATIVE_NAME = 53;

    /** {@code IFLA_PROTO_DOWN_REASON}. */
    public static final int PROTO_DOWN_REASON = 55;

    /** {@code IFLA_PARENT_DEV_NAME}. */
    public static final int PARENT_DEVICE = 56;

    /** {@code IFLA_PARENT_DEV_BUS_NAME}. */
    public static final int PARENT_BUS = 57;

    /** {@code IFLA_GRO_MAX_SIZE}. */
    public static final int GRO_MAX_SIZE = 58;

    /** {@code IFLA_TSO_MAX_SIZE}. */
    public static final int TSO_MAX_SIZE = 59;

    /** {@code IFLA_TSO_MAX_SEGS}. */
    public static final int TSO_MAX_SEGS = 60;

    /** {@code IFLA_ALLMULTI}. */
    public static final int ALLMULTI = 61;

    // enum of linux/if_link.h, what has a getter below
    private static final int IFLA_ADDRESS = 1;
    private static final int IFLA_BROADCAST = 2;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_QDISC = 6;
    private static final int IFLA_STATS = 7;
    private static final int IFLA_PROTINFO = 12;
    private static final int IFLA_TXQLEN = 13;
    private static final int IFLA_OPERSTATE = 16;
    private static final int IFLA_LINKMODE = 17;
    private static final int IFLA_IFALIAS = 20;
    private static final int IFLA_STATS64 = 23;
    private static final int IFLA_AF_SPEC = 26;
    private static final int IFLA_EXT_MASK = 29;
    private static final int IFLA_PROMISCUITY = 30;
    private static final int IFLA_CARRIER = 33;
    private static final int IFLA_CARRIER_CHANGES = 35;
    private static final int IFLA_XDP = 43;
    private static final int IFLA_PERM_ADDRESS = 54;

    // enum of LINKINFO
    private static final int IFLA_INFO_KIND = 1;
    private static final int IFLA_INFO_DATA = 2;
    private static final int IFLA_INFO_XSTATS = 3;
    private static final int IFLA_INFO_SLAVE_KIND = 4;
    private static final int IFLA_INFO_SLAVE_DATA = 5;

    /** {@code sizeof(struct ifinfomsg)}: family, a byte of padding, type, index, flags, change. */
    private static final int HEADER = 16;

    private final Message message;
    private final Attributes attributes;

    /** Looks at a message. */
    public Link(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    private static Request request(int family, int index) {
        return new Request(RTM_GETLINK).u8(family).zeroes(3).u32(index).zeroes(8);
    }

    /**
     * The request for all links of the namespace.
     *
     * @param family {@code AF_UNSPEC}, or {@code AF_BRIDGE} for bridges and their ports as the bridge sees them
     * @param extent what to leave out or add, such as {@link #WITHOUT_STATISTICS}
     */
    public static Request list(int family, int extent) {
        return request(family, 0).attributeU32(IFLA_EXT_MASK, extent);
    }

    /** The request for all links as a protocol family sees them, with what that family keeps of each. */
    public static Request ofFamily(int family) {
        return request(family, 0);
    }

    /** Narrows a listing to the ports of a bridge, bond or other master. */
    public static Request withMaster(Request list, int index) {
        return list.attributeU32(MASTER, index);
    }

    /** Narrows a listing to links of a kind, such as {@code vlan}. */
    public static Request withKind(Request list, String kind) {
        return list.nested(LINKINFO, inside -> inside.attribute(IFLA_INFO_KIND, kind));
    }

    /** The request for one link, without its counters. */
    public static Request byIndex(int index) {
        return byIndex(index, WITHOUT_STATISTICS);
    }

    /** The request for one link. */
    public static Request byIndex(int index, int extent) {
        return request(0, index).attributeU32(IFLA_EXT_MASK, extent);
    }

    /** The request for the link of a name shorter than {@link #NAME_SIZE} bytes, without its counters. */
    public static Request byName(String name) {
        return request(0, 0).attributeU32(IFLA_EXT_MASK, WITHOUT_STATISTICS).attribute(IFLA_IFNAME, name);
    }

    /** The request for the link of an alternative name, without its counters. */
    public static Request byAlternativeName(String name) {
        return request(0, 0).attributeU32(IFLA_EXT_MASK, WITHOUT_STATISTICS).attribute(ALTERNATIVE_NAME, name);
    }

    /** All attributes, also those that have no getter here ({@code IFLA_…}). */
    public Attributes attributes() {
        return attributes;
    }

    /** Whether the message says that the link is gone. */
    public boolean isDeleted() {
        return message.type() == DELETED;
    }

    /** {@code ifi_family}: 0, or {@code AF_BRIDGE} in a message of a bridge about its port. */
    public int family() {
        return message.u8(0);
    }

    /** The hardware's type, {@code ARPHRD_…} of linux/if_arp.h. */
    public int type() {
        return message.u16(2);
    }

    /** The index, from 1. */
    public int index() {
        return message.s32(4);
    }

    /** {@code IFF_…} of linux/if.h. */
    public int flags() {
        return message.s32(8);
    }

    /** The flags that this notification tells a change of. */
    public int changed() {
        return message.s32(12);
    }

    /** The name; {@code null} in a message without one. */
    public @Nullable String name() {
        return attributes.string(IFLA_IFNAME);
    }

    /** The hardware address, as long as the link's type has it. */
    public byte @Nullable [] address() {
        return attributes.bytes(IFLA_ADDRESS);
    }

    /** The broadcast address; of a point-to-point link the other end's. */
    public byte @Nullable [] broadcast() {
        return attributes.bytes(IFLA_BROADCAST);
    }

    /** The address that the hardware was made with. */
    public byte @Nullable [] permanentAddress() {
        return attributes.bytes(IFLA_PERM_ADDRESS);
    }

    /** The maximum transmission unit in bytes; -1 in a message without one. */
    public long mtu() {
        return attributes.u32(IFLA_MTU, -1);
    }

    /** The index of the link below (a VLAN's device, a veth's other end); -1 for none, 0 for one that is unknown. */
    public int lower() {
        return attributes.s32(LOWER, -1);
    }

    /** The id by which this namespace knows the one that {@link #lower} is in; -1 when it is in this one. */
    public int lowerNamespace() {
        return attributes.s32(LOWER_NAMESPACE, -1);
    }

    /** The index of the bridge, bond or other master that it is a port of; 0 for none. */
    public int master() {
        return attributes.s32(MASTER, 0);
    }

    /** The queueing discipline's name. */
    public @Nullable String qdisc() {
        return attributes.string(IFLA_QDISC);
    }

    /** The length of the transmit queue in packets; -1 in a message without one. */
    public int transmitQueueLength() {
        return attributes.s32(IFLA_TXQLEN, -1);
    }

    /** The operational state of RFC 2863, {@code IF_OPER_…} of linux/if.h (0 unknown, 2 down, 6 up); -1 for none. */
    public int state() {
        return attributes.u8(IFLA_OPERSTATE, -1);
    }

    /** How the state is set, {@code IF_LINK_MODE_…}: 0 default, 1 dormant; -1 for none. */
    public int mode() {
        return attributes.u8(IFLA_LINKMODE, -1);
    }

    /** 1 with a carrier, 0 without; -1 in a message that does not say. */
    public int carrier() {
        return attributes.u8(IFLA_CARRIER, -1);
    }

    /** How often the carrier came or went; -1 in a message that does not say. */
    public long carrierChanges() {
        return attributes.u32(IFLA_CARRIER_CHANGES, -1);
    }

    /** The group's number; -1 in a message without one. */
    public int group() {
        return attributes.s32(GROUP, -1);
    }

    /** How many want to see every frame; -1 in a message that does not say. */
    public long promiscuity() {
        return attributes.u32(IFLA_PROMISCUITY, -1);
    }

    /** A description that somebody gave it. */
    public @Nullable String alias() {
        return attributes.string(IFLA_IFALIAS);
    }

    /** The alternative names, each an attribute {@link #ALTERNATIVE_NAME}. */
    public Attributes properties() {
        return attributes.nested(PROPERTIES);
    }

    /** What happened, {@code IFLA_EVENT_…}; 0 for nothing in particular. */
    public int event() {
        return attributes.s32(EVENT, 0);
    }

    /** The kind of a virtual link, such as {@code bridge} or {@code vlan}; {@code null} for hardware. */
    public @Nullable String kind() {
        return attributes.nested(LINKINFO).string(IFLA_INFO_KIND);
    }

    /** What is set on a virtual link; which attributes there are depends on {@link #kind}. */
    public Attributes data() {
        return attributes.nested(LINKINFO).nested(IFLA_INFO_DATA);
    }

    /** Whether there is {@link #data}, be it empty. */
    public boolean hasData() {
        return attributes.nested(LINKINFO).has(IFLA_INFO_DATA);
    }

    /** What links of its kind count, in a layout of the kind's ({@code IFLA_INFO_XSTATS}); {@code null} for nothing. */
    public Attributes.@Nullable Attribute kindCounters() {
        return attributes.nested(LINKINFO).get(IFLA_INFO_XSTATS);
    }

    /** The kind of the master that it is a port of, such as {@code bridge}; {@code null} for none. */
    public @Nullable String portKind() {
        return attributes.nested(LINKINFO).string(IFLA_INFO_SLAVE_KIND);
    }

    /** What is set on it as a port; of a bridge's port see the bridge port. */
    public Attributes portData() {
        return attributes.nested(LINKINFO).nested(IFLA_INFO_SLAVE_DATA);
    }

    /** What a bridge says of its port in a message of the family {@code AF_BRIDGE} (the same as {@link #portData}). */
    public Attributes protocolInfo() {
        return attributes.nested(IFLA_PROTINFO);
    }

    /** What a protocol family keeps for the link. */
    public Attributes ofFamilies() {
        return attributes.nested(IFLA_AF_SPEC);
    }

    /** The programs on the way of received frames, {@link astray.kernel.link.ExpressDataPath}. */
    public Attributes expressDataPath() {
        return attributes.nested(IFLA_XDP);
    }

    /** Whether the counters are of 64 bits. */
    public boolean hasWideStatistics() {
        return attributes.has(IFLA_STATS64);
    }

    /** The counters, of 64 bits where the kernel has them; {@code null} when they were not asked for. */
    public @Nullable Statistics statistics() {
        Attributes.Attribute wide = attributes.get(IFLA_STATS64);
        if (wide != null) {
            return new Statistics(wide, 8);
        }
        Attributes.Attribute narrow = attributes.get(IFLA_STATS);
        return narrow == null ? null : new Statistics(narrow, 4);
    }
}
