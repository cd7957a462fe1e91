package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Coverage;
import astray.facts.Endpoint;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Socket;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.process.Proc;
import astray.kernel.process.ProcessFolder;
import astray.kernel.process.SocketOwners;
import astray.kernel.socket.InetRequest;
import astray.kernel.socket.InetSocket;
import astray.kernel.socket.SocketDiag;
import astray.kernel.socket.SocketState;
import astray.kernel.socket.TcpInfo;
import astray.kernel.socket.TransportProtocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What listens, and the processes that do. */
final class LiveSockets {
    private static final int MOST = 10_000;

    /** A listener, and the inode by which its process is found. */
    private record Found(InetSocket socket, TransportProtocol protocol) {}

    private LiveSockets() {}

    /**
     * Reads the listeners of TCP, and the open sockets of UDP without a peer.
     *
     * @return for each port of a TCP listener the user that it belongs to
     */
    static Map<Integer, Long> listeners(Interfaces interfaces, Ledger ledger) throws ErrnoException {
        List<Found> found = new ArrayList<>();
        boolean whole;
        try (SocketDiag diag = SocketDiag.open()) {
            whole = list(diag, TransportProtocol.TCP, InetRequest.LISTENING, found, ledger);
            whole &= list(diag, TransportProtocol.UDP, SocketState.CLOSE.bit(), found, ledger);
        }
        Owners owners = Owners.read(ledger);
        Ledger.Block shown = ledger.block("ss -tulnp");
        Quote quote = new Quote("ss -tulnp");
        Map<Integer, Long> users = new HashMap<>();
        for (Found one : found) {
            if (one.protocol() == TransportProtocol.TCP) {
                users.putIfAbsent(one.socket().localPort(), one.socket().uid());
            }
            Socket fact = fact(
                    one.socket(),
                    one.protocol(),
                    interfaces,
                    owners.of(one.socket().inode()));
            if (fact != null) {
                shown.add(fact, quote.lastLine(fact));
            }
        }
        if (whole) {
            shown.whole(Coverage.Topic.LISTENERS, null, null);
        }
        return users;
    }

    /** The address that all of a port's listeners wait on, when this host does not hold it: it is the one that is meant. */
    static @Nullable IpAddress strayAddress(int port, Family family, State state, List<Observation<?>> seen) {
        IpAddress stray = null;
        for (Observation<?> observation : seen) {
            if (observation.fact() instanceof Socket socket
                    && socket.listening()
                    && Integer.valueOf(port).equals(socket.local().port())) {
                IpAddress bound = socket.local().address();
                if (bound == null || bound.isAny() || bound.family() != family || state.holds(bound)) {
                    return null;
                }
                stray = bound;
            }
        }
        return stray;
    }

    private static boolean list(
            SocketDiag diag, TransportProtocol protocol, int states, List<Found> found, Ledger ledger)
            throws ErrnoException {
        boolean whole = true;
        for (Family family : Family.values()) {
            Answer answer = diag.inet(new InetRequest(family, protocol, states, 0), socket -> {
                if (found.size() < MOST) {
                    found.add(new Found(socket, protocol));
                }
            });
            // a kernel without IPv6 has no sockets of it
            if (answer instanceof Answer.Refused refused
                    && !(family == Family.INET6 && refused.errno().equals(Errno.ENOENT))) {
                ledger.gap(Gap.What.SOCKETS, protocol.name(), Gap.Why.FAILED, refused.text());
                whole = false;
            }
        }
        if (found.size() >= MOST) {
            ledger.gap(Gap.What.SOCKETS, protocol.name(), Gap.Why.LIMIT, "");
            whole = false;
        }
        return whole;
    }

    static @Nullable Socket fact(
            InetSocket socket, TransportProtocol protocol, Interfaces interfaces, List<Socket.User> users) {
        IpAddress local = socket.local();
        Family family = socket.family();
        if (local == null || family == null) {
            return null;
        }
        SocketState state = socket.state();
        boolean udp = protocol == TransportProtocol.UDP;
        boolean waits = state.equals(SocketState.LISTEN) || udp;
        String zone = interfaces.name(socket.interfaceIndex());
        Endpoint own;
        Endpoint remote;
        if (waits) {
            // one of INET6 that serves both families is shown as *, as ss does
            boolean both = family == Family.INET6 && local.isAny() && !Boolean.TRUE.equals(socket.v6only());
            own = new Endpoint(both ? null : plain(local), null, socket.localPort(), null, zone);
            remote = new Endpoint(both ? null : IpAddress.any(family), null, null, null, null);
        } else {
            own = new Endpoint(plain(local), null, socket.localPort(), null, zone);
            remote = new Endpoint(plain(socket.remote()), null, socket.remotePort(), null, null);
        }
        return new Socket(
                udp ? "udp" : "tcp",
                family,
                udp ? "UNCONNECTED" : word(state),
                socket.receiveQueue(),
                socket.sendQueue(),
                own,
                remote,
                users,
                waits ? null : progress(socket));
    }

    private static String word(SocketState state) {
        return state.equals(SocketState.NEW_SYN_RECV) ? "SYN_RECV" : state.word();
    }

    private static Socket.Progress progress(InetSocket socket) {
        TcpInfo info = socket.tcpInfo();
        return new Socket.Progress(
                Math.max(socket.timer() == InetSocket.TimerKind.RETRANSMIT ? socket.retransmits() : 0, 0),
                info == null || info.bytesAcknowledged() == 0 && info.segmentsIn() == 0
                        ? null
                        : info.lastAckReceivedMillis(),
                isUnaccepted(socket));
    }

    /** One that its process has closed has no inode either, but is in another state. */
    private static boolean isUnaccepted(InetSocket socket) {
        SocketState state = socket.state();
        return socket.inode() == 0 && (state.equals(SocketState.ESTABLISHED) || state.equals(SocketState.CLOSE_WAIT));
    }

    /** An IPv4 address inside an IPv6 one (RFC 4291, section 2.5.5.2) is an IPv4 address. */
    static @Nullable IpAddress plain(@Nullable IpAddress address) {
        return address != null
                        && address.family() == Family.INET6
                        && address.high() == 0
                        && address.low() >>> 32 == 0xffff
                ? IpAddress.v4((int) address.low())
                : address;
    }

    /** The processes behind sockets. */
    private static final class Owners {
        private final @Nullable SocketOwners owners;
        private final Ledger ledger;

        private Owners(@Nullable SocketOwners owners, Ledger ledger) {
            this.owners = owners;
            this.ledger = ledger;
        }

        static Owners read(Ledger ledger) {
            try {
                return new Owners(SocketOwners.read(), ledger);
            } catch (ErrnoException e) {
                ledger.refused(Gap.What.PROCESSES, "", e);
                return new Owners(null, ledger);
            }
        }

        List<Socket.User> of(long inode) {
            SocketOwners.Owner owner = owners == null ? null : owners.first(inode);
            if (owner == null) {
                // a socket of the kernel's has no process: it matters only when there are some that may not be looked
                // into
                SocketOwners.Unread unread = owners == null ? null : owners.unread();
                if (unread != null) {
                    ledger.refused(Gap.What.PROCESSES, "", unread.reason());
                }
                return List.of();
            }
            return List.of(new Socket.User(
                    command(owner.pid()), (long) owner.pid(), null, Integer.toString(owner.descriptor())));
        }

        private static @Nullable String command(int pid) {
            try (Proc proc = Proc.open();
                    ProcessFolder process = proc.process(pid)) {
                return new String(process.stat().command(), StandardCharsets.UTF_8);
            } catch (ErrnoException gone) {
                return null;
            }
        }
    }
}
