package astray.instruments.time;

import org.jspecify.annotations.Nullable;

/** Times and spans as systemd writes and reads them (systemd.time(7)), in microseconds. */
public final class SystemdTime {
    /** Beyond this, the year 9999, systemd does not print a time. */
    private static final long LAST = 253_402_214_400_000_000L;

    private static final long SECOND = 1_000_000;
    private static final String[] DAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    private static final String[] WEEKDAYS = {
        "Sunday",
        "Sun",
        "Monday",
        "Mon",
        "Tuesday",
        "Tue",
        "Wednesday",
        "Wed",
        "Thursday",
        "Thu",
        "Friday",
        "Fri",
        "Saturday",
        "Sat"
    };

    private SystemdTime() {}

    /** {@code Tue 2023-11-14 02:26:41 CST}, with microseconds if wanted; {@code null} for none that can be shown. */
    public static @Nullable String text(long micros, Zone zone, boolean fine) {
        if (micros <= 0 || micros >= LAST) {
            return null;
        }
        long seconds = micros / SECOND;
        Civil civil = zone.civil(seconds);
        StringBuilder text = new StringBuilder(40);
        text.append(DAYS[civil.weekday()]).append(' ');
        four(text, civil.year()).append('-');
        two(text, civil.month()).append('-');
        two(text, civil.day()).append(' ');
        two(text, civil.hour()).append(':');
        two(text, civil.minute()).append(':');
        two(text, civil.second());
        if (fine) {
            text.append('.').append(Long.toString(SECOND + micros % SECOND), 1, 7);
        }
        return text.append(' ').append(zone.name(seconds)).toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static StringBuilder four(StringBuilder text, int number) {
        return two(two(text, number / 100), number % 100);
    }

    /** What a span is called and how long it is, the longest first. */
    private enum Unit {
        YEAR("y", 31_557_600 * SECOND),
        MONTH("month", 2_629_800 * SECOND),
        WEEK("w", 604_800 * SECOND),
        DAY("d", 86_400 * SECOND),
        HOUR("h", 3_600 * SECOND),
        MINUTE("min", 60 * SECOND),
        SECONDS("s", SECOND),
        MILLIS("ms", 1_000),
        MICROS("us", 1);

        private final String suffix;
        private final long micros;

        Unit(String suffix, long micros) {
            this.suffix = suffix;
            this.micros = micros;
        }
    }

    /** {@code 3min 7.120s}: a span, cut at an accuracy in microseconds. */
    public static String span(long micros, long accuracy) {
        if (micros == 0) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        long rest = micros;
        for (Unit unit : Unit.values()) {
            if (rest <= 0 || rest < accuracy && !text.isEmpty()) {
                break;
            }
            if (rest < unit.micros) {
                continue;
            }
            long whole = rest / unit.micros;
            long below = rest % unit.micros;
            text.append(text.isEmpty() ? "" : " ").append(whole);
            if (rest < 60 * SECOND && below > 0) {
                // Below a minute with a fraction.
                int digits = 0;
                for (long c = unit.micros; c > 1; c /= 10) {
                    digits++;
                }
                long fraction = below;
                for (long c = accuracy; c > 1; c /= 10) {
                    fraction /= 10;
                    digits--;
                }
                if (digits > 0) {
                    String all = Long.toString(fraction);
                    text.append('.')
                            .append("0".repeat(Math.max(0, digits - all.length())))
                            .append(all);
                    text.append(unit.suffix);
                    break;
                }
            }
            text.append(unit.suffix);
            rest = below;
        }
        return text.toString();
    }

    /** Reads a span, as {@code 1w 2d 3h}; a number without a unit counts seconds. {@code null} when it is none. */
    public static @Nullable Long parseSpan(String text) {
        SpanReader reader = new SpanReader(text);
        return reader.read();
    }

    /**
     * Reads a point in time.
     *
     * @param text as systemd.time(7) describes
     * @param now the time that "now" is, in microseconds since 1970
     * @param zone the zone of what has none
     * @return microseconds since 1970; {@code null} when it is no time
     */
    public static @Nullable Long parse(String text, long now, Zone zone) {
        int space = text.lastIndexOf(' ');
        if (space > 0) {
            String suffix = text.substring(space + 1);
            String rest = text.substring(0, space);
            if (suffix.equals("UTC")) {
                return parse(rest, now, Zone.UTC, true);
            }
            Integer offset = numericOffset(suffix);
            if (offset != null) {
                Long inUtc = parse(rest, now, Zone.UTC, true);
                return inUtc == null ? null : inUtc - offset * SECOND;
            }
            Zone named = suffix.isEmpty() || !Character.isLetter(suffix.charAt(0)) ? null : Zone.named(suffix);
            if (named != null) {
                return parse(rest, now, named, true);
            }
            if (zone.uses(suffix, now / SECOND)) {
                return parse(rest, now, zone, true);
            }
        }
        return parse(text, now, zone, false);
    }

    /** {@code +hhmm} or {@code -hhmm}. */
    private static @Nullable Integer numericOffset(String text) {
        if (text.length() != 5 || text.charAt(0) != '+' && text.charAt(0) != '-') {
            return null;
        }
        int number = 0;
        for (int i = 1; i < 5; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            number = 10 * number + c - '0';
        }
        int seconds = number / 100 * 3600 + number % 100 * 60;
        return text.charAt(0) == '-' ? -seconds : seconds;
    }

    private static @Nullable Long parse(String text, long now, Zone zone, boolean hadZone) {
        if (text.startsWith("@") && !hadZone) {
            return parseSpan(text.substring(1));
        }
        Civil today = zone.civil(now / SECOND);
        switch (text) {
            case "now" -> {
                return now;
            }
            case "today" -> {
                return day(today, 0, zone);
            }
            case "yesterday" -> {
                return day(today, -1, zone);
            }
            case "tomorrow" -> {
                return day(today, 1, zone);
            }
            default -> {
                // One of the many others.
            }
        }
        if (text.startsWith("+")) {
            return moved(now, parseSpan(text.substring(1)), 1);
        }
        if (text.startsWith("-")) {
            return moved(now, parseSpan(text.substring(1)), -1);
        }
        if (text.endsWith(" ago")) {
            return moved(now, parseSpan(text.substring(0, text.length() - 4)), -1);
        }
        if (text.endsWith(" left")) {
            return moved(now, parseSpan(text.substring(0, text.length() - 5)), 1);
        }
        return new DateReader(text, today, zone, weekday(text)).read();
    }

    private static @Nullable Long moved(long now, @Nullable Long span, int sign) {
        if (span == null) {
            return null;
        }
        long moved = now + sign * span;
        return sign > 0 ? moved < now ? null : Long.valueOf(moved) : moved < 0 ? null : Long.valueOf(moved);
    }

    private static long day(Civil today, int days, Zone zone) {
        return zone.seconds(new Civil(today.year(), today.month(), today.day() + days, 0, 0, 0)) * SECOND;
    }

    /** The day of the week a text begins with; -1 for none. */
    private static int weekday(String text) {
        for (int i = 0; i < WEEKDAYS.length; i++) {
            String name = WEEKDAYS[i];
            if (text.regionMatches(true, 0, name, 0, name.length())
                    && text.length() > name.length()
                    && text.charAt(name.length()) == ' ') {
                return i;
            }
        }
        return -1;
    }

    /** Where the date begins behind a day of the week. */
    static int behindWeekday(int weekday) {
        return weekday < 0 ? 0 : WEEKDAYS[weekday].length() + 1;
    }
}
