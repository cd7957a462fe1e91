package astray.kernel.netlink;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import astray.kernel.sys.Words;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A netlink socket (netlink(7)) of the network namespace that the opening thread is in. For one thread at a time.
 * What the kernel refuses is an {@link Answer.Refused}; only a socket that does not work at all throws.
 */
public final class NetlinkSocket implements AutoCloseable {

    /** The kernel's subsystems behind netlink, by their numbers in linux/netlink.h. */
    public enum Protocol {
        /** Links, addresses, routes, rules, neighbours: rtnetlink(7). */
        ROUTE(0),
        /** Sockets: sock_diag(7). */
        SOCK_DIAG(4),
        /** IPsec: policies and associations. */
        XFRM(6),
        /** Firewall, connection tracking. */
        NETFILTER(12),
        /** Subsystems that are found by name. */
        GENERIC(16);

        private final int number;

        Protocol(int number) {
            this.number = number;
        }
    }

    private static final int AF_NETLINK = 16;
    private static final int SOCK_RAW = 3;
    private static final int SOL_SOCKET = 1;
    private static final int SO_RCVBUF = 8;
    private static final int SO_RCVBUFFORCE = 33;
    private static final int SOL_NETLINK = 270;
    private static final int NETLINK_ADD_MEMBERSHIP = 1;
    private static final int NETLINK_EXT_ACK = 11;
    private static final int NETLINK_GET_STRICT_CHK = 12;

    private static final int NLM_F_ACK = 4;
    private static final int NLM_F_CAPPED = 0x100;
    private static final int NLM_F_ACK_TLVS = 0x200;
    private static final int NLMSGERR_ATTR_MSG = 1;

    private static final int NOTIFICATIONS = 1 << 20;
    private static final long LARGEST_LISTING = 160L << 20;
    private static final int REPEATS = 5;

    /** The kernel answers at once; a reply that does not come within this never will. */
    private static final long PATIENCE_MILLIS = 10_000;

    private final Descriptor descriptor;
    private final Receiver receiver;
    private int sequence;
    private boolean bound;

    private NetlinkSocket(Descriptor descriptor) {
        this.descriptor = descriptor;
        this.receiver = new Receiver(descriptor);
    }

    /** Opens one. */
    public static NetlinkSocket open(Protocol protocol) throws ErrnoException {
        NetlinkSocket socket = new NetlinkSocket(Descriptor.socket(AF_NETLINK, SOCK_RAW, protocol.number, "netlink"));
        // older kernels know neither; their answers are only less exact
        socket.descriptor.tryOption(SOL_NETLINK, NETLINK_EXT_ACK, 1);
        return socket;
    }

    /**
     * Has the kernel check a dump's request strictly and filter by it (Linux 4.20), as ip(8) does.
     *
     * @return whether this kernel can
     */
    public boolean strict() {
        return descriptor.tryOption(SOL_NETLINK, NETLINK_GET_STRICT_CHK, 1) == 0;
    }

    /** Asks for one thing. */
    public Answer ask(Request request) throws ErrnoException {
        int asked = send(request.flags(NLM_F_ACK));
        Message reply = null;
        while (true) {
            byte[] received = receive(PATIENCE_MILLIS);
            if (received == null) {
                return new Answer.Refused(Errno.ETIMEDOUT, null);
            }
            for (Message m = Message.at(received, 0); m != null; m = m.next()) {
                if (m.sequence() != asked) {
                    continue;
                }
                if (m.type() == Message.ERROR) {
                    Answer.Refused refused = refusal(m);
                    return refused != null
                            ? refused
                            : reply != null ? new Answer.Replied(reply) : new Answer.Acknowledged();
                }
                if (m.type() != Message.NOOP && reply == null) {
                    reply = m;
                }
            }
        }
    }

    /** Asks for a listing; one that was interrupted by a change is asked for again, a few times. */
    public Listing dump(Request request) throws ErrnoException {
        Listing listing = dumpOnce(request);
        for (int i = 1; i < REPEATS && listing.interrupted(); i++) {
            listing = dumpOnce(request);
        }
        return listing;
    }

    private Listing dumpOnce(Request request) throws ErrnoException {
        int asked = send(request.flags(Request.DUMP));
        List<byte[]> buffers = new ArrayList<>();
        boolean interrupted = false;
        long size = 0;
        while (true) {
            byte[] received;
            try {
                received = receive(PATIENCE_MILLIS);
            } catch (ErrnoException e) {
                return new Listing(buffers, new Answer.Refused(e.errno(), null), interrupted);
            }
            if (received == null) {
                return new Listing(buffers, new Answer.Refused(Errno.ETIMEDOUT, null), interrupted);
            }
            boolean kept = false;
            for (Message m = Message.at(received, 0); m != null; m = m.next()) {
                if (m.sequence() != asked) {
                    continue;
                }
                interrupted |= (m.flags() & Message.DUMP_INTERRUPTED) != 0;
                if (!kept) {
                    buffers.add(received);
                    kept = true;
                }
                if (m.type() == Message.ERROR || m.type() == Message.DONE) {
                    return new Listing(buffers, refusal(m), interrupted);
                }
            }
            size += received.length;
            if (size > LARGEST_LISTING) {
                return new Listing(
                        buffers,
                        new Answer.Refused(
                                Errno.ENOBUFS, "the listing is longer than " + (LARGEST_LISTING >> 20) + " MiB"),
                        interrupted);
            }
        }
    }

    /**
     * Asks for a listing and shows each message as it comes; nothing is kept, so that a listing may be of any length.
     * One that was interrupted by a change is not repeated: made for tables that do not mark this, such as sockets.
     *
     * @return {@link Answer.Acknowledged} when the listing came to its end
     */
    public Answer visit(Request request, Consumer<Message> visitor) throws ErrnoException {
        int asked = send(request.flags(Request.DUMP));
        try (Parts parts = new Parts(descriptor, receiver, asked, PATIENCE_MILLIS)) {
            while (true) {
                byte[] received;
                try {
                    received = parts.next();
                } catch (ErrnoException e) {
                    return new Answer.Refused(e.errno(), null);
                }
                if (received == null) {
                    return new Answer.Refused(Errno.ETIMEDOUT, null);
                }
                for (Message m = Message.at(received, 0); m != null; m = m.next()) {
                    if (m.sequence() != asked) {
                        continue;
                    }
                    if (m.type() == Message.ERROR || m.type() == Message.DONE) {
                        Answer.Refused refused = refusal(m);
                        return refused == null ? new Answer.Acknowledged() : refused;
                    }
                    if (m.type() > Message.DONE) {
                        visitor.accept(m);
                    }
                }
            }
        }
    }

    /** The error in an error's or a listing's last message; {@code null} when it is none. */
    private static Answer.@Nullable Refused refusal(Message message) {
        int error = message.s32(0);
        if (error >= 0) {
            return null;
        }
        String explanation = null;
        if ((message.flags() & NLM_F_ACK_TLVS) != 0) {
            // struct nlmsgerr: the number, then the request, or only its header when capped; a DONE has the number
            // alone
            int fixed = 4;
            if (message.type() == Message.ERROR) {
                fixed += (message.flags() & NLM_F_CAPPED) != 0
                        ? Message.HEADER
                        : (int) Math.min(message.length(), Math.max(Message.HEADER, message.u32(4)));
            }
            explanation = message.attributes(fixed).string(NLMSGERR_ATTR_MSG);
        }
        return new Answer.Refused(Errno.of(-error), explanation);
    }

    /**
     * Sets how many bytes may wait to be read, where that is allowed.
     *
     * @param bytes the kernel takes twice as many, for its own bookkeeping, and no fewer than 2304
     */
    public void receiveBuffer(int bytes) {
        if (descriptor.tryOption(SOL_SOCKET, SO_RCVBUFFORCE, bytes) != 0) {
            descriptor.tryOption(SOL_SOCKET, SO_RCVBUF, bytes);
        }
    }

    /**
     * Joins a group of change notifications (linux/rtnetlink.h, {@code enum rtnetlink_groups}).
     *
     * @param group the group's number, from 1
     */
    public void join(int group) throws ErrnoException {
        receiveBuffer(NOTIFICATIONS);
        bind();
        descriptor.option(SOL_NETLINK, NETLINK_ADD_MEMBERSHIP, group);
    }

    /** Gives the socket a port of the kernel's choice: one without is told of no change. */
    private void bind() throws ErrnoException {
        if (bound) {
            return; // a second time would leave the groups that were joined
        }
        try (Arena local = Arena.ofConfined()) {
            // struct sockaddr_nl: the family, then a port of 0
            byte[] family = new byte[12];
            Words.put(family, 0, Short.BYTES, AF_NETLINK);
            MemorySegment address = Words.of(local, family);
            descriptor.checked(
                    Sys.call(CallNumber.BIND, descriptor.number(), address.address(), address.byteSize()), "bind");
            bound = true;
        }
    }

    private int send(Request request) throws ErrnoException {
        byte[] message = request.finish(++sequence);
        try (Arena local = Arena.ofConfined()) {
            MemorySegment bytes = Words.of(local, message);
            descriptor.checked(
                    Sys.call(CallNumber.SENDTO, descriptor.number(), bytes.address(), message.length, 0, 0, 0),
                    "sendto");
        }
        return sequence;
    }

    /**
     * Receives a row of messages.
     *
     * @param millis how long to wait at most; negative for ever
     * @return a copy of what came, {@code null} when nothing came in time or a signal ended the wait
     * @throws ErrnoException also with ENOBUFS, when notifications were lost since nobody read them
     */
    public byte @Nullable [] receive(long millis) throws ErrnoException {
        return receiver.receive(millis);
    }

    @Override
    public void close() {
        descriptor.close();
        receiver.close();
    }
}
