package astray.packet.file;

import astray.packet.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * An interface of a pcapng section, as its description block tells.
 *
 * @param ticks how many time units a second has; as unsigned
 * @param addedSeconds what is to be added to every time
 * @param name what the capturing machine called it (if_name), whatever stands there; {@code null} when not said
 */
record Interface(
        LinkType linkType,
        int snapshotLength,
        long ticks,
        long addedSeconds,
        @Nullable String name) {
    /** Unless an option says otherwise. */
    static final long MICROSECONDS = 1_000_000;

    /** The parts of a second that remain beyond whole seconds, in nanoseconds. */
    long nanos(long time) {
        long rest = Long.remainderUnsigned(time, ticks);
        if (ticks == MICROSECONDS) {
            return rest * 1000;
        }
        if (Long.compareUnsigned(rest, Long.MAX_VALUE / 1_000_000_000) <= 0) {
            return Long.divideUnsigned(rest * 1_000_000_000, ticks);
        }
        // So fine a resolution that the product does not fit: 0x1p-64 of a second is far below a nanosecond.
        return Math.min(999_999_999, (long) (unsigned(rest) / unsigned(ticks) * 1e9));
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0;
    }

    long seconds(long time) {
        return Long.divideUnsigned(time, ticks) + addedSeconds;
    }
}
