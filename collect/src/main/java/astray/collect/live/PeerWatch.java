package astray.collect.live;

import astray.collect.Gap;
import astray.collect.Sight;
import astray.facts.Address;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.Route;
import astray.facts.Sysctl;
import astray.facts.Watch;
import astray.kernel.ErrnoException;
import astray.kernel.Signals;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Why can a peer not reach this host? Looks at the host's state, and for about a second at what the peer does: somebody
 * who cannot get through mostly keeps trying.
 */
public final class PeerWatch {
    private static final long WATCH_MILLIS = 1_120;
    private static final long SLICE_MILLIS = 10;

    /** Neighbours are asked for once a second, three times, and then again with the next try. */
    private static final long LISTEN_MILLIS = 2_100;

    /** A try is repeated after one second and then after two more: the second may be the first that is seen. */
    private static final long LONG_WATCH_MILLIS = 2_300;

    /** What follows the first sign of the peer. */
    private static final long AFTERMATH_MILLIS = 200;

    private static final int ECHOES = 2;
    private static final long ECHO_MILLIS = 450;
    private static final int HOPS = 2;
    private static final int MOST_OWN = 4;

    private PeerWatch() {}

    /**
     * Looks.
     *
     * @param peer the peer's address
     * @param port the port that it wants; {@code null} for any
     * @param passive whether nothing may be sent
     * @param watch how long to look at what the peer does; {@code null} for about as long as a try is repeated
     */
    public static Sight look(
            IpAddress peer, @Nullable Integer port, boolean passive, @Nullable Duration watch, Ledger ledger)
            throws ErrnoException, InterruptedException {
        long began = System.nanoTime();
        Map<String, Long> before = LiveCounters.read(ledger);
        PeerSockets sockets = PeerSockets.start(peer, port);
        LiveCapture capture = LiveCapture.start(peer);
        try (State state = State.read(peer, ledger)) {
            LiveLookups lookups = state.lookups();
            Route chosen = lookups.toPort(peer, null);
            if (passive) {
                ledger.gap(Gap.What.PEER_ANSWER, peer.toString(), Gap.Why.PASSIVE, "");
            } else if (!sockets.opened() && !peer.isLoopback()) {
                if (mayKeepSilent(ledger)) {
                    // whoever is asked learns from it where this host is: first see who asks in vain
                    await(sockets, began, LISTEN_MILLIS);
                }
                ask(peer, chosen, state, ledger);
            }
            if (watch == null) {
                await(sockets, capture, began);
            } else {
                await(watch.toMillis() - millisSince(began));
            }
            sockets.end(ledger);
            capture.end(state.interfaces(), ledger);
            long millis = millisSince(began);
            LiveCounters.tell(before, LiveCounters.read(ledger), millis, ledger);
            ledger.block("watch").add(new Watch(Duration.ofMillis(millis)), "watched for " + millis + " ms");
            List<Neighbour> neighbours = state.neighbours();
            IpAddress own = seen(sockets, peer, state, ledger);
            if (own == null && port != null) {
                own = LiveSockets.strayAddress(port, peer.family(), state, ledger.seen());
            }
            if (own == null) {
                own = state.own(peer, chosen, neighbours);
            }
            if (own != null) {
                if (state.holds(own)) {
                    lookups.answering(peer, own, port, port == null ? -1 : state.userListeningOn(port));
                }
                lookups.arriving(own, peer, port);
            }
            return new Sight(ledger.host(), own, peer, ledger.seen(), ledger.gaps());
        } finally {
            sockets.stop();
            capture.stop();
        }
    }

    /** Whether the peer answers, who forwards, and whether the next hop and the own addresses are whose they should be. */
    private static void ask(IpAddress peer, @Nullable Route chosen, State state, Ledger ledger) throws ErrnoException {
        Asking round = new Asking(peer.toString());
        round.echo(peer, ECHOES, ECHO_MILLIS);
        String dev = chosen == null ? null : chosen.dev();
        if (chosen != null && dev != null && !state.holds(peer)) {
            IpAddress via = chosen.via();
            if (via != null) {
                round.hops(peer, 1, HOPS, 2);
            }
            // as nobody: a request that names its sender would mend the neighbour's wrong entry of this host, if it has
            // one
            if (Asking.resolves(state.interfaces().named(dev))) {
                round.neighbour(dev, via == null ? peer : via, null);
            }
        }
        int count = 0;
        for (Address address : state.addresses()) {
            if (address.address().family() == peer.family()
                    && !address.address().isLoopback()
                    && !address.address().isLinkLocal()
                    && Asking.resolves(state.interfaces().named(address.dev()))
                    && count++ < MOST_OWN) {
                round.neighbour(address.dev(), address.address(), null);
            }
        }
        round.run(ledger);
    }

    /** Whether a setting has this host keep silent where others ask for its addresses. */
    private static boolean mayKeepSilent(Ledger ledger) {
        return ledger.seen().stream()
                .anyMatch(seen -> seen.fact() instanceof Sysctl setting
                        && (setting.key().endsWith(".arp_ignore")
                                || setting.key().endsWith(".arp_filter"))
                        && !setting.value().strip().equals("0"));
    }

    private static void await(PeerSockets sockets, long began, long millis) throws InterruptedException {
        while (!sockets.opened() && millisSince(began) < millis) {
            Thread.sleep(SLICE_MILLIS);
        }
    }

    /** Waits; whoever interrupts the command wants to hear what is known by then. */
    private static void await(long millis) throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(1);
        try (var _ = Signals.handle(enough::countDown, Signals.INTERRUPT, Signals.TERMINATE)) {
            // whether it was interrupted or not, what was seen is told
            boolean _ = enough.await(Math.max(0, millis), TimeUnit.MILLISECONDS);
        }
    }

    /** Waits until the peer is seen to get through, or was given its time; longer while there is no sign of it at all. */
    private static void await(PeerSockets sockets, LiveCapture capture, long began) throws InterruptedException {
        await(sockets, began, WATCH_MILLIS);
        if (sockets.opened() || sockets.any() || capture.heard()) {
            return;
        }
        while (!sockets.any() && !capture.heard() && millisSince(began) < LONG_WATCH_MILLIS) {
            Thread.sleep(SLICE_MILLIS);
        }
        if (sockets.any() || capture.heard()) {
            Thread.sleep(AFTERMATH_MILLIS);
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
