package astray.instruments.time;

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

    private static final long SECOND = 1_000_000;

    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2})(\\d{2})");

    private static final Pattern COMPACT = Pattern.compile(
            "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})");

    private static final Pattern WEEKDAY = Pattern.compile(
            "(sun|mon|tue|wed|thu|fri|sat|sunday|monday|tuesday|wednesday|thursday|friday|saturday) (.*)",
            Pattern.CASE_INSENSITIVE);
    private static final String WEEKDAYS = "montuewedthufrisatsun";

    /** The longest text that is looked at. */
    private static final int LONGEST = 256;

    private final Dialect dialect;
    private final long now;
    private final Zone zone;

    /**
     * Prepares to read.
     *
     * @param dialect whose rules
     * @param now what {@code now} and lengths of time count from, in microseconds since 1970
     * @param zone where a time without a zone is meant
     */
    public TimeWords(Dialect dialect, long now, Zone zone) {
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
        long base = now;
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

    /**
     * A time of the calendar with perhaps a zone behind: {@code UTC}, {@code +0800}, a name of the zone database, or an
     * abbreviation of the zone that is meant anyway.
     */
    private @Nullable Long zoned(String text) {
        int blank = text.lastIndexOf(' ');
        String last = text.substring(blank + 1);
        Long micros = null;
        if (blank > 0 && !last.isEmpty()) {
            String before = text.substring(0, blank);
            Matcher offset = OFFSET.matcher(last);
            boolean letter = Character.isLetter(last.charAt(0));
            Zone named = letter && !last.equals("UTC") ? Zone.named(last) : null;
            if (last.equals("UTC")) {
                micros = calendar(before, Zone.UTC);
            } else if (offset.matches()) {
                Long there = calendar(before, Zone.UTC);
                long minutes = Integer.parseInt(offset.group(2)) * 60L + Integer.parseInt(offset.group(3));
                micros = there == null
                        ? null
                        : Long.valueOf(there - (last.charAt(0) == '-' ? -minutes : minutes) * 60 * SECOND);
            } else if (named != null) {
                micros = calendar(before, named);
            } else if (letter && zone.uses(last, now / SECOND)) {
                micros = calendar(before, zone);
            }
        }
        micros = micros == null ? calendar(text, zone) : micros;
        return micros == null || micros < 0 ? null : micros;
    }

    private @Nullable Long calendar(String text, Zone where) {
        Civil today = where.civil(Math.floorDiv(now, SECOND));
        return switch (text) {
            case "today" -> start(today, 0, where);
            case "yesterday" -> start(today, -1, where);
            case "tomorrow" -> start(today, 1, where);
            default -> {
                Matcher weekday = WEEKDAY.matcher(text);
                boolean named = weekday.matches();
                Written time = written(named ? weekday.group(2) : text, today);
                if (time == null
                        || named
                                && !WEEKDAYS.startsWith(
                                        weekday.group(1)
                                                .toLowerCase(Locale.ROOT)
                                                .substring(0, 3),
                                        3 * ((time.civil.weekday() + 6) % 7))) {
                    yield null;
                }
                yield where.seconds(time.civil) * SECOND + time.micros;
            }
        };
    }

    private static long start(Civil day, int days, Zone where) {
        return where.seconds(new Civil(day.year(), day.month(), day.day() + days, 0, 0, 0)) * SECOND;
    }

    /** A time on the calendar, and microseconds behind it. */
    private record Written(Civil civil, long micros) {}

    private @Nullable Written written(String text, Civil today) {
        Matcher compact = COMPACT.matcher(text);
        if (dialect == Dialect.UTIL_LINUX && compact.matches()) {
            return time(
                    date(compact.group("year"), compact.group("month"), compact.group("day")),
                    compact.group("hour"),
                    compact.group("minute"),
                    compact.group("second"),
                    null);
        }
        Matcher form = FORMS.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String second = form.group("second");
        if (form.group("year") == null) {
            return time(
                    today, form.group("thour"), form.group("tminute"), form.group("tsecond"), form.group("tfraction"));
        }
        if ("T".equals(form.group("separator")) && (dialect != Dialect.UTIL_LINUX || second == null)) {
            return null;
        }
        return time(
                date(form.group("year"), form.group("month"), form.group("day")),
                form.group("hour"),
                form.group("minute"),
                second,
                form.group("fraction"));
    }

    /** A day beyond its month's end is one of the next, as for mktime(3). */
    private static @Nullable Civil date(String year, String month, String day) {
        int y = Integer.parseInt(year);
        if (year.length() <= 2) {
            y += y < 69 ? 2000 : 1900;
        }
        int m = Integer.parseInt(month);
        int d = Integer.parseInt(day);
        return m < 1 || m > 12 || d < 1 || d > 31 ? null : new Civil(y, m, d, 0, 0, 0);
    }

    private @Nullable Written time(
            @Nullable Civil date,
            @Nullable String hour,
            @Nullable String minute,
            @Nullable String second,
            @Nullable String fraction) {
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
        long micros = fraction == null ? 0 : Math.round(Double.parseDouble("0" + fraction) * SECOND);
        return new Written(new Civil(date.year(), date.month(), date.day(), h, m, s), micros);
    }
}
