package astray.kernel.route;

import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.Request;
import org.jspecify.annotations.Nullable;

/**
 * An address of a link: a view over an {@code RTM_NEWADDR} or {@code RTM_DELADDR} message (linux/if_addr.h).
 */
public final class Address {
    /** {@code RTM_NEWADDR}. */
    public static final int NEW = 20;

    /** {@code RTM_DELADDR}. */
    public static final int DELETED = 21;

    private static final int RTM_GETADDR = 22;

    /** {@code IFA_F_SECONDARY} of IPv4, {@code IFA_F_TEMPORARY} of IPv6. */
    public static final int SECONDARY = 0x01;
    /** {@code IFA_F_NODAD}. */
    public static final int NODAD = 0x02;
    /** {@code IFA_F_OPTIMISTIC}. */
    public static final int OPTIMISTIC = 0x04;
    /** {@code IFA_F_DADFAILED}: another host has it already. */
    public static final int DADFAILED = 0x08;
    /** {@code IFA_F_HOMEADDRESS}. */
    public static final int HOMEADDRESS = 0x10;
    /** {@code IFA_F_DEPRECATED}: its preferred time is over. */
    public static final int DEPRECATED = 0x20;
    /** {@code IFA_F_TENTATIVE}: not yet known to be unique, so not used. */
    public static final int TENTATIVE = 0x40;
    /** {@code IFA_F_PERMANENT}: without an end. */
    public static final int PERMANENT = 0x80;
    /** {@code IFA_F_MANAGETEMPADDR}. */
    public static final int MANAGETEMPADDR = 0x100;
    /** {@code IFA_F_NOPREFIXROUTE}. */
    public static final int NOPREFIXROUTE = 0x200;
    /** {@code IFA_F_MCAUTOJOIN}. */
    public static final int MCAUTOJOIN = 0x400;
    /** {@code IFA_F_STABLE_PRIVACY}. */
    public static final int STABLE_PRIVACY = 0x800;

    /** A lifetime without an end, in seconds. */
    public static final long FOREVER = 0xffffffffL;

    // enum of linux/if_addr.h
    private static final int IFA_ADDRESS = 1;
    private static final int IFA_LOCAL = 2;
    private static final int IFA_LABEL = 3;
    private static final int IFA_BROADCAST = 4;
    private static final int IFA_ANYCAST = 5;
    private static final int IFA_CACHEINFO = 6;
    private static final int IFA_FLAGS = 8;
    private static final int IFA_RT_PRIORITY = 9;

    /** {@code sizeof(struct ifaddrmsg)}: family, prefix length, flags, scope, index. */
    private static final int HEADER = 8;

    private final Message message;
    private final Attributes attributes;

    /** Looks at a message. */
    public Address(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    /**
     * The request for all addresses.
     *
     * @param family {@code AF_INET}, {@code AF_INET6}, or 0 for both
     * @param index of one link alone, which the kernel heeds when it checks strictly; 0 for all
     */
    public static Request list(int family, int index) {
        return new Request(RTM_GETADDR).u8(family).zeroes(3).u32(index);
    }

    /** All attributes, also those that have no getter here ({@code IFA_…}). */
    public Attributes attributes() {
        return attributes;
    }

    /** Whether the message says that the address is gone. */
    public boolean isDeleted() {
        return message.type() == DELETED;
    }

    /** {@code AF_INET} or {@code AF_INET6}. */
    public int family() {
        return message.u8(0);
    }

    /** The length of the prefix in bits. */
    public int prefixLength() {
        return message.u8(1);
    }

    /** {@code IFA_F_…}. */
    public int flags() {
        return attributes.s32(IFA_FLAGS, message.u8(2));
    }

    /** How far it is valid, {@code RT_SCOPE_…}: 0 global, 253 link, 254 host. */
    public int scope() {
        return message.u8(3);
    }

    /** The index of its link. */
    public int index() {
        return message.s32(4);
    }

    /** The address itself. */
    public @Nullable IpAddress local() {
        return attributes.address(attributes.has(IFA_LOCAL) ? IFA_LOCAL : IFA_ADDRESS);
    }

    /** The other end's address on a point-to-point link; else the same as {@link #local}. */
    public @Nullable IpAddress peer() {
        return attributes.address(attributes.has(IFA_ADDRESS) ? IFA_ADDRESS : IFA_LOCAL);
    }

    /** Whether {@link #peer} is another address than {@link #local}. */
    public boolean hasPeer() {
        IpAddress local = local();
        return local != null && !local.equals(peer());
    }

    /** The broadcast address. */
    public @Nullable IpAddress broadcast() {
        return attributes.address(IFA_BROADCAST);
    }

    /** The anycast address. */
    public @Nullable IpAddress anycast() {
        return attributes.address(IFA_ANYCAST);
    }

    /** The label, which begins with the link's name; only IPv4 has one. */
    public @Nullable String label() {
        return attributes.string(IFA_LABEL);
    }

    /** Whether the message has {@link #metric}. */
    public boolean hasMetric() {
        return attributes.has(IFA_RT_PRIORITY);
    }

    /** The metric of the route to the prefix; 0 for the default. */
    public long metric() {
        return attributes.u32(IFA_RT_PRIORITY, 0);
    }

    /** Whether the message says how long the address lives. */
    public boolean hasLifetimes() {
        return attributes.has(IFA_CACHEINFO);
    }

    /** For how many seconds more it is preferred; {@link #FOREVER}; -1 in a message that does not say. */
    public long preferredSeconds() {
        return lifetime(0);
    }

    /** For how many seconds more it is valid; {@link #FOREVER}; -1 in a message that does not say. */
    public long validSeconds() {
        return lifetime(4);
    }

    /** {@code struct ifa_cacheinfo}: preferred, valid, created, updated. */
    private long lifetime(int offset) {
        Attributes.Attribute info = attributes.get(IFA_CACHEINFO);
        return info == null || info.length() < offset + 4 ? -1 : info.u32(offset);
    }
}
