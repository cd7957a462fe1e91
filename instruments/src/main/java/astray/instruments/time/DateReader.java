package astray.instruments.time;

import org.jspecify.annotations.Nullable;

/** Reads {@code [weekday] [date] [time]} by the forms that systemd tries one after the other with strptime(3). */
final class DateReader {
    private static final long SECOND = 1_000_000;
    private static final String[] FORMS = {
        "y-m-d H:M:S", "Y-m-d H:M:S", "y-m-d H:M", "Y-m-d H:M", "y-m-d", "Y-m-d", "H:M:S", "H:M"
    };

    private final String text;
    private final Civil today;
    private final Zone zone;
    private final int weekday;
    private int at;
    private int year;
    private int month;
    private int day;
    private int hour;
    private int minute;
    private int second;

    DateReader(String text, Civil today, Zone zone, int weekday) {
        this.text = text;
        this.today = today;
        this.zone = zone;
        this.weekday = weekday;
    }

    @Nullable
    Long read() {
        for (String form : FORMS) {
            if (!matches(form)) {
                continue;
            }
            long fraction = 0;
            if (at < text.length()) {
                if (!form.endsWith("S") || text.charAt(at) != '.') {
                    continue;
                }
                fraction = fraction();
                if (fraction < 0) {
                    return null;
                }
            }
            Civil civil = new Civil(year, month, day, hour, minute, second);
            // Only a date says which weekday it is; today's is known.
            if (weekday >= 0 && civil.weekday() != weekday / 2) {
                return null;
            }
            long seconds = zone.seconds(civil);
            return seconds < 0 ? null : seconds * SECOND + fraction;
        }
        return null;
    }

    private boolean matches(String form) {
        at = SystemdTime.behindWeekday(weekday);
        year = today.year();
        month = today.month();
        day = today.day();
        hour = 0;
        minute = 0;
        second = 0;
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            int number;
            switch (c) {
                case ' ' -> {
                    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                        at++;
                    }
                    continue;
                }
                case '-', ':' -> {
                    if (at >= text.length() || text.charAt(at++) != c) {
                        return false;
                    }
                    continue;
                }
                case 'y' -> number = number(0, 99, 2);
                case 'Y' -> number = number(0, 9999, 4);
                case 'm' -> number = number(1, 12, 2);
                case 'd' -> number = number(1, 31, 2);
                case 'H' -> number = number(0, 23, 2);
                case 'M' -> number = number(0, 59, 2);
                default -> number = number(0, 61, 2);
            }
            if (number < 0) {
                return false;
            }
            switch (c) {
                case 'y' -> year = number >= 69 ? 1900 + number : 2000 + number;
                case 'Y' -> year = number;
                case 'm' -> month = number;
                case 'd' -> day = number;
                case 'H' -> hour = number;
                case 'M' -> minute = number;
                default -> second = number;
            }
        }
        return true;
    }

    private int number(int least, int most, int digits) {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        int start = at;
        int number = 0;
        while (at < text.length() && at - start < digits && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            number = 10 * number + text.charAt(at++) - '0';
        }
        return at == start || number < least || number > most ? -1 : number;
    }

    /** Up to six digits behind the point, and no more, in microseconds; -1 when there is something else. */
    private long fraction() {
        int start = ++at;
        long micros = 0;
        int digits = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            int digit = text.charAt(at++) - '0';
            if (digits < 6) {
                micros = 10 * micros + digit;
                digits++;
            } else if (digits == 6) {
                // The seventh rounds, the others are not looked at.
                micros += digit >= 5 ? 1 : 0;
                digits++;
            }
        }
        for (; digits < 6; digits++) {
            micros *= 10;
        }
        return at == start || at < text.length() ? -1 : micros;
    }
}
