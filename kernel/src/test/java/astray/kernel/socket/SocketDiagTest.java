package astray.kernel.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.netlink.Answer;
import astray.kernel.proc.InetTable;
import astray.kernel.proc.NetFile;
import astray.testkit.NeedsRtnetlink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the kernel that runs the test; needs no root. */
@NeedsRtnetlink
class SocketDiagTest {

    private static List<InetSocket> list(InetRequest request) throws IOException {
        List<InetSocket> sockets = new ArrayList<>();
        try (SocketDiag diag = SocketDiag.open()) {
            assertInstanceOf(Answer.Acknowledged.class, diag.inet(request, sockets::add));
        }
        return sockets;
    }

    @Test
    void listenerAndItsUnreadConnectionShowTheirQueues() throws IOException {
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        try (ServerSocket listener = new ServerSocket(0, 7, here);
                Socket client = new Socket(here, listener.getLocalPort());
                Socket accepted = listener.accept()) {
            client.getOutputStream().write(new byte[123]);
            int port = listener.getLocalPort();
            InetSocket listening = null;
            InetSocket unread = null;
            // the bytes are on their way over the loopback interface; Java's own sockets are of INET6
            long end = System.nanoTime() + 10_000_000_000L;
            while (unread == null && System.nanoTime() < end) {
                for (InetSocket socket : list(new InetRequest(
                        Family.INET6,
                        TransportProtocol.TCP,
                        InetRequest.ALL_STATES,
                        InetRequest.INFO | InetRequest.MEMORY | InetRequest.CONGESTION))) {
                    if (socket.localPort() == port && socket.state().equals(SocketState.LISTEN)) {
                        listening = socket;
                    } else if (socket.localPort() == port && socket.receiveQueue() > 0) {
                        unread = socket;
                    }
                }
            }
            assertNotNull(listening);
            assertNotNull(unread);
            assertEquals(7, listening.sendQueue());
            assertEquals(IpAddress.of("::ffff:127.0.0.1"), listening.local());
            assertEquals(SocketState.ESTABLISHED, unread.state());
            assertEquals(123, unread.receiveQueue());
            assertEquals(accepted.getPort(), unread.remotePort());
            TcpInfo info = unread.tcpInfo();
            assertNotNull(info);
            assertEquals(SocketState.ESTABLISHED, info.state());
            assertEquals(123, info.bytesReceived());
            assertNotNull(unread.memory());
            assertNotNull(unread.congestionControl());
            assertTrue(unread.inode() != 0 && unread.cookie() != 0);
        }
    }

    @Test
    void socketsOfTheKernelsTextAreThoseOfNetlink() throws IOException {
        try (DatagramChannel bound = DatagramChannel.open(StandardProtocolFamily.INET6)) {
            bound.bind(new InetSocketAddress(InetAddress.ofLiteral("::1"), 0));
            int port = ((InetSocketAddress) bound.getLocalAddress()).getPort();
            bound.send(ByteBuffer.allocate(1), new InetSocketAddress(InetAddress.ofLiteral("::1"), 9));
            InetSocket found = list(new InetRequest(Family.INET6, TransportProtocol.UDP)).stream()
                    .filter(s -> s.localPort() == port)
                    .findAny()
                    .orElseThrow();
            InetTable table = new InetTable(NetFile.open("udp6"), Family.INET6);
            while (table.next()) {
                if (table.localPort() == port) {
                    assertEquals(IpAddress.of("::1"), table.local());
                    assertEquals(table.local(), found.local());
                    assertEquals(table.remote(), found.remote());
                    assertEquals(table.inode(), found.inode());
                    assertEquals(table.uid(), found.uid());
                    assertEquals(table.state(), found.state().number());
                    return;
                }
            }
            throw new AssertionError("not in the table");
        }
    }

    @Test
    void unixSocketsTellTheirNameAndWhoWaits(@TempDir Path folder) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("a"));
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(address, 3);
            try (var waiting = java.nio.channels.SocketChannel.open(address);
                    SocketDiag diag = SocketDiag.open()) {
                assertTrue(waiting.isConnected());
                List<UnixSocket> sockets = new ArrayList<>();
                assertInstanceOf(Answer.Acknowledged.class, diag.unix(sockets::add));
                UnixSocket found = sockets.stream()
                        .filter(s -> address.toString().equals(s.name()))
                        .findAny()
                        .orElseThrow();
                assertEquals(SocketState.LISTEN, found.state());
                assertEquals(UnixSocket.STREAM, found.type());
                assertEquals(1L, found.receiveQueue());
                assertEquals(3L, found.sendQueue());
                long[] pending = found.pending();
                assertNotNull(pending);
                assertEquals(1, pending.length);
                assertTrue(sockets.stream().anyMatch(s -> s.inode() == pending[0]));
            }
        }
    }

    @Test
    void packetSocketsCanBeListed() throws IOException {
        try (SocketDiag diag = SocketDiag.open()) {
            assertInstanceOf(Answer.Acknowledged.class, diag.packet(socket -> assertTrue(socket.inode() != 0)));
        }
    }
}
