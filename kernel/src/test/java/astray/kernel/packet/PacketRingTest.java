package astray.kernel.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.kernel.ErrnoException;
import astray.kernel.Namespace;
import astray.kernel.inet.NetDevice;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ring on real interfaces. */
@Tag("lab")
@NeedsRoot
@NeedsTool("ip")
class PacketRingTest {
    private static final int SMALL = 1 << 20;

    private static void send(String text, int times) throws Exception {
        // to a port that is open: errors would be packets too
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9));
            for (int i = 0; i < times; i++) {
                channel.send(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), channel.getLocalAddress());
            }
        }
    }

    private static String payload(PacketRing ring, int skipped) {
        byte[] bytes = new byte[ring.captured() - skipped];
        ring.bytes().get(ring.offset() + skipped, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Test
    void bringsPacketsWithTheirAddresses() throws Exception {
        try (Net net = new Net().host("a")) {
            net.sh("a", "ip link set lo up");
            new Namespace(net.file("a")).call(() -> {
                try (PacketRing ring = PacketRing.open(NetDevice.named("lo"), false, SMALL, 1)) {
                    ring.start();
                    long before = System.currentTimeMillis() / 1000;
                    send("hello", 1);
                    assertTrue(ring.await(5000));
                    assertTrue(ring.next());
                    assertEquals("hello", payload(ring, 14 + 20 + 8));
                    assertEquals(ring.length(), ring.captured());
                    assertEquals(0x0800, ring.protocol());
                    assertEquals(1, ring.interfaceIndex());
                    assertEquals(772, ring.hardware());
                    assertEquals(6, ring.addressLength());
                    assertEquals(PacketRing.OUTGOING, ring.kind());
                    assertTrue(ring.seconds() >= before && ring.seconds() <= before + 60);
                    assertFalse(ring.isTagged());
                }
                return null;
            });
        }
    }

    @Test
    void filterStandsBeforeTheFirstPacket() throws Exception {
        try (Net net = new Net().host("a")) {
            net.sh("a", "ip link set lo up");
            new Namespace(net.file("a")).call(() -> {
                try (PacketRing ring = PacketRing.open(null, true, SMALL, 1)) {
                    // ldb [20 + 8] (the payload's first byte); jeq 'b'; ret 30; ret 0
                    ring.filter(
                            new int[] {0x30, 0x15, 0x06, 0x06},
                            new int[] {0, 0, 0, 0},
                            new int[] {0, 1, 0, 0},
                            new int[] {28, 'b', 30, 0});
                    send("early", 3);
                    ring.start();
                    send("no", 5);
                    send("but", 1);
                    assertTrue(ring.await(5000));
                    assertTrue(ring.next());
                    assertEquals("bu", payload(ring, 28), "cut to what the filter answered");
                    assertEquals(31, ring.length());
                }
                return null;
            });
        }
    }

    @Test
    void fullRingLosesAndCounts() throws Exception {
        try (Net net = new Net().host("a")) {
            net.sh("a", "ip link set lo up");
            new Namespace(net.file("a")).call(() -> {
                try (PacketRing ring = PacketRing.open(NetDevice.named("lo"), false, 1, 1)) {
                    ring.start();
                    send("x".repeat(1000), 2000);
                    assertTrue(ring.drops() > 0);
                    assertEquals(4000, ring.packets(), "each packet passes lo twice");
                    long got = 0;
                    while (ring.await(50)) {
                        while (ring.next()) {
                            got++;
                        }
                    }
                    assertEquals(4000, got + ring.drops());
                }
                return null;
            });
        }
    }

    @Test
    void interfaceThatIsDownOrAbsentIsSaid() throws Exception {
        try (Net net = new Net().host("a")) {
            net.sh("a", "ip link set lo down");
            new Namespace(net.file("a")).call(() -> {
                assertThrows(ErrnoException.class, () -> NetDevice.named("nosuch"));
                try (PacketRing ring = PacketRing.open(NetDevice.named("lo"), false, SMALL, 1)) {
                    ErrnoException down = assertThrows(ErrnoException.class, ring::start);
                    assertEquals(100, down.errno().number());
                }
                return null;
            });
        }
    }

    @Test
    void promiscuousModeEndsWithTheRing() throws Exception {
        try (Net net = new Net().host("a").host("b").wire("a", "east", "b", "west")) {
            new Namespace(net.file("a")).call(() -> {
                try (PacketRing ring = PacketRing.open(NetDevice.named("east"), false, SMALL, 1)) {
                    ring.promiscuous();
                    assertTrue(promiscuity(net).contains("promiscuity 1"), promiscuity(net));
                }
                assertTrue(promiscuity(net).contains("promiscuity 0"), promiscuity(net));
                return null;
            });
        }
    }

    private static String promiscuity(Net net) {
        return net.run("a", java.util.List.of("ip", "-d", "link", "show", "east"))
                .out();
    }
}
