package astray.transcript.capture;

import astray.facts.Moment;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * The time at the beginning of a line, in the forms that {@code -t} chooses: the time of day, none ({@code -t}),
 * seconds since 1970 ({@code -tt}), the time since the line before ({@code -ttt}) or the first ({@code -ttttt}), date
 * and time ({@code -tttt}). The fraction has 6 digits, or 9 with {@code --nano}.
 *
 * @param at the moment
 * @param next where the text behind it and its blank begins
 */
record Stamp(Moment at, int next) {
    /** What a time without a date means. */
    enum Clock {
        OF_DAY,
        SINCE_LINE_BEFORE,
        SINCE_FIRST_LINE
    }

    private static final long NANOS = 1_000_000_000L;
    private static final int MIN_EPOCH_DIGITS = 9;
    private static final int MAX_EPOCH_DIGITS = 11;

    /** Reads the time that begins here; {@code null} when none does. */
    static @Nullable Stamp parse(String text, int from, Clock clock) {
        int digits = digits(text, from);
        int after = from + digits;
        if (digits == 0 || after >= text.length()) {
            return null;
        }
        return switch (text.charAt(after)) {
            case ':' -> digits == 2 ? time(text, from, clock) : null;
            case '.' -> digits < MIN_EPOCH_DIGITS || digits > MAX_EPOCH_DIGITS ? null : epoch(text, from, after);
            case '-' -> digits == 4 ? date(text, from) : null;
            default -> null;
        };
    }

    private static @Nullable Stamp epoch(String text, int from, int point) {
        int fraction = fraction(text, point);
        if (fraction == 0) {
            return null;
        }
        long seconds = number(text, from, point);
        LocalDateTime at = LocalDateTime.ofEpochSecond(seconds, nanos(text, point + 1, fraction), ZoneOffset.UTC);
        return new Stamp(new Moment.Dated(at, ZoneOffset.UTC), point + fraction + 2);
    }

    private static @Nullable Stamp date(String text, int from) {
        int space = from + 10;
        if (space >= text.length()
                || text.charAt(from + 7) != '-'
                || text.charAt(space) != ' '
                || digits(text, from + 5) != 2
                || digits(text, from + 8) != 2) {
            return null;
        }
        int year = (int) number(text, from, from + 4);
        int month = (int) number(text, from + 5, from + 7);
        int day = (int) number(text, from + 8, from + 10);
        if (month < 1
                || month > 12
                || day < 1
                || day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        Stamp time = time(text, space + 1, Clock.OF_DAY);
        return time != null && time.at instanceof Moment.OfDay(LocalTime ofDay)
                ? new Stamp(new Moment.Dated(LocalDate.of(year, month, day).atTime(ofDay), null), time.next)
                : null;
    }

    private static @Nullable Stamp time(String text, int from, Clock clock) {
        int point = from + 8;
        if (point >= text.length()
                || digits(text, from) != 2
                || text.charAt(from + 2) != ':'
                || digits(text, from + 3) != 2
                || text.charAt(from + 5) != ':'
                || digits(text, from + 6) != 2
                || text.charAt(point) != '.') {
            return null;
        }
        int fraction = fraction(text, point);
        int hour = (int) number(text, from, from + 2);
        int minute = (int) number(text, from + 3, from + 5);
        int second = (int) number(text, from + 6, from + 8);
        if (fraction == 0 || minute > 59 || second > 59 || (hour > 23 && clock == Clock.OF_DAY)) {
            return null;
        }
        int nanos = nanos(text, point + 1, fraction);
        Moment at = clock == Clock.OF_DAY
                ? new Moment.OfDay(LocalTime.of(hour, minute, second, nanos))
                : new Moment.Elapsed(
                        Duration.ofSeconds(hour * 3600L + minute * 60L + second, nanos),
                        clock == Clock.SINCE_FIRST_LINE);
        return new Stamp(at, point + fraction + 2);
    }

    /** The number of digits behind the point: 6 or 9 and then a blank, else 0. */
    private static int fraction(String text, int point) {
        int count = digits(text, point + 1);
        int end = point + 1 + count;
        boolean blank = end < text.length() && text.charAt(end) == ' ';
        return blank && (count == 6 || count == 9) ? count : 0;
    }

    private static int nanos(String text, int from, int count) {
        int value = (int) number(text, from, from + count);
        return count == 6 ? value * 1000 : value;
    }

    static int digits(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return Math.max(i - from, 0);
    }

    private static long number(String text, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    /** Prints a moment and a blank, as the option prints it that makes such moments; nothing for none. */
    static void print(@Nullable Moment at, Appendable out) throws IOException {
        switch (at) {
            case null -> {}
            case Moment.OfDay(LocalTime time) -> {
                time(time, out);
                out.append(' ');
            }
            case Moment.Dated(LocalDateTime dated, ZoneOffset offset)
            when offset != null -> {
                out.append(Long.toString(dated.toEpochSecond(offset)));
                fraction(dated.get(ChronoField.NANO_OF_SECOND), out);
                out.append(' ');
            }
            case Moment.Dated(LocalDateTime dated, ZoneOffset none) -> {
                out.append(dated.toLocalDate().toString()).append(' ');
                time(dated.toLocalTime(), out);
                out.append(' ');
            }
            case Moment.Elapsed(Duration elapsed, boolean first) -> {
                // tcpdump leaves room for a sign
                out.append(' ');
                clock(elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart(), out);
                fraction(elapsed.toNanosPart(), out);
                out.append(' ');
            }
            case Moment.Yearless other -> {}
            case Moment.SinceBoot other -> {}
        }
    }

    private static void time(LocalTime time, Appendable out) throws IOException {
        clock(time.getHour(), time.getMinute(), time.getSecond(), out);
        fraction(time.getNano(), out);
    }

    private static void clock(long hours, int minutes, int seconds, Appendable out) throws IOException {
        padded(hours, 2, out);
        out.append(':');
        padded(minutes, 2, out);
        out.append(':');
        padded(seconds, 2, out);
    }

    private static void fraction(int nanos, Appendable out) throws IOException {
        out.append('.');
        if (nanos % 1000 == 0) {
            padded(nanos / 1000, 6, out);
        } else {
            padded(nanos % NANOS, 9, out);
        }
    }

    private static void padded(long value, int width, Appendable out) throws IOException {
        String digits = Long.toString(value);
        for (int i = digits.length(); i < width; i++) {
            out.append('0');
        }
        out.append(digits);
    }
}
