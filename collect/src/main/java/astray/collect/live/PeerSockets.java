package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Coverage;
import astray.facts.Endpoint;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Socket;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Answer;
import astray.kernel.socket.InetRequest;
import astray.kernel.socket.InetSocket;
import astray.kernel.socket.SocketDiag;
import astray.kernel.socket.SocketState;
import astray.kernel.socket.TransportProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Watches the TCP connections with a peer on a thread of its own: somebody who cannot get through often keeps trying,
 * and a try that works may be over in a moment, so the sockets are listed again and again.
 */
final class PeerSockets {
    private static final int STATES =
            InetRequest.ALL_STATES & ~(1 << SocketState.LISTEN.number()) & ~(1 << SocketState.CLOSE.number());

    /** A share of the time at most goes into listing: on a host with a million sockets a listing takes long. */
    private static final int REST = 4;

    private static final long LEAST_REST_NANOS = 2_000_000;
    private static final int MOST = 1_000;

    /** A handshake is over in a round trip; one that takes longer than a slow one is stuck, or seems so. */
    private static final long HANDSHAKE_NANOS = 400_000_000;

    /** How a connection was first and last seen. */
    private static final class Story {
        final boolean fromTheStart;
        Socket last;
        final long firstNanos;
        long lastNanos;

        Story(Socket first, boolean fromTheStart, long nanos) {
            last = first;
            this.fromTheStart = fromTheStart;
            firstNanos = nanos;
            lastNanos = nanos;
        }

        /** A handshake that was seen on its way and then no more went on, one way or the other. */
        boolean isPassing() {
            Socket.Progress progress = last.progress();
            return last.halfOpen()
                    && (progress == null || progress.retransmits() == 0)
                    && lastNanos - firstNanos < HANDSHAKE_NANOS;
        }
    }

    private record Ends(Endpoint local, Endpoint remote) {}

    private final IpAddress peer;
    private final @Nullable Integer port;
    private final Map<Ends, Story> stories = new LinkedHashMap<>();
    private final Thread thread;
    private volatile boolean over;
    private volatile boolean opened;
    private volatile boolean any;
    private @Nullable Answer refusal;
    private @Nullable ErrnoException failure;

    private PeerSockets(IpAddress peer, @Nullable Integer port) {
        this.peer = peer;
        this.port = port;
        thread = Thread.ofPlatform().name("sockets").daemon().unstarted(this::run);
    }

    static PeerSockets start(IpAddress peer, @Nullable Integer port) {
        PeerSockets sockets = new PeerSockets(peer, port);
        sockets.thread.start();
        return sockets;
    }

    /** Whether a connection that the peer answers was seen. */
    boolean opened() {
        return opened;
    }

    /** Whether any connection of the peer was seen, in whatever state. */
    boolean any() {
        return any;
    }

    private void run() {
        try (SocketDiag diag = SocketDiag.open()) {
            boolean first = true;
            while (!over) {
                long began = System.nanoTime();
                if (!list(diag, first)) {
                    return;
                }
                first = false;
                long took = System.nanoTime() - began;
                Thread.sleep(java.time.Duration.ofNanos(Math.max(LEAST_REST_NANOS, REST * took)));
            }
        } catch (ErrnoException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean list(SocketDiag diag, boolean first) throws ErrnoException {
        for (Family family : Family.values()) {
            // a connection of IPv4 may be one of a socket of IPv6
            if (family == Family.INET && peer.family() == Family.INET6) {
                continue;
            }
            Answer answer = diag.inet(
                    new InetRequest(family, TransportProtocol.TCP, STATES, InetRequest.INFO),
                    socket -> note(socket, first));
            if (answer instanceof Answer.Refused refused
                    && !(family == Family.INET6 && refused.errno().equals(Errno.ENOENT))) {
                refusal = answer;
                return false;
            }
        }
        return true;
    }

    private void note(InetSocket socket, boolean first) {
        IpAddress remote = LiveSockets.plain(socket.remote());
        if (!peer.equals(remote)) {
            return;
        }
        Socket fact = LiveSockets.fact(socket, TransportProtocol.TCP, NO_INTERFACES, List.of());
        if (fact == null || fact.remote() == null) {
            return;
        }
        any |= port == null || port.equals(fact.local().port());
        Ends ends = new Ends(fact.local(), fact.remote());
        Story story = stories.get(ends);
        if (story != null) {
            story.last = later(story.last, fact);
            story.lastNanos = System.nanoTime();
        } else if (stories.size() < MOST) {
            stories.put(ends, new Story(fact, first, System.nanoTime()));
        }
        boolean onPort = port == null || port.equals(fact.local().port());
        if (onPort
                && isOpen(fact)
                && (!first || fact.progress() != null && fact.progress().answered())) {
            opened = true;
        }
    }

    /** An open connection tells more than what is left when it has ended. */
    private static Socket later(Socket before, Socket now) {
        return before.established() && now.progress() == null ? before : now;
    }

    /** Whether the peer answered: a state that only its acknowledgement leads to. */
    private static boolean isOpen(Socket socket) {
        return socket.state() != null && !socket.halfOpen() && !socket.state().equals("SYN_SENT");
    }

    private static final Interfaces NO_INTERFACES = new Interfaces();

    /** Has it end. */
    void stop() {
        over = true;
    }

    /** Ends it, and tells what was seen. */
    void end(Ledger ledger) throws InterruptedException {
        stop();
        thread.join();
        if (failure != null) {
            ledger.refused(Gap.What.SOCKETS, peer.toString(), failure);
            return;
        }
        if (refusal instanceof Answer.Refused refused) {
            ledger.gap(Gap.What.SOCKETS, peer.toString(), Gap.Why.FAILED, refused.text());
            return;
        }
        Ledger.Block shown = ledger.block("ss -tanie");
        Quote quote = new Quote("ss -tan");
        long now = System.nanoTime();
        for (Story story : stories.values()) {
            Socket socket = story.last;
            if (story.isPassing()) {
                continue;
            }
            if (!story.fromTheStart && isOpen(socket)) {
                // it came to be while it was watched: the peer answered no longer ago than that
                long since = (now - story.firstNanos) / 1_000_000;
                Socket.Progress before = socket.progress();
                socket = with(socket, new Socket.Progress(0, since, before != null && before.unaccepted()));
            }
            shown.add(socket, quote.lastLine(socket) + progress(socket.progress()));
        }
        if (stories.size() < MOST) {
            shown.whole(Coverage.Topic.CONNECTIONS, peer.family(), "dst " + peer);
        }
    }

    private static String progress(Socket.@Nullable Progress progress) {
        if (progress == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        if (progress.sinceAnswer() != null) {
            text.append(" lastack:").append(progress.sinceAnswer());
        }
        if (progress.retransmits() > 0) {
            text.append(" retrans:").append(progress.retransmits());
        }
        if (progress.unaccepted()) {
            text.append(" ino:0");
        }
        return text.toString();
    }

    private static Socket with(Socket socket, Socket.Progress progress) {
        return new Socket(
                socket.protocol(),
                socket.family(),
                socket.state(),
                socket.receiveQueue(),
                socket.sendQueue(),
                socket.local(),
                socket.remote(),
                socket.users(),
                progress);
    }

    /** The own addresses that the peer was seen to speak to, the ones on the port first. */
    List<IpAddress> ownAddresses() {
        List<IpAddress> addresses = new ArrayList<>();
        for (Ends ends : List.copyOf(stories.keySet())) {
            IpAddress own = ends.local().address();
            if (own != null && (port == null || port.equals(ends.local().port())) && !addresses.contains(own)) {
                addresses.add(own);
            }
        }
        return addresses;
    }
}
