package astray.collect.live;

import astray.collect.Gap;
import astray.collect.capture.WireTap;
import astray.facts.Capture;
import astray.facts.Coverage;
import astray.facts.Endpoint;
import astray.facts.Frame;
import astray.facts.FrameCount;
import astray.facts.IpAddress;
import astray.kernel.ErrnoException;
import astray.kernel.packet.PeerCapture;
import astray.kernel.packet.Sighting;
import astray.kernel.packet.Sightings;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the peer's packets while everything else is looked at, on a thread of its own. Nothing is sent. Ends when it
 * is told to.
 */
final class LiveCapture {
    private static final int SLICE_MILLIS = 50;

    /** More do not fit into a socket's buffer of the usual size. */
    private static final int MOST_WAITING = 4_096;

    private final IpAddress peer;
    private final WireTap tap = new WireTap();
    private final Thread thread;
    private final CountDownLatch listening = new CountDownLatch(1);
    private volatile boolean over;
    private volatile boolean heard;
    private @Nullable ErrnoException failure;
    private long dropped;

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
            while (!over) {
                take(capture.next(SLICE_MILLIS));
            }
            // what came before it was told to end still waits in the socket
            for (int i = 0; i < MOST_WAITING && take(capture.next(0)); i++) {}
            dropped = capture.dropped();
        } catch (ErrnoException e) {
            failure = e;
        } finally {
            listening.countDown();
        }
    }

    private boolean take(@Nullable Sighting packet) {
        if (packet == null) {
            return false;
        }
        tap.add(packet);
        heard |= isFromPeer(packet);
        return true;
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
        Ledger.Block shown = ledger.block("tcpdump");
        long left = tap.tell(interfaces::name, (fact, text) -> {
            Frame frame = fact instanceof FrameCount alike ? alike.like() : (Frame) fact;
            if (frame.body() instanceof Frame.Resolution || isOfPeer(frame)) {
                shown.add(fact, text);
            }
        });
        shown.add(new Capture("any", "LINUX_SLL2", tap.packets(), dropped), words());
        if (left > 0 || dropped > 0) {
            ledger.gap(Gap.What.PACKETS, peer.toString(), Gap.Why.LIMIT, "");
        } else {
            shown.whole(Coverage.Topic.CAPTURE, peer.family(), "host " + peer);
        }
    }

    /** As tcpdump says it at its end. */
    private String words() {
        return tap.packets() + (tap.packets() == 1 ? " packet" : " packets") + " captured\n" + dropped
                + (dropped == 1 ? " packet" : " packets") + " dropped by kernel";
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
