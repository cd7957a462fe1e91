package astray.transcript.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Fixed-width pieces of times, read and printed without a formatter: a journal has millions of them. */
final class Scan {
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final String DAYS = "MonTueWedThuFriSatSun";
    private static final int NANO_DIGITS = 9;

    private Scan() {}

    static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    static boolean is(String text, int at, char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /** Whether {@code count} digits stand there. */
    static boolean digits(String text, int at, int count) {
        int end = at + count;
        if (end > text.length()) {
            return false;
        }
        for (int i = at; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** The index behind the digits that begin there. */
    static int digitsEnd(String text, int at) {
        int i = at;
        while (isDigit(text, i)) {
            i++;
        }
        return i;
    }

    static int blanksEnd(String text, int at) {
        int i = at;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    /** The value of digits already found there. */
    static int value(String text, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            value = value * 10 + text.charAt(i) - '0';
        }
        return value;
    }

    /** The month, 1 to 12, whose short English name stands there, or 0. */
    static int month(String text, int at) {
        return name(MONTHS, text, at);
    }

    /** The day of the week, 1 (Monday) to 7, whose short English name stands there, or 0. */
    static int dayOfWeek(String text, int at) {
        return name(DAYS, text, at);
    }

    private static int name(String names, String text, int at) {
        if (at + 3 > text.length()) {
            return 0;
        }
        char first = text.charAt(at);
        char second = text.charAt(at + 1);
        char third = text.charAt(at + 2);
        for (int i = 0; i < names.length(); i += 3) {
            // the third letter differs most
            if (names.charAt(i + 2) == third && names.charAt(i + 1) == second && names.charAt(i) == first) {
                return i / 3 + 1;
            }
        }
        return 0;
    }

    static void printMonth(int month, StringBuilder out) {
        out.append(MONTHS, month * 3 - 3, month * 3);
    }

    static void printDayOfWeek(int day, StringBuilder out) {
        out.append(DAYS, day * 3 - 3, day * 3);
    }

    /** The index behind {@code 14:25:24}, or -1. */
    static int clockEnd(String text, int at) {
        return digits(text, at, 2)
                        && is(text, at + 2, ':')
                        && digits(text, at + 3, 2)
                        && is(text, at + 5, ':')
                        && digits(text, at + 6, 2)
                ? at + 8
                : -1;
    }

    /** The time of day there; a leap second becomes the second before it. */
    static @Nullable LocalTime clock(String text, int at, int nanos) {
        int hour = value(text, at, 2);
        int minute = value(text, at + 3, 2);
        int second = Math.min(value(text, at + 6, 2), 60);
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute, Math.min(second, 59), nanos);
    }

    static void printClock(LocalTime time, StringBuilder out) {
        padded(time.getHour(), 2, out);
        out.append(':');
        padded(time.getMinute(), 2, out);
        out.append(':');
        padded(time.getSecond(), 2, out);
    }

    static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** Nanoseconds out of a decimal fraction's digits; those after the ninth do not count. */
    static int nanos(String text, int from, int to) {
        int value = 0;
        for (int i = 0; i < NANO_DIGITS; i++) {
            value = value * 10 + (from + i < to ? text.charAt(from + i) - '0' : 0);
        }
        return value;
    }

    /** A number with leading zeros. */
    static void padded(long value, int width, StringBuilder out) {
        String digits = Long.toString(value);
        out.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }

    /** The index behind {@code Z}, {@code +08}, {@code +0800} or {@code +08:00}, or -1. */
    static int offsetEnd(String text, int at) {
        if (is(text, at, 'Z')) {
            return at + 1;
        }
        if (!is(text, at, '+') && !is(text, at, '-') || !digits(text, at + 1, 2)) {
            return -1;
        }
        int minutes = is(text, at + 3, ':') ? at + 4 : at + 3;
        return digits(text, minutes, 2) ? minutes + 2 : at + 3;
    }

    static @Nullable ZoneOffset offset(String text, int at, int end) {
        if (text.charAt(at) == 'Z') {
            return ZoneOffset.UTC;
        }
        int hours = value(text, at + 1, 2);
        int minutes = end - at > 3 ? value(text, end - 2, 2) : 0;
        if (hours > 17 || minutes > 59) {
            return null;
        }
        int sign = text.charAt(at) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    /** Prints {@code +08:00}. */
    static void printOffset(ZoneOffset offset, String separator, StringBuilder out) {
        int minutes = Math.abs(offset.getTotalSeconds()) / 60;
        out.append(offset.getTotalSeconds() < 0 ? '-' : '+');
        padded(minutes / 60, 2, out);
        out.append(separator);
        padded(minutes % 60, 2, out);
    }
}
