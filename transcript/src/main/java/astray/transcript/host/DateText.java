package astray.transcript.host;

import astray.facts.Moment;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of date(1), in any of its usual forms: words in any order among which are a year, a month's name, a day and a
 * time; or the numbers of ISO 8601; or the Chinese form.
 */
final class DateText {
    private static final int MAX_LENGTH = 80;
    private static final int MAX_WORDS = 9;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private int year = -1;
    private int month = -1;
    private int day = -1;
    private @Nullable LocalTime time;
    private @Nullable ZoneOffset offset;
    private int half = -1;
    private boolean weekday;

    private DateText() {}

    /** Reads a whole line; {@code null} when it is no date, or a date and more. */
    static Moment.@Nullable Dated parse(String line) {
        String text = line.strip();
        if (text.length() < 16 || text.length() > MAX_LENGTH) {
            return null;
        }
        DateText date = new DateText();
        try {
            boolean read = text.charAt(4) == '-' && text.charAt(7) == '-' ? date.iso(text) : date.words(text);
            return read ? date.moment() : null;
        } catch (DateTimeException e) {
            // the thirtieth of February: numbers in the right places, and no date
            return null;
        }
    }

    private Moment.@Nullable Dated moment() {
        LocalTime at = time;
        if (year < 0 || month < 1 || day < 1 || at == null) {
            return null;
        }
        if (half >= 0) {
            int hour = at.getHour();
            if (hour < 1 || hour > 12) {
                return null;
            }
            at = at.withHour(hour % 12 + 12 * half);
        }
        return new Moment.Dated(LocalDateTime.of(year, month, day, 0, 0).with(at), offset);
    }

    /** {@code 2026-11-23T05:05:51+00:00}, {@code 2026-11-23 05:05:51.123456789+08:00}, {@code 2026-11-23 05:05:51}. */
    private boolean iso(String text) {
        Integer y = Numbers.parseInt(text.substring(0, 4));
        Integer m = Numbers.parseInt(text.substring(5, 7));
        Integer d = text.length() < 10 ? null : Numbers.parseInt(text.substring(8, 10));
        if (y == null || m == null || d == null || "T ".indexOf(text.charAt(10)) < 0) {
            return false;
        }
        year = y;
        month = m;
        day = d;
        int end = 11;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || ":.,".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        String zone = text.substring(end).strip();
        return time(text.substring(11, end).replace(',', '.')) && (zone.isEmpty() || zone(zone));
    }

    private boolean words(String text) {
        Words words = new Words(text);
        List<String> all = new ArrayList<>();
        for (String word = words.next(); word != null; word = words.next()) {
            if (all.size() == MAX_WORDS) {
                return false;
            }
            all.add(word);
        }
        // at least a year, a month, a day and a time, in whatever order the language has
        return all.size() >= 2 && all.stream().allMatch(this::word) && (weekday || text.indexOf('年') > 0);
    }

    private boolean word(String word) {
        String bare = word.endsWith(",") || word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        String lower = bare.toLowerCase(Locale.ROOT);
        if (weekdayName(lower)) {
            weekday = true;
            return true;
        }
        if (bare.isEmpty()) {
            return false;
        }
        int named = monthName(lower);
        if (named > 0 && month < 0) {
            month = named;
            return true;
        }
        return switch (lower) {
            case "am", "上午" -> half(0);
            case "pm", "下午" -> half(1);
            default ->
                bare.indexOf('年') > 0 || bare.endsWith("月") || bare.endsWith("日") && Character.isDigit(bare.charAt(0))
                        ? chinese(bare)
                        : bare.indexOf(':') > 0 || bare.endsWith("秒")
                                ? time == null && time(bare)
                                : number(bare) || zone(bare);
        };
    }

    private static boolean weekdayName(String lower) {
        return lower.startsWith("星期")
                || lower.startsWith("周")
                || DAYS.contains(lower)
                || lower.length() > 3 && lower.endsWith("day") && DAYS.contains(lower.substring(0, 3));
    }

    private static int monthName(String lower) {
        if (lower.length() < 3) {
            return 0;
        }
        int at = MONTHS.indexOf(lower.substring(0, 3));
        return at >= 0 && lower.chars().allMatch(Character::isLetter) ? at + 1 : 0;
    }

    private boolean half(int which) {
        half = which;
        return true;
    }

    private boolean number(String word) {
        Integer value = Numbers.parseInt(word);
        if (value == null) {
            return false;
        }
        if (word.length() == 4 && year < 0) {
            year = value;
            return true;
        }
        if (word.length() <= 2 && day < 0) {
            day = value;
            return true;
        }
        return false;
    }

    /** {@code 2026年}, {@code 11月}, {@code 22日}, or all in one. */
    private boolean chinese(String word) {
        int from = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isDigit(c) && c < 128) {
                continue;
            }
            Integer value = Numbers.parseInt(word.substring(from, i));
            if (value == null) {
                return false;
            }
            switch (c) {
                case '年' -> year = value;
                case '月' -> month = value;
                case '日' -> day = value;
                default -> {
                    return false;
                }
            }
            from = i + 1;
        }
        return from == word.length();
    }

    /** {@code 10:13:48}, {@code 10:13:48.5} or {@code 10时13分48秒}. */
    private boolean time(String word) {
        String text = word.replace('时', ':').replace('分', ':').replace("秒", "");
        int first = text.indexOf(':');
        int second = text.indexOf(':', first + 1);
        if (first < 1 || second < 0) {
            return false;
        }
        int dot = text.indexOf('.', second);
        Integer hour = Numbers.parseInt(text.substring(0, first));
        Integer minute = Numbers.parseInt(text.substring(first + 1, second));
        Integer seconds = Numbers.parseInt(text.substring(second + 1, dot < 0 ? text.length() : dot));
        String fraction = dot < 0 ? "" : text.substring(dot + 1);
        Integer nanos = fraction.isEmpty() || fraction.length() > 9
                ? Integer.valueOf(0)
                : Numbers.parseInt(fraction + "0".repeat(9 - fraction.length()));
        if (hour == null || minute == null || seconds == null || nanos == null) {
            return false;
        }
        // a leap second has no place of its own in a day of 86400
        time = LocalTime.of(hour, minute, Math.min(seconds, 59), nanos);
        return true;
    }

    private boolean zone(String word) {
        if (offset != null) {
            return false;
        }
        Zones.Zone zone = Zones.parse(word);
        if (zone == null) {
            return false;
        }
        offset = zone.offset();
        return true;
    }
}
