package astray.transcript.log;

import astray.facts.Moment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * {@code 2023-11-20T14:25:24+08:00}, with the fraction that the form demands: none (journalctl -o short-iso), after a
 * point (short-iso-precise, rsyslog) or after a comma (dmesg --time-format iso).
 *
 * @param point what stands before the fraction; {@code null} for a form without one
 */
record IsoStamp(@Nullable Character point) implements Stamp {
    private static final int CLOCK = 11;
    private static final int FRACTION = 20;

    @Override
    public int end(String text, int from) {
        if (!Scan.digits(text, from, 4)
                || !Scan.is(text, from + 4, '-')
                || !Scan.digits(text, from + 5, 2)
                || !Scan.is(text, from + 7, '-')
                || !Scan.digits(text, from + 8, 2)
                || !Scan.is(text, from + 10, 'T')) {
            return -1;
        }
        int end = Scan.clockEnd(text, from + CLOCK);
        if (end < 0) {
            return -1;
        }
        if (point != null) {
            if (!Scan.is(text, end, point) || !Scan.isDigit(text, end + 1)) {
                return -1;
            }
            end = Scan.digitsEnd(text, end + 1);
        } else if (Scan.is(text, end, '.') || Scan.is(text, end, ',')) {
            return -1;
        }
        int offset = Scan.offsetEnd(text, end);
        return offset < 0 ? end : offset;
    }

    @Override
    public @Nullable Moment read(String text, int from) {
        int end = point == null ? from + FRACTION - 1 : Scan.digitsEnd(text, from + FRACTION);
        int nanos = point == null ? 0 : Scan.nanos(text, from + FRACTION, end);
        LocalDate date =
                Scan.date(Scan.value(text, from, 4), Scan.value(text, from + 5, 2), Scan.value(text, from + 8, 2));
        LocalTime time = Scan.clock(text, from + CLOCK, nanos);
        int offsetEnd = Scan.offsetEnd(text, end);
        ZoneOffset offset = offsetEnd < 0 ? null : Scan.offset(text, end, offsetEnd);
        return date == null || time == null ? null : new Moment.Dated(date.atTime(time), offset);
    }

    @Override
    public boolean canPrint(Moment moment) {
        return moment instanceof Moment.Dated;
    }

    @Override
    public void print(Moment moment, StringBuilder out) {
        if (moment instanceof Moment.Dated at) {
            Scan.padded(at.at().getYear(), 4, out);
            out.append('-');
            Scan.padded(at.at().getMonthValue(), 2, out);
            out.append('-');
            Scan.padded(at.at().getDayOfMonth(), 2, out);
            out.append('T');
            Scan.printClock(at.at().toLocalTime(), out);
            if (point != null) {
                out.append(point.charValue());
                Scan.padded(at.at().get(ChronoField.MICRO_OF_SECOND), 6, out);
            }
            if (at.offset() != null) {
                Scan.printOffset(at.offset(), ":", out);
            }
        }
    }
}
