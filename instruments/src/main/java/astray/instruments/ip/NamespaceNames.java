package astray.instruments.ip;

import astray.kernel.ErrnoException;
import astray.kernel.Namespace;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.NamespaceId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of ip-netns(8) by the numbers by which this namespace knows those namespaces. Read when first asked. */
final class NamespaceNames {
    private final Session session;
    private @Nullable Map<Integer, String> names;

    NamespaceNames(Session session) {
        this.session = session;
    }

    /** The name of a number; {@code null} when it has none. */
    @Nullable
    String name(int id) throws IOException {
        Map<Integer, String> known = names;
        if (known == null) {
            known = read();
            names = known;
        }
        return known.get(id);
    }

    private Map<Integer, String> read() throws IOException {
        Map<Integer, String> found = new HashMap<>();
        NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE);
        session.closeAtEnd(socket);
        for (String name : Namespace.names()) {
            try {
                int id = NamespaceId.of(socket, Namespace.named(name).file());
                if (id >= 0) {
                    found.put(id, name);
                }
            } catch (ErrnoException notOurs) {
                // a file that cannot be opened gives no name
            }
        }
        return found;
    }
}
