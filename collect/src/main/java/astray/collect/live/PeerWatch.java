package astray.collect.live;

import astray.collect.Gap;
import astray.collect.Sight;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.Route;
import astray.facts.Watch;
import astray.kernel.ErrnoException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why can a peer not reach this host? Looks at the host's state, and for about a second at what the peer does: somebody
 * who cannot get through mostly keeps trying.
 */
public final class PeerWatch {
    private static final long WATCH_MILLIS = 1_120;
    private static final long SLICE_MILLIS = 10;
    private static final int ECHOES = 2;
    private static final long ECHO_MILLIS = 500;

    private PeerWatch() {}

    /**
     * Looks.
     *
     * @param peer the peer's address
     * @param port the port that it wants; {@code null} for any
     * @param passive whether nothing may be sent
     */
    public static Sight look(IpAddress peer, @Nullable Integer port, boolean passive, Ledger ledger)
            throws ErrnoException, InterruptedException {
        long began = System.nanoTime();
        Map<String, Long> before = LiveCounters.read(ledger);
        PeerSockets sockets = PeerSockets.start(peer, port);
        LiveCapture capture = LiveCapture.start(peer);
        try (State state = State.read(peer, ledger)) {
            if (!passive && !sockets.opened()) {
                Asking round = new Asking(peer.toString());
                round.echo(peer, ECHOES, ECHO_MILLIS);
                round.run(ledger);
            } else if (passive) {
                ledger.gap(Gap.What.PEER_ANSWER, peer.toString(), Gap.Why.PASSIVE, "");
            }
            while (!sockets.opened() && millisSince(began) < WATCH_MILLIS) {
                Thread.sleep(SLICE_MILLIS);
            }
            sockets.end(ledger);
            capture.end(state.interfaces(), ledger);
            long millis = millisSince(began);
            LiveCounters.tell(before, LiveCounters.read(ledger), millis, ledger);
            ledger.block("watch").add(new Watch(Duration.ofMillis(millis)), "watched for " + millis + " ms");
            List<Neighbour> neighbours = state.neighbours();
            LiveLookups lookups = state.lookups();
            Route chosen = lookups.to(peer, null);
            IpAddress own = seen(sockets, peer, state, ledger);
            if (own == null) {
                own = state.own(peer, chosen, neighbours);
            }
            if (own != null) {
                if (state.holds(own)) {
                    lookups.to(peer, own);
                }
                lookups.arriving(own, peer);
            }
            return new Sight(ledger.host(), own, peer, ledger.seen(), ledger.gaps());
        }
    }

    /** The own address that the peer was seen to come to. */
    private static @Nullable IpAddress seen(PeerSockets sockets, IpAddress peer, State state, Ledger ledger) {
        List<IpAddress> own = sockets.ownAddresses();
        if (!own.isEmpty()) {
            return own.getFirst();
        }
        for (Observation<?> observation : ledger.seen()) {
            if (observation.fact() instanceof Frame frame
                    && "In".equals(frame.direction())
                    && frame.body() instanceof Frame.Tcp tcp
                    && peer.equals(tcp.source().address())
                    && tcp.destination().address() != null
                    && state.holds(tcp.destination().address())) {
                return tcp.destination().address();
            }
        }
        return null;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
