package astray.kernel.route;

import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import org.jspecify.annotations.Nullable;

/** One way out of a multipath route ({@code struct rtnexthop} of linux/rtnetlink.h): a view. */
public final class RouteHop {
    /** {@code RTNH_F_DEAD}: the interface is down. */
    public static final int DEAD = 1;

    /** {@code RTNH_F_PERVASIVE}: the gateway is looked up in turn. */
    public static final int PERVASIVE = 2;

    /** {@code RTNH_F_ONLINK}: the gateway is on the link, whatever its address. */
    public static final int ONLINK = 4;

    /** {@code RTNH_F_OFFLOAD}: hardware forwards by it. */
    public static final int OFFLOADED = 8;

    /** {@code RTNH_F_LINKDOWN}: the interface has no carrier. */
    public static final int LINKDOWN = 16;

    /** {@code RTNH_F_UNRESOLVED}: a multicast route still sought. */
    public static final int UNRESOLVED = 32;

    /** {@code RTNH_F_TRAP}: hardware hands its packets to the kernel. */
    public static final int TRAPPED = 64;

    // struct rtnexthop { u16 len; u8 flags; u8 hops; s32 ifindex; }
    static final int LEN = 0;
    static final int FLAGS = 2;
    static final int HOPS = 3;
    static final int IFINDEX = 4;
    static final int HEADER = 8;

    private final Attributes.Attribute paths;
    private final int at;
    private final Attributes attributes;

    RouteHop(Attributes.Attribute paths, int at) {
        this.paths = paths;
        this.at = at;
        this.attributes = paths.nested(at + HEADER, at + paths.u16(at + LEN));
    }

    static boolean fits(Attributes.Attribute paths, int at) {
        int length = paths.u16(at + LEN);
        return at + HEADER <= paths.length() && length >= HEADER && length <= paths.length() - at;
    }

    static int size(Attributes.Attribute paths, int at) {
        return paths.u16(at + LEN) + 3 & ~3;
    }

    /** {@link #DEAD} and others. */
    public int flags() {
        return paths.u8(at + FLAGS);
    }

    /** The weight, from 1. */
    public int weight() {
        return paths.u8(at + HOPS) + 1;
    }

    /** The outgoing interface's index; 0 for none. */
    public int oif() {
        return paths.s32(at + IFINDEX);
    }

    /** The gateway, of the route's own family. */
    public @Nullable IpAddress gateway() {
        return attributes.address(Route.RTA_GATEWAY);
    }

    /** The gateway where it is of another family. */
    public @Nullable Via via() {
        return Via.of(attributes.get(Route.RTA_VIA));
    }

    /** The gateway, of whichever family. */
    public @Nullable IpAddress anyGateway() {
        IpAddress gateway = gateway();
        Via via = gateway == null ? via() : null;
        return via == null ? gateway : via.address();
    }

    /** The realms: the source's in the upper half, the destination's in the lower one; 0 for none. */
    public int realms() {
        return attributes.s32(Route.RTA_FLOW, 0);
    }

    /** Whether realms are told. */
    public boolean hasRealms() {
        return attributes.has(Route.RTA_FLOW);
    }

    /** The label that an MPLS packet gets instead: its bytes; {@code null} for none. */
    public byte @Nullable [] newDestination() {
        return attributes.bytes(Route.RTA_NEWDST);
    }

    /** How the packet is wrapped; {@code null} where it is not. */
    public @Nullable Encap encap() {
        return Encap.of(attributes.get(Route.RTA_ENCAP), attributes.u16(Route.RTA_ENCAP_TYPE, -1));
    }
}
