package astray.instruments.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Points in time as people write them: {@code 2026-11-30 00:20}, {@code yesterday}, {@code -5min}, {@code 2h ago}, with
 * a weekday in front if it is the right one (systemd.time(7), dmesg(1)).
 */
public final class TimeWords {
    /** Whose rules: both know most forms, each has some of its own. */
    public enum Dialect {
        /** systemd 252: seconds where no unit stands, {@code @1764000000}, fractions, a zone behind. */
        SYSTEMD,
        /** util-linux 2.38: a unit must stand; {@code 20261130002030}, {@code 2026-11-30T00:20:30}. */
        UTIL_LINUX
    }

    private static final String DATE = "(?<year>\\d{1,4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})";
    private static final String CLOCK =
            "(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?<fraction>\\.\\d+)?)?";

    /** Blanks in a format of strptime(3) stand for any number of them, none too. */
    private static final Pattern FORMS = Pattern.compile(
            "(?:" + DATE + "(?:(?<separator>T|\\s*)" + CLOCK + ")?)|(?:" + CLOCK.replace("<", "<t") + ")");

    private static final Pattern COMPACT = Pattern.compile(
            "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})");

    private static final Pattern WEEKDAY = Pattern.compile(
            "(sun|mon|tue|wed|thu|fri|sat|sunday|monday|tuesday|wednesday|thursday|friday|saturday) (.*)",
            Pattern.CASE_INSENSITIVE);
    private static final String WEEKDAYS = "montuewedthufrisatsun";

    /** The longest text that is looked at. */
    private static final int LONGEST = 256;

    private final Dialect dialect;
    private final Instant now;
    private final ZoneId zone;

    /**
     * Prepares to read.
     *
     * @param dialect whose rules
     * @param now what {@code now} and lengths of time count from
     * @param zone where a time without a zone is meant
     */
    public TimeWords(Dialect dialect, Instant now, ZoneId zone) {
        this.dialect = dialect;
        this.now = now;
        this.zone = zone;
    }

    /**
     * Reads a point in time.
     *
     * @return microseconds since 1970; {@code null} for what is none
     */
    public @Nullable Long micros(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        long base = now.getEpochSecond() * 1_000_000 + now.getNano() / 1000;
        if (text.equals("now")) {
            return base;
        }
        if (text.startsWith("+")) {
            return sum(base, span(text.substring(1)), 1);
        }
        if (text.startsWith("-")) {
            return sum(base, span(text.substring(1)), -1);
        }
        if (text.endsWith(" ago")) {
            return sum(base, span(text.substring(0, text.length() - 4)), -1);
        }
        if (dialect == Dialect.UTIL_LINUX) {
            return calendar(text, zone);
        }
        if (text.startsWith("@")) {
            return span(text.substring(1));
        }
        if (text.endsWith(" left")) {
            return sum(base, span(text.substring(0, text.length() - 5)), 1);
        }
        return zoned(text);
    }

    private @Nullable Long span(String text) {
        return TimeSpan.micros(text, dialect);
    }

    private static @Nullable Long sum(long base, @Nullable Long span, int sign) {
        return span == null || sign > 0 && span > Long.MAX_VALUE - base ? null : base + sign * span;
    }

    /** A time of the calendar with perhaps a zone behind: {@code UTC}, or a name of the zone database. */
    private @Nullable Long zoned(String text) {
        int blank = text.lastIndexOf(' ');
        String last = text.substring(blank + 1);
        Long micros = null;
        if (blank > 0 && last.equals("UTC")) {
            micros = calendar(text.substring(0, blank), ZoneOffset.UTC);
        } else if (blank > 0 && !last.isEmpty() && Character.isLetter(last.charAt(0)) && isZone(last)) {
            micros = calendar(text.substring(0, blank), ZoneId.of(last));
        } else {
            micros = calendar(text, zone);
        }
        return micros == null || micros < 0 ? null : micros;
    }

    private static boolean isZone(String name) {
        return ZoneId.getAvailableZoneIds().contains(name);
    }

    private @Nullable Long calendar(String text, ZoneId where) {
        LocalDate today = now.atZone(where).toLocalDate();
        return switch (text) {
            case "today" -> start(today, where);
            case "yesterday" -> start(today.minusDays(1), where);
            case "tomorrow" -> start(today.plusDays(1), where);
            default -> {
                Matcher weekday = WEEKDAY.matcher(text);
                boolean named = weekday.matches();
                ZonedDateTime time = written(named ? weekday.group(2) : text, today, where);
                if (time == null
                        || named
                                && !WEEKDAYS.startsWith(
                                        weekday.group(1)
                                                .toLowerCase(Locale.ROOT)
                                                .substring(0, 3),
                                        3 * (time.getDayOfWeek().getValue() - 1))) {
                    yield null;
                }
                yield time.toEpochSecond() * 1_000_000 + time.getNano() / 1000;
            }
        };
    }

    private static long start(LocalDate day, ZoneId where) {
        return day.atStartOfDay(where).toEpochSecond() * 1_000_000;
    }

    private @Nullable ZonedDateTime written(String text, LocalDate today, ZoneId where) {
        Matcher compact = COMPACT.matcher(text);
        if (dialect == Dialect.UTIL_LINUX && compact.matches()) {
            return time(
                    date(compact.group("year"), compact.group("month"), compact.group("day")),
                    compact.group("hour"),
                    compact.group("minute"),
                    compact.group("second"),
                    null,
                    where);
        }
        Matcher form = FORMS.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String second = form.group("second");
        if (form.group("year") == null) {
            return time(
                    today,
                    form.group("thour"),
                    form.group("tminute"),
                    form.group("tsecond"),
                    form.group("tfraction"),
                    where);
        }
        if ("T".equals(form.group("separator")) && (dialect != Dialect.UTIL_LINUX || second == null)) {
            return null;
        }
        return time(
                date(form.group("year"), form.group("month"), form.group("day")),
                form.group("hour"),
                form.group("minute"),
                second,
                form.group("fraction"),
                where);
    }

    /** A day beyond its month's end is one of the next, as for mktime(3). */
    private static @Nullable LocalDate date(String year, String month, String day) {
        int y = Integer.parseInt(year);
        if (year.length() <= 2) {
            y += y < 69 ? 2000 : 1900;
        }
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        return m < 1 || m > 12 || d < 1 || d > 31 ? null : LocalDate.of(y, m, 1).plusDays(d - 1);
    }

    private @Nullable ZonedDateTime time(
            @Nullable LocalDate date,
            @Nullable String hour,
            @Nullable String minute,
            @Nullable String second,
            @Nullable String fraction,
            ZoneId where) {
        if (date == null || fraction != null && dialect == Dialect.UTIL_LINUX) {
            return null;
        }
        int h = hour == null ? 0 : Integer.parseInt(hour);
        int m = minute == null ? 0 : Integer.parseInt(minute);
        // strptime(3) lets a minute have two leap seconds
        int s = second == null ? 0 : Integer.parseInt(second);
        if (h > 23 || m > 59 || s > 61) {
            return null;
        }
        long nanos = fraction == null ? 0 : Math.round(Double.parseDouble("0" + fraction) * 1_000_000) * 1000;
        return date.atTime(h, m).plusSeconds(s).atZone(where).plusNanos(nanos);
    }
}
