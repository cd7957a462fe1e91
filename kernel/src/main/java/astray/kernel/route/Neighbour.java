package astray.kernel.route;

import astray.facts.IpAddress;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a neighbour table, or of a bridge's forwarding database ({@code struct ndmsg} of linux/neighbour.h and
 * {@code NDA_} attributes; ip-neighbour(8), bridge(8)): a view over a message that anybody may have sent. No getter
 * fails.
 */
public final class Neighbour {
    /** {@code RTM_NEWNEIGH}. */
    public static final int NEW = 28;

    /** {@code RTM_DELNEIGH}: a notification that it is gone. */
    public static final int DELETE = 29;

    /** {@code RTM_GETNEIGH}: of a listing; as a notification: the kernel asks a daemon to resolve it. */
    public static final int GET = 30;

    // struct ndmsg { u8 family, pad1; u16 pad2; s32 ifindex; u16 state; u8 flags, type; }
    static final int FAMILY = 0;
    static final int IFINDEX = 4;
    static final int STATE = 8;
    static final int FLAGS = 10;
    static final int TYPE = 11;
    static final int HEADER = 12;

    static final int NDA_DST = 1;
    private static final int NDA_LLADDR = 2;
    private static final int NDA_CACHEINFO = 3;
    private static final int NDA_PROBES = 4;
    private static final int NDA_VLAN = 5;
    private static final int NDA_PORT = 6;
    private static final int NDA_VNI = 7;
    static final int NDA_IFINDEX = 8;
    static final int NDA_MASTER = 9;
    private static final int NDA_SRC_VNI = 11;
    private static final int NDA_PROTOCOL = 12;
    private static final int NDA_NH_ID = 13;
    private static final int NDA_FLAGS_EXT = 15;

    /** States ({@code NUD_}): bits, of which an entry has one, or none. */
    public static final int NONE = 0;

    public static final int INCOMPLETE = 0x01;
    public static final int REACHABLE = 0x02;
    public static final int STALE = 0x04;
    public static final int DELAY = 0x08;
    public static final int PROBE = 0x10;
    public static final int FAILED = 0x20;
    public static final int NOARP = 0x40;
    public static final int PERMANENT = 0x80;

    /** {@code NTF_USE} among the flags. */
    public static final int USE = 0x01;

    /** {@code NTF_SELF}: of the device's own forwarding database. */
    public static final int SELF = 0x02;

    /** {@code NTF_MASTER}: of its bridge's forwarding database. */
    public static final int OF_MASTER = 0x04;

    /** {@code NTF_PROXY}: this host answers in its place. */
    public static final int PROXY = 0x08;

    /** {@code NTF_EXT_LEARNED}. */
    public static final int EXTERNALLY_LEARNED = 0x10;

    /** {@code NTF_OFFLOADED}. */
    public static final int OFFLOADED = 0x20;

    /** {@code NTF_STICKY}. */
    public static final int STICKY = 0x40;

    /** {@code NTF_ROUTER}. */
    public static final int ROUTER = 0x80;

    /** {@code NTF_EXT_MANAGED} among the further flags: the kernel keeps it resolved. */
    public static final int MANAGED = 0x01;

    private final Message message;
    private final Attributes attributes;

    private Neighbour(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    /**
     * The entry that a message tells of, tells the end of, or asks a daemon to resolve; {@code null} for a message about
     * something else.
     */
    public static @Nullable Neighbour of(Message message) {
        int type = message.type();
        return type >= NEW && type <= GET && message.length() >= HEADER ? new Neighbour(message) : null;
    }

    /**
     * Lists a family's entries; {@link Families#BRIDGE} lists forwarding databases.
     *
     * @param socket a route socket; after {@link NetlinkSocket#strict()} the kernel filters by the indexes
     * @param family the family's number, {@link Families#UNSPEC} for all
     * @param ifindex the interface's index, 0 for any
     * @param master the index of the device that the interface is a port of, 0 for any
     * @param proxies whether the proxies are listed instead
     */
    public static Listing list(NetlinkSocket socket, int family, int ifindex, int master, boolean proxies)
            throws ErrnoException {
        return socket.dump(request(family, ifindex, master, proxies));
    }

    /** The request for a listing: see {@link #list}. */
    public static Request request(int family, int ifindex, int master, boolean proxies) {
        Request request = new Request(GET)
                .u8(family)
                .zeroes(HEADER - 3)
                .u8(proxies ? PROXY : 0)
                .u8(0);
        if (ifindex != 0) {
            request.attributeU32(NDA_IFINDEX, ifindex);
        }
        if (master != 0) {
            request.attributeU32(NDA_MASTER, master);
        }
        return request;
    }

    /** Asks for the entry of an address on an interface (Linux 5.0); refused with ENOENT where there is none. */
    public static Answer get(NetlinkSocket socket, IpAddress address, int ifindex, boolean proxy)
            throws ErrnoException {
        return socket.ask(request(address, ifindex, proxy));
    }

    /** The request for one entry: see {@link #get}. */
    public static Request request(IpAddress address, int ifindex, boolean proxy) {
        return new Request(GET)
                .u8(Families.number(address.family()))
                .zeroes(3)
                .u32(ifindex)
                .u16(0)
                .u8(proxy ? PROXY : 0)
                .u8(0)
                .attribute(NDA_DST, address);
    }

    /** Whether the message tells of its end. */
    public boolean deleted() {
        return message.type() == DELETE;
    }

    /** Whether the message asks a daemon to resolve it. */
    public boolean asked() {
        return message.type() == GET;
    }

    /** {@code AF_INET}, {@code AF_INET6}, {@code AF_BRIDGE} for a forwarding database. */
    public int family() {
        return message.u8(FAMILY);
    }

    /** The interface's index; 0 for none. */
    public int ifindex() {
        return message.s32(IFINDEX);
    }

    /** {@link #REACHABLE} and others. */
    public int state() {
        return message.u16(STATE);
    }

    /** {@link #PROXY} and others. */
    public int flags() {
        return message.u8(FLAGS);
    }

    /** {@link #MANAGED} and others. */
    public int furtherFlags() {
        return attributes.s32(NDA_FLAGS_EXT, 0);
    }

    /** The type, as a route's ({@link Route#UNICAST}); 0 for most. */
    public int type() {
        return message.u8(TYPE);
    }

    /** The neighbour's address; of a forwarding database's entry: the remote end. */
    public @Nullable IpAddress destination() {
        return attributes.address(NDA_DST);
    }

    /** The link-layer address: its bytes; {@code null} where it is not known. */
    public byte @Nullable [] linkLayerAddress() {
        return attributes.bytes(NDA_LLADDR);
    }

    /**
     * The byte that stands in the message behind the link-layer address, which ip(8) takes for the address where that is
     * empty, as of a neighbour on a link without addresses: where another attribute follows, its length's low byte.
     */
    public int behindLinkLayerAddress() {
        boolean met = false;
        for (Attributes.Attribute attribute : attributes) {
            if (met) {
                return attribute.length() + 4 & 0xff;
            }
            met = attribute.type() == NDA_LLADDR;
        }
        return 0;
    }

    /** Ages and holders; {@code null} where they are not told. */
    public @Nullable Ages ages() {
        Attributes.Attribute info = attributes.get(NDA_CACHEINFO);
        return info == null ? null : new Ages(info.u32(0), info.u32(4), info.u32(8), info.u32(12));
    }

    /** How often it was probed without an answer; -1 where not told. */
    public long probes() {
        return attributes.u32(NDA_PROBES, -1);
    }

    /** The VLAN of a forwarding database's entry; -1 for none. */
    public int vlan() {
        return attributes.u16(NDA_VLAN, -1);
    }

    /** The UDP port of the remote end; -1 for the device's. */
    public int port() {
        return attributes.be16(NDA_PORT, -1);
    }

    /** The VXLAN network identifier of the remote end; -1 for the device's. */
    public long vni() {
        return attributes.u32(NDA_VNI, -1);
    }

    /** The VXLAN network identifier that it is listed for; -1 where not told. */
    public long sourceVni() {
        return attributes.u32(NDA_SRC_VNI, -1);
    }

    /** The index of the interface to the remote end; 0 for any. */
    public int viaIfindex() {
        return attributes.s32(NDA_IFINDEX, 0);
    }

    /** The index of the device that the interface is a port of; 0 where not told. */
    public int master() {
        return attributes.s32(NDA_MASTER, 0);
    }

    /** Who made it ({@code RTPROT_}); -1 where not told. */
    public int protocol() {
        return attributes.u8(NDA_PROTOCOL, -1);
    }

    /** The nexthop group of a forwarding database's entry; 0 for none. */
    public long nexthopId() {
        return attributes.u32(NDA_NH_ID, 0);
    }

    /** All attributes, for those that have no getter. */
    public Attributes attributes() {
        return attributes;
    }

    /**
     * Times since, in ticks of 1/100 s ({@code struct nda_cacheinfo}).
     *
     * @param confirmed since it was last confirmed
     * @param used since it was last used
     * @param updated since it last changed
     * @param holders how many hold it
     */
    public record Ages(long confirmed, long used, long updated, long holders) {}
}
