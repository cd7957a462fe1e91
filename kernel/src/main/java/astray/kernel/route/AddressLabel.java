package astray.kernel.route;

import astray.facts.IpAddress;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.Request;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table by which IPv6 prefers addresses (RFC 6724 section 2.1): a view over an {@code RTM_NEWADDRLABEL}
 * message (linux/if_addrlabel.h).
 */
public final class AddressLabel {
    /** {@code RTM_NEWADDRLABEL}. */
    public static final int NEW = 72;

    /** {@code RTM_DELADDRLABEL}. */
    public static final int DELETED = 73;

    private static final int RTM_GETADDRLABEL = 74;

    private static final int IFAL_ADDRESS = 1;
    private static final int IFAL_LABEL = 2;

    /** {@code sizeof(struct ifaddrlblmsg)}: family, reserved, prefix length, flags, index, sequence. */
    private static final int HEADER = 12;

    private final Message message;
    private final Attributes attributes;

    /** Looks at a message. */
    public AddressLabel(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    /** The request for the table of a family. */
    public static Request list(int family) {
        return new Request(RTM_GETADDRLABEL).u8(family).zeroes(HEADER - 1);
    }

    /** Whether the message says that the row is gone. */
    public boolean isDeleted() {
        return message.type() == DELETED;
    }

    /** {@code AF_INET6}. */
    public int family() {
        return message.u8(0);
    }

    /** The prefix's address. */
    public @Nullable IpAddress address() {
        return attributes.address(IFAL_ADDRESS);
    }

    /** The prefix's length in bits. */
    public int prefixLength() {
        return message.u8(2);
    }

    /** The index of the link that it is for; 0 for all. */
    public int index() {
        return message.s32(4);
    }

    /** The label; -1 in a message without one. */
    public long label() {
        return attributes.u32(IFAL_LABEL, -1);
    }
}
