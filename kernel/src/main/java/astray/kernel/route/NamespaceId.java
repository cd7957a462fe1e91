package astray.kernel.route;

import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import astray.kernel.sys.Descriptor;
import java.nio.file.Path;

/**
 * A number by which one network namespace knows another: a view over an {@code RTM_NEWNSID} or {@code RTM_DELNSID}
 * message (linux/net_namespace.h).
 */
public final class NamespaceId {
    /** {@code RTM_NEWNSID}. */
    public static final int NEW = 88;

    /** {@code RTM_DELNSID}. */
    public static final int DELETED = 89;

    private static final int RTM_GETNSID = 90;

    /** No number is assigned. */
    public static final int NONE = -1;

    private static final int NETNSA_NSID = 1;
    private static final int NETNSA_FD = 3;
    private static final int NETNSA_TARGET_NSID = 4;
    private static final int NETNSA_CURRENT_NSID = 5;

    /** {@code sizeof(struct rtgenmsg)}, with padding. */
    private static final int HEADER = 4;

    private final Message message;
    private final Attributes attributes;

    /** Looks at a message. */
    public NamespaceId(Message message) {
        this.message = message;
        this.attributes = message.attributes(HEADER);
    }

    /** The request for all numbers that are assigned here. */
    public static Request list() {
        return new Request(RTM_GETNSID).zeroes(HEADER);
    }

    /** The request for all numbers that are assigned in the namespace of a number. */
    public static Request list(int target) {
        return list().attributeU32(NETNSA_TARGET_NSID, target);
    }

    /** The request for what is known of a number. */
    public static Request byId(int id) {
        return new Request(RTM_GETNSID).zeroes(HEADER).attributeU32(NETNSA_NSID, id);
    }

    /**
     * The number by which the socket's namespace knows the one that a file stands for; {@link #NONE} when it has none.
     *
     * @throws ErrnoException when the file cannot be opened or is none of a network namespace
     */
    public static int of(NetlinkSocket socket, Path file) throws ErrnoException {
        try (Descriptor descriptor = Descriptor.open(file.toString())) {
            Request request = new Request(RTM_GETNSID).zeroes(HEADER).attributeU32(NETNSA_FD, descriptor.number());
            return switch (socket.ask(request)) {
                case Answer.Replied(Message message) -> new NamespaceId(message).id();
                case Answer.Acknowledged() -> NONE;
                case Answer.Refused refused -> throw new ErrnoException("getnsid", file.toString(), refused.errno());
            };
        }
    }

    /** Whether the message says that the number is gone. */
    public boolean isDeleted() {
        return message.type() == DELETED;
    }

    /** The number; {@link #NONE} when none is assigned. */
    public int id() {
        return attributes.s32(NETNSA_NSID, NONE);
    }

    /** The number by which this namespace knows the same one, in a listing of another's numbers. */
    public int currentId() {
        return attributes.s32(NETNSA_CURRENT_NSID, NONE);
    }

    /** Whether the message has {@link #currentId}. */
    public boolean hasCurrentId() {
        return attributes.has(NETNSA_CURRENT_NSID);
    }
}
