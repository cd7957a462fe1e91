package astray.kernel.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.kernel.Errno;
import astray.testkit.NeedsRtnetlink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the kernel that runs the test; needs no root. */
@NeedsRtnetlink
class NetlinkSocketTest {
    private static final int RTM_GETLINK = 18;
    private static final int IFLA_IFNAME = 3;
    private static final int IFINFOMSG = 16;

    @Test
    void loopbackIsAmongTheLinksAndHasIndexOne() throws IOException {
        List<String> names = new ArrayList<>();
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
            Listing links = socket.dump(new Request(RTM_GETLINK).zeroes(IFINFOMSG));
            assertNull(links.refusal());
            for (Message link : links) {
                names.add(link.s32(4) + " " + link.attributes(IFINFOMSG).string(IFLA_IFNAME));
            }
        }
        assertTrue(names.contains("1 lo"), names::toString);
    }

    @Test
    void oneLinkIsAnsweredAndAMissingOneRefused() throws IOException {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
            Answer lo = socket.ask(new Request(RTM_GETLINK).zeroes(4).u32(1).zeroes(8));
            assertEquals(
                    "lo",
                    assertInstanceOf(Answer.Replied.class, lo)
                            .message()
                            .attributes(IFINFOMSG)
                            .string(IFLA_IFNAME));
            Answer none = socket.ask(
                    new Request(RTM_GETLINK).zeroes(4).u32(0x7ffffff0).zeroes(8));
            assertEquals(
                    Errno.ENODEV, assertInstanceOf(Answer.Refused.class, none).errno());
            assertInstanceOf(
                    Answer.Replied.class,
                    socket.ask(new Request(RTM_GETLINK).zeroes(4).u32(1).zeroes(8)));
        }
    }

    @Test
    void theKernelsOwnWordsAreKept() throws IOException {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
            assertTrue(socket.strict());
            // a strict listing takes no interface index in its header
            Listing refused =
                    socket.dump(new Request(RTM_GETLINK).zeroes(4).u32(1).zeroes(8));
            Answer.Refused why = refused.refusal();
            assertTrue(why != null && why.explanation() != null, () -> "" + why);
        }
    }

    @Test
    void aWaitEndsWhenItsTimeHasPassed() throws IOException {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
            assertNull(socket.receive(10));
        }
    }
}
