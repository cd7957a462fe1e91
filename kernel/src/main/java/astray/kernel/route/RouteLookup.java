package astray.kernel.route;

import astray.facts.IpAddress;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import org.jspecify.annotations.Nullable;

/**
 * The question which way a packet would go ({@code RTM_GETROUTE}, ip-route(8) "get"), while it is put together. The
 * answer is the kernel's own: {@link Answer.Replied} with a {@link Route}, or {@link Answer.Refused} with ENETUNREACH
 * (no route), EHOSTUNREACH (unreachable), EACCES (prohibit), EINVAL (blackhole) and others.
 */
public final class RouteLookup {
    private final int family;
    private @Nullable IpAddress destination;
    private int destinationLength;
    private @Nullable IpAddress source;
    private int sourceLength;
    private @Nullable IpAddress via;
    private int iif;
    private int oif;
    private int mark;
    private long uid = -1;
    private int tos;
    private int protocol = -1;
    private int sourcePort = -1;
    private int destinationPort = -1;
    private int flags = Route.LOOKUP_TABLE;

    private RouteLookup(int family) {
        this.family = family;
    }

    /** About a packet of this host's own. */
    public static RouteLookup to(IpAddress destination) {
        return of(Families.number(destination.family()))
                .destination(destination, destination.family().bits());
    }

    /** About a family; the rest is still to be said. */
    public static RouteLookup of(int family) {
        return new RouteLookup(family);
    }

    /** Its destination and the length in bits of the destination's prefix; {@code null} for any. */
    public RouteLookup destination(@Nullable IpAddress address, int bits) {
        destination = address;
        destinationLength = bits;
        return this;
    }

    /** Its source address. */
    public RouteLookup from(IpAddress address) {
        return from(address, address.family().bits());
    }

    /** Its source address and the length in bits of the source's prefix; {@code null} for any. */
    public RouteLookup from(@Nullable IpAddress address, int bits) {
        source = address;
        sourceLength = bits;
        return this;
    }

    /** A gateway that it must go by. */
    public RouteLookup via(IpAddress gateway) {
        via = gateway;
        return this;
    }

    /** The index of the interface that it came in by; 0 when it starts here. */
    public RouteLookup iif(int index) {
        iif = index;
        return this;
    }

    /** The index of the interface that it must leave by; 0 for any. */
    public RouteLookup oif(int index) {
        oif = index;
        return this;
    }

    /** Its mark; 0 for none. */
    public RouteLookup mark(int value) {
        mark = value;
        return this;
    }

    /** The user whose socket sends it, 0 to 2^32-1; -1 for the asking user. */
    public RouteLookup uid(long user) {
        uid = user;
        return this;
    }

    /** Its type of service, 0 to 255. */
    public RouteLookup tos(int value) {
        tos = value;
        return this;
    }

    /** Its protocol's number, 0 to 255; -1 for none. */
    public RouteLookup protocol(int number) {
        protocol = number;
        return this;
    }

    /** Its ports, 0 to 65535; -1 for one that is not told. */
    public RouteLookup ports(int from, int to) {
        sourcePort = from;
        destinationPort = to;
        return this;
    }

    /**
     * What is asked for: {@link Route#LOOKUP_TABLE} unless said otherwise, {@link Route#FIB_MATCH},
     * {@link Route#NOTIFY}.
     */
    public RouteLookup flags(int value) {
        flags = value;
        return this;
    }

    /** Asks the kernel, on a route socket. */
    public Answer ask(NetlinkSocket socket) throws ErrnoException {
        return socket.ask(request());
    }

    /** The request. */
    public Request request() {
        Request request = new Request(Route.GET)
                .u8(family)
                .u8(destinationLength)
                .u8(sourceLength)
                .u8(tos)
                .zeroes(4)
                .u32(flags);
        if (destination != null) {
            request.attribute(Route.RTA_DST, destination);
        }
        if (source != null) {
            request.attribute(Route.RTA_SRC, source);
        }
        if (via != null) {
            request.attribute(Route.RTA_VIA, Via.bytesOf(via));
        }
        number(request, Route.RTA_IIF, iif);
        number(request, Route.RTA_OIF, oif);
        number(request, Route.RTA_MARK, mark);
        if (uid >= 0) {
            request.attributeU32(Route.RTA_UID, uid);
        }
        if (protocol >= 0) {
            request.attributeU8(Route.RTA_IP_PROTO, protocol);
        }
        if (sourcePort >= 0) {
            request.attributeBe16(Route.RTA_SPORT, sourcePort);
        }
        if (destinationPort >= 0) {
            request.attributeBe16(Route.RTA_DPORT, destinationPort);
        }
        return request;
    }

    private static void number(Request request, int type, int value) {
        if (value != 0) {
            request.attributeU32(type, value);
        }
    }
}
