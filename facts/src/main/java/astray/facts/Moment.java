package astray.facts;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time as a tool printed it. Few of them print all of it: what is missing is left open here and filled in, where
 * it can be, by reasoning.
 */
public sealed interface Moment {

    /** A date with its year and a time; the zone where the text gives one. */
    record Dated(LocalDateTime at, @Nullable ZoneOffset offset) implements Moment {}

    /** A month (1 to 12), a day (1 to 31) and a time without a year, as syslog prints them. */
    record Yearless(int month, int day, LocalTime time) implements Moment {}

    /** A time of day without a date, as tcpdump prints it. */
    record OfDay(LocalTime time) implements Moment {}

    /** The time since the kernel started, as dmesg prints it. */
    record SinceBoot(Duration elapsed) implements Moment {}

    /** The time since the line before, or since the first line (tcpdump -ttt, -ttttt). */
    record Elapsed(Duration elapsed, boolean sinceFirst) implements Moment {}
}
