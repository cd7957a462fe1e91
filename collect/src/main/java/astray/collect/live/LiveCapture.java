package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Capture;
import astray.facts.Coverage;
import astray.facts.Endpoint;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.kernel.ErrnoException;
import astray.kernel.packet.PeerCapture;
import astray.kernel.packet.Sighting;
import astray.kernel.packet.Sightings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the peer's packets while everything else is looked at, on a thread of its own. Nothing is sent. Ends when it
 * is told to.
 */
final class LiveCapture {
    private static final int MOST = 2_000;
    private static final int SLICE_MILLIS = 50;

    private final IpAddress peer;
    private final List<Sighting> seen = new ArrayList<>();
    private final Thread thread;
    private final CountDownLatch listening = new CountDownLatch(1);
    private volatile boolean over;
    private volatile boolean heard;
    private @Nullable ErrnoException failure;
    private boolean cut;

    private LiveCapture(IpAddress peer) {
        this.peer = peer;
        thread = Thread.ofPlatform().name("capture").daemon().unstarted(this::run);
    }

    static LiveCapture start(IpAddress peer) {
        LiveCapture capture = new LiveCapture(peer);
        capture.thread.start();
        return capture;
    }

    private void run() {
        try (PeerCapture capture = PeerCapture.of(peer)) {
            listening.countDown();
            Sighting next;
            boolean ending;
            do {
                ending = over;
                next = capture.next(ending ? 0 : SLICE_MILLIS);
                if (next != null && seen.size() < MOST) {
                    seen.add(next);
                    heard |= isFromPeer(next);
                } else if (next != null) {
                    cut = true;
                    return;
                }
                // what came before it was told to end still waits in the socket
            } while (!ending || next != null);
        } catch (ErrnoException e) {
            failure = e;
        } finally {
            listening.countDown();
        }
    }

    /** Waits until nothing is missed any more, or it is clear that nothing can be seen. */
    LiveCapture listening() throws InterruptedException {
        listening.await();
        return this;
    }

    /** Whether anything that the peer sent was seen, the answers to echoes aside. */
    boolean heard() {
        return heard;
    }

    private boolean isFromPeer(Sighting packet) {
        return packet.kind() == Sighting.HOST
                && (packet.protocol() == Sightings.IPV4
                        ? packet.u8(9) == Sightings.TCP && peer.equals(IpAddress.v4(packet.be32(12)))
                        // its address ends in the last four bytes of the source
                        : packet.protocol() == Sightings.IPV6
                                && packet.u8(6) == Sightings.TCP
                                && (int) peer.low() == packet.be32(20));
    }

    /** Has it end. */
    void stop() {
        over = true;
    }

    /** Ends it, and tells what was seen. */
    void end(Interfaces interfaces, Ledger ledger) throws InterruptedException {
        stop();
        thread.join();
        if (failure != null) {
            ledger.refused(Gap.What.PACKETS, peer.toString(), failure);
            return;
        }
        if (cut) {
            ledger.gap(Gap.What.PACKETS, peer.toString(), Gap.Why.LIMIT, "");
        }
        Ledger.Block shown = ledger.block("tcpdump");
        Quote quote = new Quote("tcpdump");
        PeerFrames frames = new PeerFrames();
        int count = 0;
        for (Sighting sighting : seen) {
            Frame frame = frames.of(sighting, interfaces);
            if (frame != null && (frame.body() instanceof Frame.Resolution || isOfPeer(frame))) {
                shown.add(frame, quote.lastLine(frame));
                count++;
            }
        }
        shown.add(new Capture("any", "LINUX_SLL2", (long) count, null), count + " packets captured");
        if (!cut) {
            shown.whole(Coverage.Topic.CAPTURE, peer.family(), "host " + peer);
        }
    }

    private boolean isOfPeer(Frame frame) {
        return switch (frame.body()) {
            case Frame.Tcp(Endpoint source, Endpoint destination, var _, var _, var _) ->
                peer.equals(source.address()) || peer.equals(destination.address());
            case Frame.Udp(Endpoint source, Endpoint destination, var _) ->
                peer.equals(source.address()) || peer.equals(destination.address());
            // an error of anybody's may be about the peer
            case Frame.Icmp icmp ->
                peer.equals(icmp.source().address())
                        || peer.equals(icmp.destination().address())
                        || icmp.details().contains(peer.toString());
            case Frame.Resolution _ -> true;
            case Frame.Other _ -> false;
        };
    }
}
