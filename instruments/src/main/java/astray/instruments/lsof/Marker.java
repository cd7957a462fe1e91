package astray.instruments.lsof;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The line between listings that repeat: a format of strftime(3), in the C locale. */
final class Marker {
    private Marker() {}

    /** Writes a time in a format; a conversion that is not known stays as it is. */
    static String text(String format, ZonedDateTime time) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                out.append(c);
                continue;
            }
            char conversion = format.charAt(++i);
            switch (conversion) {
                case '%' -> out.append('%');
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 's' -> out.append(time.toEpochSecond());
                default -> {
                    String pattern = pattern(conversion);
                    out.append(
                            pattern.isEmpty()
                                    ? "%" + conversion
                                    : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                                            .format(time));
                }
            }
        }
        return out.toString();
    }

    private static String pattern(char conversion) {
        return switch (conversion) {
            case 'a' -> "EEE";
            case 'A' -> "EEEE";
            case 'b', 'h' -> "MMM";
            case 'B' -> "MMMM";
            case 'c' -> "EEE MMM ppd HH:mm:ss yyyy";
            case 'd' -> "dd";
            case 'D', 'x' -> "MM/dd/yy";
            case 'e' -> "ppd";
            case 'F' -> "yyyy-MM-dd";
            case 'H' -> "HH";
            case 'I' -> "hh";
            case 'j' -> "DDD";
            case 'm' -> "MM";
            case 'M' -> "mm";
            case 'p' -> "a";
            case 'r' -> "hh:mm:ss a";
            case 'R' -> "HH:mm";
            case 'S' -> "ss";
            case 'T', 'X' -> "HH:mm:ss";
            case 'y' -> "yy";
            case 'Y' -> "yyyy";
            case 'z' -> "xx";
            case 'Z' -> "zzz";
            default -> "";
        };
    }
}
