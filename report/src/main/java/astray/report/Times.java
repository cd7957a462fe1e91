package astray.report;

import astray.diagnosis.When;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times and durations as text. */
final class Times {

    private Times() {}

    /**
     * ISO 8601 with an offset. Where nothing tells the offset, the time is the host's local one and {@code -00:00}
     * stands for "not known" (after RFC 3339 section 4.3), to be told apart from UTC's {@code +00:00}.
     */
    static String iso(When when) {
        ZoneOffset offset = when.offset();
        if (offset == null) {
            return text(when.at(), 'T') + "-00:00";
        }
        // RFC 3339 knows no seconds in an offset
        int seconds = offset.getTotalSeconds() % 60;
        int minutes = Math.abs(offset.getTotalSeconds() / 60);
        StringBuilder out = new StringBuilder(text(when.at().minusSeconds(seconds), 'T'));
        out.append(offset.getTotalSeconds() < 0 && minutes > 0 ? '-' : '+');
        two(minutes / 60, out);
        two(minutes % 60, out.append(':'));
        return out.toString();
    }

    /** For people: to the second, without an offset. */
    static String human(LocalDateTime time) {
        return text(time.withNano(0), ' ');
    }

    /** To three figures or so: {@code 0.4 ms}, {@code 12 ms}, {@code 1.0 s}, {@code 3 min 20 s}, {@code 44 h 35 min}. */
    static String human(Duration duration, Language language) {
        if (duration.isNegative()) {
            return "-" + human(duration.negated(), language);
        }
        if (duration.toMinutes() == 0) {
            long micros = duration.toNanos() / 1000;
            return micros >= 995_000
                    ? tenths(micros, 1_000_000) + " s"
                    : micros >= 10_000 ? Math.round(micros / 1000.0) + " ms" : tenths(micros, 1000) + " ms";
        }
        boolean zh = language == Language.ZH;
        if (duration.toHours() == 0) {
            return two(duration.toMinutes(), zh ? "分" : "min", duration.toSecondsPart(), zh ? "秒" : "s");
        }
        if (duration.toHours() < 100) {
            return two(duration.toHours(), zh ? "小时" : "h", duration.toMinutesPart(), zh ? "分" : "min");
        }
        return two(duration.toDays(), zh ? "天" : "d", duration.toHoursPart(), zh ? "小时" : "h");
    }

    /** {@code 02-29}. */
    static String yearless(int month, int day) {
        StringBuilder out = new StringBuilder(5);
        two(month, out);
        two(day, out.append('-'));
        return out.toString();
    }

    /** {@code 28.911290}: seconds and microseconds, as the kernel's log has them. */
    static String seconds(Duration duration) {
        return duration.toSeconds() + "."
                + Integer.toString(1_000_000 + duration.toNanosPart() / 1000).substring(1);
    }

    private static String two(long many, String large, int few, String small) {
        return few == 0 ? many + " " + large : many + " " + large + " " + few + " " + small;
    }

    private static String tenths(long value, long unit) {
        long tenths = Math.round(value * 10.0 / unit);
        return tenths / 10 + "." + tenths % 10;
    }

    private static String text(LocalDateTime at, char between) {
        StringBuilder out = new StringBuilder(32).append(at.toLocalDate()).append(between);
        two(at.getHour(), out);
        two(at.getMinute(), out.append(':'));
        int second = at.getSecond();
        int nano = at.getNano();
        two(second, out.append(':'));
        if (nano != 0) {
            String nanos = Integer.toString(1_000_000_000 + nano).substring(1);
            int end = nanos.length();
            while (nanos.charAt(end - 1) == '0') {
                end--;
            }
            out.append('.').append(nanos, 0, end);
        }
        return out.toString();
    }

    private static void two(int number, StringBuilder out) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
