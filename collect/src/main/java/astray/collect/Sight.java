package astray.collect;

import astray.facts.IpAddress;
import astray.facts.Observation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a live host.
 *
 * @param host the host's name, as the origins have it
 * @param own its own address towards the other end of the question; {@code null} for none
 * @param other the other end's address; {@code null} when its name has none
 * @param observations the facts
 * @param gaps what could not be looked at
 */
public record Sight(
        String host,
        @Nullable IpAddress own,
        @Nullable IpAddress other,
        List<Observation<?>> observations,
        List<Gap> gaps) {

    /** Copies the lists. */
    public Sight {
        observations = List.copyOf(observations);
        gaps = List.copyOf(gaps);
    }
}
