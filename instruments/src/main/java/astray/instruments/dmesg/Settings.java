package astray.instruments.dmesg;

import org.jspecify.annotations.Nullable;

/** What a command line of dmesg asks for. */
final class Settings {
    /** How a record's time is printed. */
    enum Time {
        /** Not at all. */
        NONE,
        /** {@code [   28.911290]}. */
        SINCE_BOOT,
        /** {@code [<    0.000015>]}: only the time since the record before. */
        DELTA,
        /** {@code [Mon Nov 30 00:23:19 2026]}. */
        CALENDAR,
        /** {@code [Nov30 00:23]} in a new minute, else {@code [  +0.000015]}. */
        RELATIVE,
        /** {@code 2026-11-30T00:23:19,212292+00:00}. */
        ISO
    }

    /** When to colour. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    /** A file to read in place of the kernel's log. */
    @Nullable
    String file;

    /** A bit for each level to print; {@code null} for all. */
    @Nullable
    Long levels;

    /** A bit for each facility to print; {@code null} for all. */
    @Nullable
    Long facilities;

    Time time = Time.SINCE_BOOT;
    Colour colour = Colour.AUTO;

    /** What {@link #colour} comes to on this output. */
    boolean coloured;

    /** The time since the record before is printed beside the record's own. */
    boolean delta;

    boolean decode;
    boolean raw;
    boolean json;
    boolean escape = true;
    boolean pager;
    boolean everyLine;
    boolean follow;
    boolean onlyNew;

    /** Ask by syslog(2), not /dev/kmsg. */
    boolean syslog;

    /** How many bytes to ask syslog(2) for; 0 for all. */
    int size;

    /** Print what is later than this, in microseconds since 1970; {@code null} for no bound. */
    @Nullable
    Long since;

    /** Print what is earlier than this, in microseconds since 1970; {@code null} for no bound. */
    @Nullable
    Long until;

    /** Whether it needs to know who says a record, and how bad it is. */
    boolean needsPriority() {
        return levels != null || facilities != null || decode || json || coloured;
    }

    /** Whether it needs to know what the kernel's clock counts from. */
    boolean needsEpoch() {
        return since != null || until != null || time == Time.CALENDAR || time == Time.RELATIVE || time == Time.ISO;
    }

    /** Whether a record is to be printed. */
    boolean takes(LogRecord entry, long epoch) {
        return (levels == null || entry.facility >= 0 && isIn(levels, entry.level))
                && isIn(facilities, entry.facility)
                && (since == null || epoch + entry.micros > since)
                && (until == null || epoch + entry.micros < until);
    }

    private static boolean isIn(@Nullable Long set, int number) {
        return set == null || number >= 0 && number < Long.SIZE && (set >> number & 1) != 0;
    }
}
