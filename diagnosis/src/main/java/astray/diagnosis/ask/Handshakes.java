package astray.diagnosis.ask;

import astray.facts.Endpoint;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handshakes of TCP (RFC 9293, section 3.5) that a capture with directions saw whole on the target: a SYN came in, the
 * answer went out, and its acknowledgement came in. That proves both ways. Where the answer went out again after it,
 * the target took no notice (a full accept queue), and nothing is proven.
 */
final class Handshakes {
    private enum Step {
        ASKED,
        ANSWERED
    }

    private Handshakes() {}

    static List<Observation<Frame>> of(List<Observation<Frame>> frames, IpAddress peer, @Nullable Integer port) {
        Map<Endpoint, Step> steps = new HashMap<>();
        Map<Endpoint, Observation<Frame>> done = new HashMap<>();
        for (Observation<Frame> seen : frames) {
            if (!(seen.fact().body() instanceof Frame.Tcp tcp)) {
                continue;
            }
            boolean in = "In".equals(seen.fact().direction())
                    && peer.equals(tcp.source().address());
            boolean out = "Out".equals(seen.fact().direction())
                    && peer.equals(tcp.destination().address());
            Integer own = in ? tcp.destination().port() : tcp.source().port();
            if (!in && !out || port != null && !port.equals(own)) {
                continue;
            }
            Endpoint other = in ? tcp.source() : tcp.destination();
            if (in && tcp.opens()) {
                steps.put(other, Step.ASKED);
            } else if (out && tcp.accepts()) {
                done.remove(other);
                steps.computeIfPresent(other, (_, _) -> Step.ANSWERED);
            } else if (in && steps.get(other) == Step.ANSWERED && !tcp.resets()) {
                done.putIfAbsent(other, seen);
            }
        }
        return new ArrayList<>(done.values());
    }

    /** The asker's ends of connections that such a handshake opened. */
    static Set<Endpoint> openedBy(List<Observation<Frame>> handshakes) {
        Set<Endpoint> opened = new HashSet<>();
        for (Observation<Frame> seen : handshakes) {
            if (seen.fact().body() instanceof Frame.Tcp tcp) {
                opened.add(tcp.source());
            }
        }
        return opened;
    }
}
