package astray.kernel.inet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.Namespace;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsRtnetlink;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Against the kernel that runs the test. */
@NeedsRtnetlink
class InetSocketTest {
    private static final IpAddress LOOPBACK = IpAddress.of("127.0.0.1");
    private static final long SECOND = 1_000_000_000;

    @Test
    void aConnectionOpensSpeaksAndEnds() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                InetSocket socket = InetSocket.tcp(Family.INET)) {
            socket.connect(LOOPBACK, server.getLocalPort(), 0);
            assertEquals(
                    Pollable.WRITABLE, Pollable.await(List.of(socket), new int[] {Pollable.WRITABLE}, 5 * SECOND)[0]);
            assertNull(socket.error());
            assertEquals(LOOPBACK, socket.localAddress());
            assertNull(socket.receive(10));
            try (Socket accepted = server.accept()) {
                assertEquals(accepted.getPort(), socket.localPort());
                accepted.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
                Pollable.await(List.of(socket), new int[] {Pollable.READABLE}, 5 * SECOND);
                assertEquals(
                        Bytes.of("hello".getBytes(StandardCharsets.UTF_8)),
                        socket.receive(10).bytes());
                assertEquals(4, socket.send(new byte[4]));
                assertEquals(4, accepted.getInputStream().readNBytes(4).length);
            }
            Pollable.await(List.of(socket), new int[] {Pollable.READABLE}, 5 * SECOND);
            assertEquals(0, socket.receive(10).bytes().size());
        }
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
        }
        try (InetSocket socket = InetSocket.tcp(Family.INET)) {
            socket.connect(LOOPBACK, port, 0);
            Pollable.await(List.of(socket), new int[] {Pollable.WRITABLE}, 5 * SECOND);
            assertEquals(Errno.ECONNREFUSED, socket.error());
        }
    }

    @Test
    void anAddressOfAnotherHostCannotBeBound() throws Exception {
        try (InetSocket socket = InetSocket.tcp(Family.INET)) {
            ErrnoException e =
                    assertThrows(ErrnoException.class, () -> socket.bind(IpAddress.of("198.51.100.7"), 0, 0));
            assertEquals(Errno.EADDRNOTAVAIL, e.errno());
        }
    }

    @Test
    void anInterfaceThatIsNotThereIsNoDevice() {
        ErrnoException e = assertThrows(ErrnoException.class, () -> NetDevice.named("nosuch0"));
        assertEquals(Errno.ENODEV, e.errno());
        assertThrows(ErrnoException.class, () -> NetDevice.named("a name that no interface can have"));
    }

    @Test
    void theTimePassesWhenNothingHappens() throws Exception {
        try (InetSocket socket = InetSocket.udp(Family.INET)) {
            socket.bind(LOOPBACK, 0, 0);
            assertEquals(0, Pollable.await(List.of(socket), new int[] {Pollable.READABLE}, 1000)[0]);
            assertNull(socket.receive(10));
            assertNull(socket.queuedError());
        }
    }

    @Test
    @Tag("lab")
    @NeedsRoot
    @NeedsTool("ip")
    void whoRejectsIsReadFromTheErrorQueue() throws Exception {
        try (Net net = new Net().host("a").host("r").wire("a", "e0", "r", "e0")) {
            net.sh("a", "ip addr add 10.0.0.1/24 dev e0; ip route add default via 10.0.0.2");
            net.sh(
                    "r",
                    "ip addr add 10.0.0.2/24 dev e0; ip route add prohibit 10.9.8.0/24; sysctl -qw net.ipv4.ip_forward=1");
            QueuedError error = new Namespace(net.file("a")).call(() -> {
                try (InetSocket socket = InetSocket.tcp(Family.INET)) {
                    socket.connect(IpAddress.of("10.9.8.1"), 99, 0);
                    Pollable.await(List.of(socket), new int[] {0}, 5 * SECOND);
                    return socket.queuedError();
                }
            });
            assertNotNull(error);
            assertEquals(IpAddress.of("10.0.0.2"), error.offender());
            assertEquals(IpAddress.of("10.9.8.1"), error.destination());
            assertEquals(13, error.code());
        }
    }

    @Test
    @Tag("lab")
    @NeedsRoot
    @NeedsTool("ip")
    void anInterfaceTellsItsIndexAndAddress() throws Exception {
        try (Net net = new Net().host("a").host("b").wire("a", "e0", "b", "e0")) {
            net.sh("a", "ip link set dev e0 address 02:00:00:00:00:0a");
            NetDevice device = new Namespace(net.file("a")).call(() -> NetDevice.named("e0"));
            assertEquals(NetDevice.ETHERNET, device.type());
            assertEquals("02:00:00:00:00:0a", device.address().toString());
        }
    }
}
