package astray.kernel.route;

import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.Request;

/**
 * How a protocol family treats an interface: a view over an {@code RTM_NEWNETCONF} or {@code RTM_DELNETCONF} message
 * (linux/netconf.h).
 */
public final class NetworkSettings {
    /** {@code RTM_NEWNETCONF}. */
    public static final int NEW = 80;

    /** {@code RTM_DELNETCONF}. */
    public static final int DELETED = 81;

    private static final int RTM_GETNETCONF = 82;

    /** {@code NETCONFA_IFINDEX_ALL}: in the place of an index, all interfaces. */
    public static final int ALL = -1;

    /** {@code NETCONFA_IFINDEX_DEFAULT}: in the place of an index, interfaces yet to come. */
    public static final int DEFAULT = -2;

    /** {@code NETCONFA_FORWARDING}. */
    public static final int FORWARDING = 2;
    /** {@code NETCONFA_RP_FILTER}: 0 off, 1 strict, 2 loose (RFC 3704). */
    public static final int RP_FILTER = 3;
    /** {@code NETCONFA_MC_FORWARDING}. */
    public static final int MC_FORWARDING = 4;
    /** {@code NETCONFA_PROXY_NEIGH}. */
    public static final int PROXY_NEIGH = 5;
    /** {@code NETCONFA_IGNORE_ROUTES_WITH_LINKDOWN}. */
    public static final int IGNORE_ROUTES_WITH_LINKDOWN = 6;
    /** {@code NETCONFA_INPUT}: MPLS alone. */
    public static final int INPUT = 7;

    private static final int NETCONFA_IFINDEX = 1;

    /** {@code sizeof(struct netconfmsg)}, with padding. */
    private static final int HEADER = 4;

    private final Message message;
    private final Attributes attributes;

    /** Looks at a message. */
    public NetworkSettings(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    /** The request for the settings of all interfaces; {@code AF_UNSPEC} for all families. */
    public static Request list(int family) {
        return new Request(RTM_GETNETCONF).u8(family).zeroes(HEADER - 1);
    }

    /** Whether the message says that the settings are gone. */
    public boolean isDeleted() {
        return message.type() == DELETED;
    }

    /** {@code AF_INET}, {@code AF_INET6}, {@code AF_MPLS}. */
    public int family() {
        return message.u8(0);
    }

    /** The interface's index, {@link #ALL} or {@link #DEFAULT}; 0 in a message without one. */
    public int index() {
        return attributes.s32(NETCONFA_IFINDEX, 0);
    }

    /** A setting, 0 for off; -1 in a message without it. */
    public int get(int setting) {
        return attributes.has(setting) ? attributes.s32(setting, 0) : -1;
    }
}
