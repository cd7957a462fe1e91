package astray.instruments.time;

import org.jspecify.annotations.Nullable;

/** A zone's rule as POSIX writes it (tzset(3)): {@code CET-1CEST,M3.5.0,M10.5.0/3}. */
final class ZoneRule {
    /** A time of one offset: from its first second to that behind its last. */
    record Period(long from, long to, int offset, String name) {}

    /** When in a year something changes: by month, week and weekday, or by the day of the year. */
    private record Day(char kind, int month, int week, int day, int seconds) {
        long in(int year) {
            long days;
            if (kind == 'M') {
                long first = Civil.days(year, month, 1);
                int weekday = (int) Math.floorMod(first + 4, 7L);
                days = first + Math.floorMod(day - weekday, 7) + 7L * (week - 1);
                long next = month == 12 ? Civil.days(year + 1, 1, 1) : Civil.days(year, month + 1, 1);
                while (days >= next) {
                    days -= 7;
                }
            } else {
                int plain = kind == 'J' ? day - 1 + (Civil.isLeap(year) && day > 59 ? 1 : 0) : day;
                days = Civil.days(year, 1, 1) + plain;
            }
            return days * 86_400 + seconds;
        }
    }

    private final String name;
    private final int offset;
    private final String summerName;
    private final int summerOffset;
    private final @Nullable Day begin;
    private final @Nullable Day end;

    private ZoneRule(
            String name, int offset, String summerName, int summerOffset, @Nullable Day begin, @Nullable Day end) {
        this.name = name;
        this.offset = offset;
        this.summerName = summerName;
        this.summerOffset = summerOffset;
        this.begin = begin;
        this.end = end;
    }

    static @Nullable ZoneRule parse(String text) {
        Reader in = new Reader(text);
        String name = in.name();
        Integer offset = in.offset();
        if (name == null || offset == null) {
            return null;
        }
        if (in.atEnd()) {
            return new ZoneRule(name, -offset, "", 0, null, null);
        }
        String summer = in.name();
        if (summer == null) {
            return null;
        }
        Integer given = in.atEnd() || in.peek() == ',' ? Integer.valueOf(offset - 3600) : in.offset();
        if (given == null) {
            return null;
        }
        // Without dates, those of the United States: tzset(3).
        Day begin = in.atEnd() ? new Day('M', 3, 2, 0, 7200) : in.day();
        Day end = in.atEnd() && begin != null ? new Day('M', 11, 1, 0, 7200) : in.day();
        return begin == null || end == null ? null : new ZoneRule(name, -offset, summer, -given, begin, end);
    }

    Period at(long seconds) {
        if (begin == null || end == null) {
            return new Period(Long.MIN_VALUE, Long.MAX_VALUE, offset, name);
        }
        int year = Civil.of(seconds + offset).year();
        long latest = Long.MIN_VALUE;
        long next = Long.MAX_VALUE;
        boolean summer = false;
        for (int y = year - 1; y <= year + 1; y++) {
            long on = begin.in(y) - offset;
            long off = end.in(y) - summerOffset;
            if (on <= seconds && on > latest) {
                latest = on;
                summer = true;
            }
            if (off <= seconds && off > latest) {
                latest = off;
                summer = false;
            }
            next = on > seconds ? Math.min(next, on) : next;
            next = off > seconds ? Math.min(next, off) : next;
        }
        return new Period(latest, next, summer ? summerOffset : offset, summer ? summerName : name);
    }

    /** Takes the parts off the text one by one. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at >= text.length();
        }

        char peek() {
            return atEnd() ? 0 : text.charAt(at);
        }

        @Nullable
        String name() {
            int start = at;
            if (peek() == '<') {
                int close = text.indexOf('>', at);
                if (close < 0) {
                    return null;
                }
                at = close + 1;
                return text.substring(start + 1, close);
            }
            while (!atEnd() && Character.isLetter(peek())) {
                at++;
            }
            return at - start >= 3 ? text.substring(start, at) : null;
        }

        @Nullable
        Integer number() {
            int start = at;
            while (!atEnd() && peek() >= '0' && peek() <= '9' && at - start < 4) {
                at++;
            }
            return at == start ? null : Integer.valueOf(text.substring(start, at));
        }

        /** {@code [+-]hh[:mm[:ss]]} in seconds. */
        @Nullable
        Integer offset() {
            int sign = 1;
            if (peek() == '+' || peek() == '-') {
                sign = text.charAt(at++) == '-' ? -1 : 1;
            }
            int seconds = 0;
            for (int unit = 3600; unit > 0; unit /= 60) {
                Integer part = number();
                if (part == null) {
                    return null;
                }
                seconds += part * unit;
                if (peek() != ':' || unit == 1) {
                    break;
                }
                at++;
            }
            return sign * seconds;
        }

        @Nullable
        Day day() {
            if (peek() != ',') {
                return null;
            }
            at++;
            char kind = peek() == 'M' || peek() == 'J' ? text.charAt(at++) : 'n';
            Integer first = number();
            int month = 1;
            int week = 1;
            Integer day = first;
            if (kind == 'M') {
                if (first == null || first < 1 || first > 12 || peek() != '.') {
                    return null;
                }
                month = first;
                at++;
                Integer given = number();
                if (given == null || given < 1 || given > 5 || peek() != '.') {
                    return null;
                }
                week = given;
                at++;
                day = number();
            }
            if (day == null || day > 366 || kind == 'M' && day > 6) {
                return null;
            }
            Integer seconds = 7200;
            if (peek() == '/') {
                at++;
                seconds = offset();
            }
            return seconds == null ? null : new Day(kind, month, week, day, seconds);
        }
    }
}
