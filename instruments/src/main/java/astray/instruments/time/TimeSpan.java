package astray.instruments.time;

import org.jspecify.annotations.Nullable;

/** Lengths of time in words: {@code 5min}, {@code 2h 30m}, {@code 1.5 days} (systemd.time(7)). */
final class TimeSpan {
    private static final long SECOND = 1_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private final String text;
    private final TimeWords.Dialect dialect;
    private int at;

    private TimeSpan(String text, TimeWords.Dialect dialect) {
        this.text = text;
        this.dialect = dialect;
    }

    /** The length in microseconds; {@code null} for what is none. */
    static @Nullable Long micros(String text, TimeWords.Dialect dialect) {
        return new TimeSpan(text, dialect).read();
    }

    private @Nullable Long read() {
        long sum = 0;
        boolean any = false;
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            Long part = part();
            if (part == null || sum > Long.MAX_VALUE - part) {
                return null;
            }
            sum += part;
            any = true;
        }
        return any ? sum : null;
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    /** A number, its fraction, and a unit. */
    private @Nullable Long part() {
        int start = at;
        long whole = 0;
        for (; at < text.length() && isDigit(text.charAt(at)); at++) {
            whole = whole * 10 + text.charAt(at) - '0';
            if (whole > Long.MAX_VALUE / 100) {
                return null;
            }
        }
        int digits = at - start;
        long fraction = 0;
        long scale = 1;
        if (at < text.length() && text.charAt(at) == '.') {
            start = ++at;
            for (; at < text.length() && isDigit(text.charAt(at)); at++) {
                if (scale < 1_000_000_000L) {
                    fraction = fraction * 10 + text.charAt(at) - '0';
                    scale *= 10;
                }
            }
            digits = at - start;
        }
        if (digits == 0) {
            return null;
        }
        skipBlanks();
        start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        long unit = unit(text.substring(start, at));
        if (unit == 0 || whole > (Long.MAX_VALUE - unit) / unit) {
            return null;
        }
        // the largest unit is below 2^45, so its fraction is taken in floating point
        return whole * unit + (long) ((double) fraction / scale * unit);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private long unit(String name) {
        return switch (name) {
            case "" -> dialect == TimeWords.Dialect.SYSTEMD ? SECOND : 0;
            case "M" -> dialect == TimeWords.Dialect.SYSTEMD ? 2_629_800 * SECOND : 0;
            case "µs", "μs" -> dialect == TimeWords.Dialect.SYSTEMD ? 1 : 0;
            case "us", "usec" -> 1;
            case "ms", "msec" -> 1000;
            case "s", "sec", "second", "seconds" -> SECOND;
            case "m", "min", "minute", "minutes" -> MINUTE;
            case "h", "hr", "hour", "hours" -> HOUR;
            case "d", "day", "days" -> DAY;
            case "w", "week", "weeks" -> 7 * DAY;
            case "month", "months" -> 2_629_800 * SECOND;
            case "y", "year", "years" -> 31_557_600 * SECOND;
            default -> 0;
        };
    }
}
