package astray.transcript.log;

import astray.facts.Moment;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * {@code Nov 20 14:25:24}: journalctl's short form and classic syslog (RFC 3164); with {@code precise} a fraction
 * follows, as in {@code -o short-precise}.
 */
record YearlessStamp(boolean precise) implements Stamp {
    private static final int CLOCK = 7;

    @Override
    public int end(String text, int from) {
        if (Scan.month(text, from) == 0
                || !Scan.is(text, from + 3, ' ')
                || !Scan.is(text, from + 4, ' ') && !Scan.isDigit(text, from + 4)
                || !Scan.isDigit(text, from + 5)
                || !Scan.is(text, from + 6, ' ')) {
            return -1;
        }
        int end = Scan.clockEnd(text, from + CLOCK);
        if (end < 0 || precise != Scan.is(text, end, '.')) {
            return -1;
        }
        return precise ? Scan.digitsEnd(text, end + 1) : end;
    }

    @Override
    public @Nullable Moment read(String text, int from) {
        int day = text.charAt(from + 4) == ' ' ? Scan.value(text, from + 5, 1) : Scan.value(text, from + 4, 2);
        int fraction = from + CLOCK + 9;
        int nanos = precise ? Scan.nanos(text, fraction, Scan.digitsEnd(text, fraction)) : 0;
        LocalTime time = Scan.clock(text, from + CLOCK, nanos);
        return time == null || day < 1 || day > 31 ? null : new Moment.Yearless(Scan.month(text, from), day, time);
    }

    @Override
    public boolean canPrint(Moment moment) {
        return moment instanceof Moment.Yearless;
    }

    @Override
    public void print(Moment moment, StringBuilder out) {
        if (moment instanceof Moment.Yearless at) {
            Scan.printMonth(at.month(), out);
            out.append(at.day() < 10 ? "  " : " ").append(at.day()).append(' ');
            Scan.printClock(at.time(), out);
            if (precise) {
                out.append('.');
                Scan.padded(at.time().get(ChronoField.MICRO_OF_SECOND), 6, out);
            }
        }
    }
}
