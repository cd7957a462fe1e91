package astray.kernel.route;

import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Attributes;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of a resilient nexthop group ({@code RTM_NEWNEXTHOPBUCKET}, {@code NHA_RES_BUCKET} of linux/nexthop.h; Linux
 * 5.13): a view over a message that anybody may have sent.
 */
public final class NexthopBucket {
    /** {@code RTM_NEWNEXTHOPBUCKET}. */
    public static final int NEW = 116;

    /** {@code RTM_DELNEXTHOPBUCKET}. */
    public static final int DELETE = 117;

    /** {@code RTM_GETNEXTHOPBUCKET}. */
    public static final int GET = 118;

    private static final int NHA_RES_BUCKET = 13;
    private static final int INDEX = 1;
    private static final int IDLE_TIME = 2;
    private static final int NH_ID = 3;

    private final Message message;
    private final Attributes attributes;
    private final Attributes bucket;

    private NexthopBucket(Message message) {
        this.message = message;
        this.attributes = message.attributes(Nexthop.HEADER);
        this.bucket = attributes.nested(NHA_RES_BUCKET);
    }

    /** The bucket that a message tells of; {@code null} for a message about something else. */
    public static @Nullable NexthopBucket of(Message message) {
        int type = message.type();
        return (type == NEW || type == DELETE) && message.length() >= Nexthop.HEADER
                ? new NexthopBucket(message)
                : null;
    }

    /**
     * Lists buckets.
     *
     * @param socket a route socket
     * @param group only those of the group with this id, 0 for all
     * @param member only those that belong to the nexthop with this id, 0 for all
     * @param oif only those that leave by the interface with this index, 0 for all
     * @param master only those whose interface is a port of the device with this index, 0 for all
     */
    public static Listing list(NetlinkSocket socket, long group, long member, int oif, int master)
            throws ErrnoException {
        return socket.dump(request(group, member, oif, master));
    }

    /** The request for a listing: see {@link #list}. */
    public static Request request(long group, long member, int oif, int master) {
        Request request = new Request(GET).zeroes(Nexthop.HEADER);
        if (group != 0) {
            request.attributeU32(Nexthop.NHA_ID, group);
        }
        if (oif != 0) {
            request.attributeU32(Nexthop.NHA_OIF, oif);
        }
        if (master != 0) {
            request.attributeU32(Nexthop.NHA_MASTER, master);
        }
        if (member != 0) {
            request.nested(NHA_RES_BUCKET, inside -> inside.attributeU32(NH_ID, member));
        }
        return request;
    }

    /** Asks for one bucket of a group. */
    public static Answer get(NetlinkSocket socket, long group, int index) throws ErrnoException {
        return socket.ask(request(group, index));
    }

    /** The request for one bucket. */
    public static Request request(long group, int index) {
        return new Request(GET)
                .zeroes(Nexthop.HEADER)
                .attributeU32(Nexthop.NHA_ID, group)
                .nested(NHA_RES_BUCKET, inside -> inside.attributeU16(INDEX, index));
    }

    /** Whether the message tells of its end. */
    public boolean deleted() {
        return message.type() == DELETE;
    }

    /** The group's id. */
    public long group() {
        return attributes.u32(Nexthop.NHA_ID, 0);
    }

    /** Whether the group's id is told. */
    public boolean hasGroup() {
        return attributes.has(Nexthop.NHA_ID);
    }

    /** {@link RouteHop#DEAD} and others. */
    public int flags() {
        return message.s32(Nexthop.FLAGS);
    }

    /** Whether the bucket is told at all. */
    public boolean told() {
        return attributes.has(NHA_RES_BUCKET);
    }

    /** Its place in the group, from 0. */
    public int index() {
        return bucket.u16(INDEX, 0);
    }

    /** How long it has been idle, in ticks of 1/100 s. */
    public long idleTime() {
        return bucket.u64(IDLE_TIME, 0);
    }

    /** The id of the nexthop that it belongs to. */
    public long nexthop() {
        return bucket.u32(NH_ID, 0);
    }
}
