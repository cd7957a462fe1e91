package astray.instruments.dmesg;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A record's time in the forms that dmesg has, the width of the last one kept for the lines below. */
final class Stamps {
    private static final long SECOND = 1_000_000;
    private static final DateTimeFormatter CALENDAR =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MMMppd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss,SSSSSSxxx", Locale.ROOT);

    private final Settings settings;
    private final long epoch;
    private final ZoneId zone;
    private final StringBuilder text = new StringBuilder();
    private long before;

    /** The minute of the year that was printed last; the original begins with midnight of the first of January. */
    private int minute;

    private boolean turn;

    /**
     * Prepares to print times.
     *
     * @param epoch what the records' times count from, in microseconds since 1970
     */
    Stamps(Settings settings, long epoch, ZoneId zone) {
        this.settings = settings;
        this.epoch = epoch;
        this.zone = zone;
    }

    /** The time of the next record. */
    CharSequence of(LogRecord entry) {
        long delta = before == 0 ? 0 : entry.micros - before;
        before = entry.micros;
        turn = false;
        text.setLength(0);
        if (settings.raw) {
            text.append('<').append(entry.rawPriority()).append(">[");
            return sinceBoot(entry.micros).append("] ");
        }
        switch (settings.time) {
            case NONE -> {}
            case SINCE_BOOT -> {
                text.append('[');
                sinceBoot(entry.micros);
                beside(delta);
            }
            case DELTA -> {
                text.append("[<");
                seconds(delta, 12, false).append(">] ");
            }
            case CALENDAR -> {
                text.append('[').append(CALENDAR.format(local(entry)));
                beside(delta);
            }
            case RELATIVE -> relative(entry, delta);
            case ISO -> text.append(ISO.format(local(entry))).append(' ');
        }
        return text;
    }

    /** {@code   450.212292}, as JSON has it. */
    CharSequence plain(LogRecord entry) {
        text.setLength(0);
        return sinceBoot(entry.micros);
    }

    /** Whether the last relative time began a new minute. */
    boolean isTurn() {
        return turn;
    }

    private ZonedDateTime local(LogRecord entry) {
        long micros = epoch + entry.micros;
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1000)
                .atZone(zone);
    }

    private void beside(long delta) {
        if (settings.delta) {
            text.append(" <");
            seconds(delta, 12, false).append('>');
        }
        text.append("] ");
    }

    private void relative(LogRecord entry, long delta) {
        LocalDateTime time = local(entry).toLocalDateTime();
        int now = ((time.getDayOfYear() - 1) * 24 + time.getHour()) * 60 + time.getMinute();
        turn = now != minute;
        minute = now;
        text.append('[');
        if (turn) {
            text.append(MINUTE.format(time));
        } else {
            text.append(delta < 10 * SECOND ? "  " : " ");
            seconds(delta, 0, true);
        }
        text.append("] ");
    }

    /** {@code %5ld.%06ld}. */
    private StringBuilder sinceBoot(long micros) {
        return seconds(micros, 12, false);
    }

    /** {@code %*.06f} of microseconds, with the sign always where that is asked for. */
    private StringBuilder seconds(long micros, int width, boolean signed) {
        int start = text.length();
        if (micros < 0 || signed) {
            text.append(micros < 0 ? '-' : '+');
        }
        long whole = Math.abs(micros);
        text.append(whole / SECOND).append('.');
        String fraction = Long.toString(whole % SECOND);
        text.repeat("0", 6 - fraction.length()).append(fraction);
        if (text.length() - start < width) {
            text.insert(start, " ".repeat(width - text.length() + start));
        }
        return text;
    }
}
