package astray.instruments.time;

import org.jspecify.annotations.Nullable;

/** Times and spans as systemd prints them (systemd.time(7)), in microseconds. {@link TimeWords} reads them. */
public final class SystemdTime {
    /** Beyond this, the year 9999, systemd does not print a time. */
    private static final long LAST = 253_402_214_400_000_000L;

    private static final long SECOND = 1_000_000;
    private static final String[] DAYS = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

    private SystemdTime() {}

    /** {@code Tue 2023-11-14 02:26:41 CST}, with microseconds if wanted; {@code null} for none that can be shown. */
    public static @Nullable String text(long micros, Zone zone, boolean fine) {
        if (micros <= 0 || micros >= LAST) {
            return null;
        }
        long seconds = micros / SECOND;
        Civil civil = zone.civil(seconds);
        StringBuilder text = new StringBuilder(40);
        text.append(DAYS[civil.weekday()]).append(' ');
        four(text, civil.year()).append('-');
        two(text, civil.month()).append('-');
        two(text, civil.day()).append(' ');
        two(text, civil.hour()).append(':');
        two(text, civil.minute()).append(':');
        two(text, civil.second());
        if (fine) {
            text.append('.').append(Long.toString(SECOND + micros % SECOND), 1, 7);
        }
        return text.append(' ').append(zone.name(seconds)).toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static StringBuilder four(StringBuilder text, int number) {
        return two(two(text, number / 100), number % 100);
    }

    /** What a span is called and how long it is, the longest first. */
    private enum Unit {
        YEAR("y", 31_557_600 * SECOND),
        MONTH("month", 2_629_800 * SECOND),
        WEEK("w", 604_800 * SECOND),
        DAY("d", 86_400 * SECOND),
        HOUR("h", 3_600 * SECOND),
        MINUTE("min", 60 * SECOND),
        SECONDS("s", SECOND),
        MILLIS("ms", 1_000),
        MICROS("us", 1);

        private final String suffix;
        private final long micros;

        Unit(String suffix, long micros) {
            this.suffix = suffix;
            this.micros = micros;
        }
    }

    /** {@code 3min 7.120s}: a span, cut at an accuracy in microseconds. */
    public static String span(long micros, long accuracy) {
        if (micros == 0) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        long rest = micros;
        for (Unit unit : Unit.values()) {
            if (rest <= 0 || rest < accuracy && !text.isEmpty()) {
                break;
            }
            if (rest < unit.micros) {
                continue;
            }
            long whole = rest / unit.micros;
            long below = rest % unit.micros;
            text.append(text.isEmpty() ? "" : " ").append(whole);
            if (rest < 60 * SECOND && below > 0) {
                // Below a minute with a fraction.
                int digits = 0;
                for (long c = unit.micros; c > 1; c /= 10) {
                    digits++;
                }
                long fraction = below;
                for (long c = accuracy; c > 1; c /= 10) {
                    fraction /= 10;
                    digits--;
                }
                if (digits > 0) {
                    String all = Long.toString(fraction);
                    text.append('.')
                            .append("0".repeat(Math.max(0, digits - all.length())))
                            .append(all);
                    text.append(unit.suffix);
                    break;
                }
            }
            text.append(unit.suffix);
            rest = below;
        }
        return text.toString();
    }
}
