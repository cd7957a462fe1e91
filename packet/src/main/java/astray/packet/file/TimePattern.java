package astray.packet.file;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names of files with a time in them: the patterns of strftime(3) in the C locale. */
final class TimePattern {
    private TimePattern() {}

    /** The pattern with its conversions done; one that is not known stays as it is written. */
    static String format(String pattern, long seconds, ZoneId zone) {
        ZonedDateTime time = Instant.ofEpochSecond(seconds).atZone(zone);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '%' && i + 1 < pattern.length()) {
                String done = convert(pattern.charAt(++i), time);
                if (done == null) {
                    out.append(c).append(pattern.charAt(i));
                } else {
                    out.append(done);
                }
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static @Nullable String convert(char conversion, ZonedDateTime time) {
        String java = switch (conversion) {
            case 'Y' -> "uuuu";
            case 'y' -> "uu";
            case 'm' -> "MM";
            case 'd' -> "dd";
            case 'H' -> "HH";
            case 'I' -> "hh";
            case 'M' -> "mm";
            case 'S' -> "ss";
            case 'j' -> "DDD";
            case 'p' -> "a";
            case 'b', 'h' -> "MMM";
            case 'B' -> "MMMM";
            case 'a' -> "EEE";
            case 'A' -> "EEEE";
            case 'Z' -> "zzz";
            case 'z' -> "xx";
            case 'F' -> "uuuu-MM-dd";
            case 'T', 'X' -> "HH:mm:ss";
            case 'R' -> "HH:mm";
            case 'D', 'x' -> "MM/dd/uu";
            case 'r' -> "hh:mm:ss a";
            default -> "";
        };
        if (!java.isEmpty()) {
            return DateTimeFormatter.ofPattern(java, Locale.ENGLISH).format(time);
        }
        int weekday = time.getDayOfWeek().getValue();
        return switch (conversion) {
            case '%' -> "%";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 's' -> Long.toString(time.toEpochSecond());
            case 'C' -> two(time.getYear() / 100, '0');
            case 'e' -> two(time.getDayOfMonth(), ' ');
            case 'k' -> two(time.getHour(), ' ');
            case 'l' -> two(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), ' ');
            case 'u' -> Integer.toString(weekday);
            case 'w' -> Integer.toString(weekday % 7);
            case 'U' -> two((time.getDayOfYear() + 6 - weekday % 7) / 7, '0');
            case 'W' -> two((time.getDayOfYear() + 6 - (weekday + 6) % 7) / 7, '0');
            case 'V' -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), '0');
            case 'G' -> Integer.toString(time.get(IsoFields.WEEK_BASED_YEAR));
            case 'g' -> two(time.get(IsoFields.WEEK_BASED_YEAR) % 100, '0');
            case 'c' -> format("%a %b %e %H:%M:%S %Y", time.toEpochSecond(), time.getZone());
            default -> null;
        };
    }

    private static String two(int number, char pad) {
        return number < 10 ? String.valueOf(pad) + number : Integer.toString(number);
    }
}
