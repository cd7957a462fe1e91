package astray.instruments.time;

import org.jspecify.annotations.Nullable;

/** Reads spans of time: numbers with units, one behind the other, that add up. */
final class SpanReader {
    private static final long SECOND = 1_000_000;

    /** The longest names come first among those that begin alike. */
    private static final String[] NAMES = {
        "seconds", "second", "sec", "s", "minutes", "minute", "min", "months", "month", "M", "msec", "ms", "m", "hours",
        "hour", "hr", "h", "days", "day", "d", "weeks", "week", "w", "years", "year", "y", "usec", "us", "μs", "µs"
    };

    private static final long[] MICROS = {
        SECOND,
        SECOND,
        SECOND,
        SECOND,
        60 * SECOND,
        60 * SECOND,
        60 * SECOND,
        2_629_800 * SECOND,
        2_629_800 * SECOND,
        2_629_800 * SECOND,
        1_000,
        1_000,
        60 * SECOND,
        3_600 * SECOND,
        3_600 * SECOND,
        3_600 * SECOND,
        3_600 * SECOND,
        86_400 * SECOND,
        86_400 * SECOND,
        86_400 * SECOND,
        604_800 * SECOND,
        604_800 * SECOND,
        604_800 * SECOND,
        31_557_600 * SECOND,
        31_557_600 * SECOND,
        31_557_600 * SECOND,
        1,
        1,
        1,
        1
    };

    private final String text;
    private int at;

    SpanReader(String text) {
        this.text = text;
    }

    @Nullable
    Long read() {
        blanks();
        if (text.startsWith("infinity", at) && text.substring(at + 8).isBlank()) {
            return Long.MAX_VALUE;
        }
        long sum = 0;
        boolean something = false;
        while (true) {
            blanks();
            if (at >= text.length()) {
                return something ? sum : null;
            }
            something = true;
            int start = at;
            long whole = digits();
            int wholeEnd = at;
            int fraction = at;
            if (whole < 0) {
                return null;
            }
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
                fraction = at;
                while (at < text.length() && isDigit(text.charAt(at))) {
                    at++;
                }
                if (at == fraction) {
                    return null;
                }
            } else if (wholeEnd == start) {
                return null;
            }
            int fractionEnd = at;
            blanks();
            long unit = unit();
            if (whole > Long.MAX_VALUE / unit) {
                return null;
            }
            long part = whole * unit;
            long scale = unit / 10;
            for (int i = fraction; i < fractionEnd; i++, scale /= 10) {
                part += (text.charAt(i) - '0') * scale;
            }
            sum += part;
            if (sum < 0) {
                return null;
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private long digits() {
        long number = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (number > Long.MAX_VALUE / 10 - 1) {
                return -1;
            }
            number = 10 * number + text.charAt(at++) - '0';
        }
        return number;
    }

    private void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private long unit() {
        for (int i = 0; i < NAMES.length; i++) {
            if (text.startsWith(NAMES[i], at)) {
                at += NAMES[i].length();
                return MICROS[i];
            }
        }
        return SECOND;
    }
}
