package astray.diagnosis.wire;

import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Moment;
import astray.facts.Observation;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host asking for a neighbour's link-layer address (ARP, or neighbour solicitation), as a capture on that host
 * shows it.
 *
 * @param about the address asked for
 * @param dev the interface it is asked on, where that is known
 * @param requests the requests, in the order seen
 * @param count how many requests there were: more than are listed where a capture holds too many of them
 * @param answered whether an answer is in the same capture
 */
public record Asking(
        IpAddress about, @Nullable String dev, List<Observation<Frame>> requests, long count, boolean answered) {

    /** Copies the list. */
    public Asking {
        requests = List.copyOf(requests);
    }

    /** The middle of the gaps between requests; {@code null} for fewer than two requests or without times of day. */
    public @Nullable Duration gap() {
        List<Duration> gaps = new java.util.ArrayList<>();
        Moment last = null;
        for (Observation<Frame> seen : requests) {
            Moment at = seen.fact().at();
            if (last instanceof Moment.OfDay(var before) && at instanceof Moment.OfDay(var now)) {
                gaps.add(Duration.between(before, now).abs());
            } else if (last instanceof Moment.Dated(var before, var _) && at instanceof Moment.Dated(var now, var _)) {
                gaps.add(Duration.between(before, now).abs());
            }
            last = at;
        }
        gaps.sort(null);
        return gaps.isEmpty() ? null : gaps.get(gaps.size() / 2);
    }
}
