package astray.kernel.netlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.Namespace;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ListingTest {
    private static final int RTM_GETLINK = 18;
    private static final int RTM_NEWLINK = 16;
    private static final int IFLA_IFNAME = 3;
    private static final int IFINFOMSG = 16;
    private static final int RTNLGRP_LINK = 1;

    private static byte[] row(Request... messages) {
        int length = 0;
        List<byte[]> parts = new ArrayList<>();
        for (Request message : messages) {
            parts.add(message.finish(1));
            length += parts.getLast().length;
        }
        byte[] row = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, row, at, part.length);
            at += part.length;
        }
        return row;
    }

    @Test
    void messagesComeInOrderAndTheEndIsNotAmongThem() {
        List<byte[]> received = List.of(
                row(new Request(20).u32(1), new Request(Message.NOOP).u32(0), new Request(20).u32(2)),
                row(new Request(Message.DONE).u32(0)),
                row(new Request(21).u32(3)));
        List<Integer> seen = new ArrayList<>();
        for (Message message : new Listing(received, null, false)) {
            seen.add(message.s32(0));
        }
        assertEquals(List.of(1, 2, 3), seen);
        assertFalse(new Listing(List.of(), null, false).iterator().hasNext());
    }

    @Test
    @Tag("lab")
    @NeedsRoot
    @NeedsTool("ip")
    void aListingThatIsNotCalledInterruptedHoldsEveryLinkOnce() throws Exception {
        try (Net net = new Net()) {
            net.host("a");
            StringBuilder script = new StringBuilder();
            for (int i = 0; i < 120; i++) {
                script.append("link add stays").append(i).append(" type bridge\n");
            }
            net.sh("a", "ip -batch - <<'E'\n" + script + "E");
            AtomicBoolean ends = new AtomicBoolean();
            Thread changer = Thread.ofPlatform().start(() -> {
                while (!ends.get()) {
                    net.sh("a", "ip link add flits0 type bridge; ip link del flits0");
                }
            });
            try {
                new Namespace(net.file("a")).call(() -> {
                    for (int i = 0; i < 30; i++) {
                        complete();
                    }
                    return null;
                });
            } finally {
                ends.set(true);
                changer.join();
            }
        }
    }

    private static void complete() throws IOException {
        try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
            Listing links = socket.dump(new Request(RTM_GETLINK).zeroes(IFINFOMSG));
            assertNull(links.refusal());
            if (links.interrupted()) {
                return;
            }
            Set<String> names = new HashSet<>();
            for (Message link : links) {
                String name = link.attributes(IFINFOMSG).string(IFLA_IFNAME);
                assertTrue(names.add(String.valueOf(name)), () -> name + " twice");
            }
            assertEquals(120, names.stream().filter(n -> n.startsWith("stays")).count());
        }
    }

    @Test
    @Tag("lab")
    @NeedsRoot
    @NeedsTool("ip")
    void changesAreToldToWhoJoined() throws Exception {
        try (Net net = new Net()) {
            net.host("a");
            String name = new Namespace(net.file("a")).call(() -> {
                try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
                    socket.join(RTNLGRP_LINK);
                    net.sh("a", "ip link add news0 type bridge");
                    Message message = Message.at(assertNotNullBytes(socket.receive(5000)), 0);
                    assertNotNull(message);
                    assertEquals(RTM_NEWLINK, message.type());
                    return String.valueOf(message.attributes(IFINFOMSG).string(IFLA_IFNAME));
                }
            });
            assertEquals("news0", name);
        }
    }

    private static byte[] assertNotNullBytes(byte[] bytes) {
        assertNotNull(bytes);
        return bytes;
    }

    @Test
    @Tag("lab")
    @NeedsRoot
    @NeedsTool("ip")
    void lostNotificationsAreAnErrorThatCanBeGoneOnFrom() throws Exception {
        try (Net net = new Net()) {
            net.host("a");
            new Namespace(net.file("a")).call(() -> {
                try (NetlinkSocket socket = NetlinkSocket.open(NetlinkSocket.Protocol.ROUTE)) {
                    socket.join(RTNLGRP_LINK);
                    socket.receiveBuffer(2048);
                    net.sh(
                            "a",
                            "ip link add a0 type bridge; for i in 1 2 3 4 5 6 7 8 9; do ip link set a0 mtu 140$i; done");
                    ErrnoException lost = assertThrows(ErrnoException.class, () -> {
                        for (int i = 0; i < 30; i++) {
                            socket.receive(1000);
                        }
                    });
                    assertEquals(Errno.ENOBUFS, lost.errno());
                    while (socket.receive(0) != null) {
                        // what was still waiting
                    }
                    net.sh("a", "ip link set a0 mtu 1300");
                    assertNotNull(socket.receive(5000));
                    return null;
                }
            });
        }
    }
}
