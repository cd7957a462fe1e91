package astray.instruments.ip;

import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.Link;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The links that a run has met, by index and by name. The kernel is asked for one when it is needed and not known yet;
 * a listing of links tells what it saw, so that nothing is asked twice.
 */
final class Links {
    private final Session session;
    private final Map<Integer, Known> byIndex = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private @Nullable NetlinkSocket socket;

    Links(Session session) {
        this.session = session;
    }

    /**
     * What is kept of a link.
     *
     * @param name its name
     * @param type its hardware's {@code ARPHRD_…}
     * @param flags its {@code IFF_…}
     * @param queueLength the length of its transmit queue in packets; -1 when it was not told
     */
    record Known(String name, int type, int flags, int queueLength) {}

    /** Remembers a link that a message of the kernel described. */
    void saw(Link link) {
        String name = link.name();
        if (name != null) {
            byIndex.put(link.index(), new Known(name, link.type(), link.flags(), link.transmitQueueLength()));
            byName.put(name, link.index());
        }
    }

    /** Forgets a link that is gone. */
    void gone(int index) {
        Known known = byIndex.remove(index);
        if (known != null) {
            byName.remove(known.name());
        }
    }

    private @Nullable Link ask(astray.kernel.netlink.Request request) throws IOException {
        // a socket of its own: the other one may be in the middle of a listing, or joined to groups
        NetlinkSocket own = socket;
        if (own == null) {
            own = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE);
            socket = own;
            session.closeAtEnd(own);
        }
        try {
            return own.ask(request) instanceof Answer.Replied(Message message) && message.type() == Link.NEW
                    ? new Link(message)
                    : null;
        } catch (ErrnoException e) {
            return null;
        }
    }

    /** The link of an index; {@code null} when the kernel has none. */
    @Nullable
    Known of(int index) throws IOException {
        Known known = byIndex.get(index);
        if (known == null && index > 0) {
            Link link = ask(Link.byIndex(index));
            if (link != null) {
                saw(link);
                known = byIndex.get(index);
            }
        }
        return known;
    }

    /** The link of an index as it is now; {@code null} when the kernel has none. */
    @Nullable
    Known ask(int index) throws IOException {
        Link link = ask(Link.byIndex(index));
        if (link != null) {
            saw(link);
        }
        return link == null ? null : byIndex.get(index);
    }

    /** The name of an index: {@code *} for 0, {@code if7} for one that the kernel has no link of. */
    String name(int index) throws IOException {
        if (index == 0) {
            return "*";
        }
        Known known = of(index);
        return known == null ? "if" + index : known.name();
    }

    /** The index of a name or of an alternative name; 0 when there is no such link. */
    int find(String name) throws IOException {
        Integer known = byName.get(name);
        if (known != null) {
            return known;
        }
        Link link = ask(name.length() < Link.NAME_SIZE ? Link.byName(name) : Link.byAlternativeName(name));
        if (link == null) {
            return placeholder(name);
        }
        saw(link);
        byName.put(name, link.index());
        return link.index();
    }

    /** The index of a name like {@code if7}, by which links without a known name are printed. */
    private static int placeholder(String name) {
        long index = name.startsWith("if") ? Words.number(name.substring(2), 10) : -1;
        return index > 0 && index <= Integer.MAX_VALUE ? (int) index : 0;
    }

    /** The index of a name, which must be there. */
    int require(String name) throws IOException {
        int index = find(name);
        if (index == 0) {
            throw Failure.noDevice(name);
        }
        return index;
    }
}
