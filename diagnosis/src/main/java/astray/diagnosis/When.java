package astray.diagnosis;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A point in time on the calendar.
 *
 * @param at the local date and time
 * @param offset the offset from UTC; {@code null} when nothing tells
 * @param inferred whether any part of it was worked out instead of read
 * @param from what it was worked out from; {@code null} when nothing was
 */
public record When(
        LocalDateTime at,
        @Nullable ZoneOffset offset,
        boolean inferred,
        @Nullable Phrase from) implements Comparable<When> {

    @Override
    public int compareTo(When other) {
        return at.compareTo(other.at);
    }
}
