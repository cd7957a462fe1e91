package astray.diagnosis.ask;

import astray.facts.Endpoint;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Moment;
import astray.facts.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A connection that the asker tried to open, seen on the target: its first segment came again, since no answer reached
 * the asker (RFC 9293, section 3.8.1), and nothing shows that it opened or was refused after all.
 *
 * @param first the first segment
 * @param last the last of them
 * @param times how often it was seen
 * @param answered whether the target sent an answer, which then got lost
 */
public record Retry(Observation<Frame> first, Observation<Frame> last, int times, boolean answered) {

    /** The same segment on two interfaces in a moment is no second one; the least time-out there is, is 200 ms. */
    private static final Duration LEAST = Duration.ofMillis(150);

    private record Try(@Nullable String dev, Endpoint from, String sequence) {}

    /** Those of an asker. */
    static List<Retry> of(
            List<Observation<Frame>> frames, Set<Endpoint> opened, IpAddress peer, @Nullable Integer port) {
        return of(
                frames,
                opened,
                (peers, own) -> peer.equals(peers.address()) && (port == null || Objects.equals(port, own.port())));
    }

    /** Those of everybody: only such as a capture with directions shows to come in. */
    static List<Retry> incoming(List<Observation<Frame>> frames) {
        Set<IpAddress> peers = new HashSet<>();
        for (Observation<Frame> seen : frames) {
            if ("In".equals(seen.fact().direction())
                    && seen.fact().body() instanceof Frame.Tcp tcp
                    && tcp.opens()
                    && tcp.source().address() != null) {
                peers.add(tcp.source().address());
            }
        }
        return of(frames, Set.of(), (peer, _) -> peers.contains(peer.address()));
    }

    private static List<Retry> of(
            List<Observation<Frame>> frames, Set<Endpoint> opened, BiPredicate<Endpoint, Endpoint> isPeersAndOwn) {
        Map<Try, List<Observation<Frame>>> tries = new LinkedHashMap<>();
        Set<Endpoint> answered = new HashSet<>();
        Set<Endpoint> over = new HashSet<>(opened);
        for (Observation<Frame> seen : frames) {
            if (!(seen.fact().body() instanceof Frame.Tcp tcp)) {
                continue;
            }
            if (isPeersAndOwn.test(tcp.source(), tcp.destination())) {
                boolean in = !"Out".equals(seen.fact().direction());
                if (!tcp.opens()) {
                    // it goes on: the answer arrived after all
                    over.add(tcp.source());
                } else if (in) {
                    tries.computeIfAbsent(
                                    new Try(seen.fact().dev(), tcp.source(), sequence(tcp.details())),
                                    _ -> new ArrayList<>())
                            .add(seen);
                }
            } else if (isPeersAndOwn.test(tcp.destination(), tcp.source())) {
                if (tcp.accepts()) {
                    answered.add(tcp.destination());
                } else if (tcp.resets()) {
                    over.add(tcp.destination());
                }
            }
        }
        List<Retry> retries = new ArrayList<>();
        for (Map.Entry<Try, List<Observation<Frame>>> entry : tries.entrySet()) {
            Endpoint from = entry.getKey().from();
            int times = times(entry.getValue());
            if (times > 1 && !over.contains(from)) {
                retries.add(new Retry(
                        entry.getValue().getFirst(), entry.getValue().getLast(), times, answered.contains(from)));
            }
        }
        return retries;
    }

    /** Time stamps and the like differ in each. */
    private static String sequence(String details) {
        int comma = details.indexOf(',');
        return comma < 0 ? details : details.substring(0, comma);
    }

    private static int times(List<Observation<Frame>> seen) {
        int times = 0;
        Moment last = null;
        for (Observation<Frame> frame : seen) {
            Moment at = frame.fact().at();
            Duration gap = between(last, at);
            if (last == null || gap != null && gap.compareTo(LEAST) >= 0) {
                times++;
                last = at;
            }
        }
        return times;
    }

    private static @Nullable Duration between(@Nullable Moment before, @Nullable Moment after) {
        if (before instanceof Moment.Dated(var from, var _) && after instanceof Moment.Dated(var to, var _)) {
            return Duration.between(from, to);
        }
        return before instanceof Moment.OfDay(var from) && after instanceof Moment.OfDay(var to)
                ? Duration.between(from, to).abs()
                : null;
    }
}
