package astray.instruments.ip;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The time before each event of a monitor, in the local zone. */
final class Timestamp {
    private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    private static final String[] MONTHS = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
    };

    private Timestamp() {}

    /** The time now: short as in ISO 8601 and on the event's line, or long on a line of its own. */
    static String now(boolean isShort) {
        return text(Instant.now().atZone(ZoneId.systemDefault()), isShort);
    }

    static String text(ZonedDateTime time, boolean isShort) {
        String micros = Integer.toString(1_000_000 + time.getNano() / 1000).substring(1);
        String clock = two(time.getHour()) + ":" + two(time.getMinute()) + ":" + two(time.getSecond());
        if (isShort) {
            return "[" + time.getYear() + "-" + two(time.getMonthValue()) + "-" + two(time.getDayOfMonth()) + "T"
                    + clock + "." + micros + "] ";
        }
        String day = (time.getDayOfMonth() < 10 ? " " : "") + time.getDayOfMonth();
        return "Timestamp: " + DAYS[time.getDayOfWeek().getValue() - 1] + " " + MONTHS[time.getMonthValue() - 1] + " "
                + day + " " + clock + " " + time.getYear() + " " + time.getNano() / 1000 + " usec\n";
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
