package astray.instruments.dmesg;

import astray.instruments.time.Civil;
import astray.instruments.time.Zone;

/** A record's time in the forms that dmesg has, the width of the last one kept for the lines below. */
final class Stamps {
    private static final long SECOND = 1_000_000;
    private static final int MINUTES_OF_DAY = 24 * 60;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String DAYS = "SunMonTueWedThuFriSat";

    private final Settings settings;
    private final long epoch;
    private final Zone zone;
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
    Stamps(Settings settings, long epoch, Zone zone) {
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
                Civil time = local(entry);
                text.append('[')
                        .append(DAYS, 3 * time.weekday(), 3 * time.weekday() + 3)
                        .append(' ');
                month(time).append(' ');
                day(time).append(' ');
                minute(time).append(':');
                digits(time.second(), 2).append(' ').append(time.year());
                beside(delta);
            }
            case RELATIVE -> relative(entry, delta);
            case ISO -> iso(entry);
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

    private Civil local(LogRecord entry) {
        return zone.civil(Math.floorDiv(epoch + entry.micros, SECOND));
    }

    /** {@code 2025-11-30T08:00:01,500000+08:00}. */
    private void iso(LogRecord entry) {
        long micros = epoch + entry.micros;
        Civil time = local(entry);
        digits(time.year(), 4).append('-');
        digits(time.month(), 2).append('-');
        digits(time.day(), 2).append('T');
        minute(time).append(':');
        digits(time.second(), 2).append(',');
        digits((int) Math.floorMod(micros, SECOND), 6);
        int offset = zone.offset(Math.floorDiv(micros, SECOND)) / 60;
        text.append(offset < 0 ? '-' : '+');
        digits(Math.abs(offset) / 60, 2).append(':');
        digits(Math.abs(offset) % 60, 2).append(' ');
    }

    private StringBuilder month(Civil time) {
        return text.append(MONTHS, 3 * time.month() - 3, 3 * time.month());
    }

    /** The day of the month, a blank before a single digit. */
    private StringBuilder day(Civil time) {
        return text.append(time.day() < 10 ? " " : "").append(time.day());
    }

    /** {@code 08:00}. */
    private StringBuilder minute(Civil time) {
        digits(time.hour(), 2).append(':');
        return digits(time.minute(), 2);
    }

    private StringBuilder digits(int number, int width) {
        String shown = Integer.toString(number);
        return text.repeat("0", Math.max(0, width - shown.length())).append(shown);
    }

    private void beside(long delta) {
        if (settings.delta) {
            text.append(" <");
            seconds(delta, 12, false).append('>');
        }
        text.append("] ");
    }

    private void relative(LogRecord entry, long delta) {
        Civil time = local(entry);
        int now = time.dayOfYear() * MINUTES_OF_DAY + time.hour() * 60 + time.minute();
        turn = now != minute;
        minute = now;
        text.append('[');
        if (turn) {
            month(time);
            day(time).append(' ');
            minute(time);
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
