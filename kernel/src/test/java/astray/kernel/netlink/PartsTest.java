package astray.kernel.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.kernel.Errno;
import astray.kernel.Namespace;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A listing that is so long that a thread receives it ahead. */
@Tag("lab")
@NeedsRoot
@NeedsTool("ip")
class PartsTest {
    private static final int ROUTES = 20_000;
    private static final int RTM_GETROUTE = 26;
    private static final int RTMSG = 12;
    private static final int RTA_DST = 1;

    @Test
    void aLongListingIsVisitedWholeAndInOrderAndMayBeLeft() throws Exception {
        try (Net net = new Net()) {
            net.host("a");
            // the shell makes the lines: so many would be too long for its command line
            net.sh("a", """
                    i=0
                    while [ $i -lt %d ]; do
                        echo "route add 10.$((i / 256)).$((i %% 256)).0/24 dev lo"
                        i=$((i + 1))
                    done | (ip link set lo up && ip -batch -)
                    """.formatted(ROUTES));
            new Namespace(net.file("a")).call(() -> {
                visit();
                return null;
            });
        }
    }

    private static void visit() throws IOException {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
            List<String> listed = new ArrayList<>();
            for (Message route : socket.dump(request())) {
                listed.add(destination(route));
            }
            assertTrue(listed.size() >= ROUTES, () -> "only " + listed.size());
            List<String> visited = new ArrayList<>();
            assertInstanceOf(
                    Answer.Acknowledged.class, socket.visit(request(), route -> visited.add(destination(route))));
            assertEquals(listed, visited);

            visited.clear();
            assertThrows(
                    IllegalStateException.class,
                    () -> socket.visit(request(), route -> {
                        visited.add(destination(route));
                        if (visited.size() == ROUTES / 2) {
                            throw new IllegalStateException("enough");
                        }
                    }));
            // what was left of that listing is not taken for another answer
            Answer none = socket.ask(new Request(18).zeroes(4).u32(0x7ffffff0).zeroes(8));
            assertEquals(
                    Errno.ENODEV, assertInstanceOf(Answer.Refused.class, none).errno());
        }
    }

    private static Request request() {
        return new Request(RTM_GETROUTE).u8(2).zeroes(RTMSG - 1);
    }

    private static String destination(Message route) {
        return String.valueOf(route.attributes(RTMSG).address(RTA_DST));
    }
}
