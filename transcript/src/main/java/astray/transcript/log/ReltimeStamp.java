package astray.transcript.log;

import astray.facts.Moment;
import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The stamps of dmesg -H and -e: {@code [Nov20 15:23]} where a minute begins, and {@code [  +0.000006]}, the time since
 * the line before, everywhere else. {@code [<    0.000006>]} (--time-format delta) means the same as the latter.
 */
record ReltimeStamp() implements Stamp {

    @Override
    public int end(String text, int from) {
        if (!Scan.is(text, from, '[')) {
            return -1;
        }
        int minute = minuteEnd(text, from + 1);
        if (minute >= 0) {
            return minute;
        }
        boolean angled = Scan.is(text, from + 1, '<');
        int seconds = secondsAt(text, from);
        int point = Scan.digitsEnd(text, seconds);
        if (!angled && !Scan.is(text, seconds - 1, '+') || point == seconds || point - seconds > 10) {
            return -1;
        }
        int end = Scan.digitsEnd(text, point + 1);
        if (!Scan.is(text, point, '.') || end == point + 1 || angled && !Scan.is(text, end++, '>')) {
            return -1;
        }
        return Scan.is(text, end, ']') ? end + 1 : -1;
    }

    private static int minuteEnd(String text, int at) {
        return Scan.month(text, at) > 0
                        && Scan.digits(text, at + 3, 2)
                        && Scan.is(text, at + 5, ' ')
                        && Scan.digits(text, at + 6, 2)
                        && Scan.is(text, at + 8, ':')
                        && Scan.digits(text, at + 9, 2)
                        && Scan.is(text, at + 11, ']')
                ? at + 12
                : -1;
    }

    private static int secondsAt(String text, int from) {
        int at = Scan.is(text, from + 1, '<') ? from + 2 : from + 1;
        int seconds = Scan.blanksEnd(text, at);
        return Scan.is(text, seconds, '+') ? seconds + 1 : seconds;
    }

    @Override
    public @Nullable Moment read(String text, int from) {
        int month = Scan.month(text, from + 1);
        if (month == 0) {
            int seconds = secondsAt(text, from);
            int point = Scan.digitsEnd(text, seconds);
            int nanos = Scan.nanos(text, point + 1, Scan.digitsEnd(text, point + 1));
            return new Moment.Elapsed(Duration.ofSeconds(Long.parseLong(text, seconds, point, 10), nanos), false);
        }
        int day = Scan.value(text, from + 4, 2);
        int hour = Scan.value(text, from + 7, 2);
        int minute = Scan.value(text, from + 10, 2);
        return day < 1 || day > 31 || hour > 23 || minute > 59
                ? null
                : new Moment.Yearless(month, day, LocalTime.of(hour, minute));
    }

    @Override
    public boolean canPrint(Moment moment) {
        return moment instanceof Moment.Yearless || moment instanceof Moment.Elapsed elapsed && !elapsed.sinceFirst();
    }

    @Override
    public void print(Moment moment, StringBuilder out) {
        if (moment instanceof Moment.Yearless at) {
            out.append('[');
            Scan.printMonth(at.month(), out);
            Scan.padded(at.day(), 2, out);
            out.append(' ');
            Scan.padded(at.time().getHour(), 2, out);
            out.append(':');
            Scan.padded(at.time().getMinute(), 2, out);
            out.append(']');
        } else if (moment instanceof Moment.Elapsed at) {
            String seconds = "+" + at.elapsed().toSeconds();
            out.append('[').repeat(' ', Math.max(0, 4 - seconds.length())).append(seconds);
            out.append('.');
            Scan.padded(at.elapsed().toNanosPart() / 1000, 6, out);
            out.append(']');
        }
    }
}
