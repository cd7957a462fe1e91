package astray.transcript.host;

import astray.transcript.text.Numbers;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Time zones as date(1) prints them. */
final class Zones {
    private static final int MAX_HOURS = 18;

    private Zones() {}

    /** A zone; its offset is {@code null} where its letters mean different things in different countries. */
    record Zone(@Nullable ZoneOffset offset) {}

    /** Reads {@code UTC}, {@code +0800}, {@code +08:00}, {@code +08}, {@code Z} or letters; else {@code null}. */
    static @Nullable Zone parse(String word) {
        char first = word.charAt(0);
        if (first == '+' || first == '-') {
            return numeric(word);
        }
        return switch (word) {
            case "UTC", "GMT", "Z", "WET", "UTC+0" -> hours(0);
            case "CET", "WEST" -> hours(1);
            case "CEST", "EET", "SAST" -> hours(2);
            case "EEST", "MSK" -> hours(3);
            case "HKT", "SGT", "AWST" -> hours(8);
            case "JST", "KST" -> hours(9);
            case "AEST" -> hours(10);
            case "AEDT" -> hours(11);
            case "NZST" -> hours(12);
            case "NZDT" -> hours(13);
            case "EDT" -> hours(-4);
            case "CDT" -> hours(-5);
            case "MDT" -> hours(-6);
            case "PDT", "MST" -> hours(-7);
            case "PST" -> hours(-8);
            default -> letters(word) ? new Zone(null) : null;
        };
    }

    private static Zone hours(int hours) {
        return new Zone(ZoneOffset.ofHours(hours));
    }

    private static boolean letters(String word) {
        return word.length() >= 2 && word.length() <= 5 && word.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    private static @Nullable Zone numeric(String word) {
        String digits = word.substring(1).replace(":", "");
        Integer value = digits.length() == 2 || digits.length() == 4 ? Numbers.parseInt(digits) : null;
        if (value == null) {
            return null;
        }
        int hours = digits.length() == 2 ? value : value / 100;
        int minutes = digits.length() == 2 ? 0 : value % 100;
        if (hours >= MAX_HOURS || minutes > 59) {
            return null;
        }
        int sign = word.charAt(0) == '-' ? -1 : 1;
        return new Zone(ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes));
    }
}
