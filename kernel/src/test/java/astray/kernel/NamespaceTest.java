package astray.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.netlink.Request;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class NamespaceTest {
    private static final int RTM_GETLINK = 18;
    private static final int IFLA_IFNAME = 3;
    private static final int IFINFOMSG = 16;

    private static List<String> links() throws IOException {
        List<String> names = new ArrayList<>();
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
            for (Message link : socket.dump(new Request(RTM_GETLINK).zeroes(IFINFOMSG))) {
                names.add(link.attributes(IFINFOMSG).string(IFLA_IFNAME));
            }
        }
        return names;
    }

    @Test
    @Tag("lab")
    @NeedsRoot
    @NeedsTool("ip")
    void whatIsDoneInsideSeesTheNamespaceAndTheCallerStaysOutside() throws Exception {
        try (Net net = new Net()) {
            net.host("a").host("b").wire("a", "left0", "b", "right0");
            List<String> outside = links();
            assertTrue(new Namespace(net.file("a")).call(NamespaceTest::links).contains("left0"));
            assertTrue(Namespace.named(net.namespace("b"))
                    .call(NamespaceTest::links)
                    .contains("right0"));
            assertTrue(Namespace.names().contains(net.namespace("a")));
            assertEquals(outside, links());
            assertNotEquals(outside, Namespace.named(net.namespace("a")).call(NamespaceTest::links));
        }
    }

    @Test
    void aWordIsAPathAProcessOrAName() {
        assertEquals(Path.of("/some/where"), Namespace.of("/some/where").file());
        assertEquals(Path.of("/proc/1/ns/net"), Namespace.of("1").file());
        assertEquals(Path.of("/var/run/netns/blue"), Namespace.of("blue").file());
    }

    @Test
    void aMissingOneIsAnErrorThatNamesIt() {
        Namespace missing = Namespace.named("there-is-none");
        ErrnoException e = assertThrows(ErrnoException.class, () -> missing.call(() -> null));
        assertEquals(Errno.ENOENT, e.errno());
        assertTrue(
                String.valueOf(e.getMessage()).startsWith("/var/run/netns/there-is-none: No such file"), e::getMessage);
    }
}
