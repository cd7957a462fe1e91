package astray.instruments.ip;

import astray.kernel.netlink.Answer;
import astray.kernel.netlink.Message;
import astray.kernel.route.Link;
import java.io.IOException;

/** Virtual routing and forwarding: a device that stands for a routing table (ip-vrf(8)). */
final class Vrf {
    /** {@code IFLA_VRF_TABLE} of linux/if_link.h. */
    private static final int IFLA_VRF_TABLE = 1;

    private Vrf() {}

    /** The table of the device of a name; 0 when it is no VRF. */
    static long table(Session session, String name) throws IOException {
        Answer answer = session.socket().ask(Link.byName(name));
        if (!(answer instanceof Answer.Replied(Message message))) {
            return 0;
        }
        Link link = new Link(message);
        return "vrf".equals(link.kind()) ? link.data().u32(IFLA_VRF_TABLE, 0) : 0;
    }
}
