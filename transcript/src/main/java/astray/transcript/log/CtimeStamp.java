package astray.transcript.log;

import astray.facts.Moment;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * {@code Mon Nov 20 15:23:57 2023}, as ctime(3) prints a time: in brackets for dmesg -T, bare for OpenWrt's logread.
 */
record CtimeStamp(boolean bracketed) implements Stamp {
    private static final int LENGTH = 24;

    @Override
    public int end(String text, int from) {
        int at = bracketed ? from + 1 : from;
        if (bracketed && !Scan.is(text, from, '[')
                || Scan.dayOfWeek(text, at) == 0
                || !Scan.is(text, at + 3, ' ')
                || Scan.month(text, at + 4) == 0
                || !Scan.is(text, at + 7, ' ')
                || !Scan.is(text, at + 8, ' ') && !Scan.isDigit(text, at + 8)
                || !Scan.isDigit(text, at + 9)
                || !Scan.is(text, at + 10, ' ')
                || Scan.clockEnd(text, at + 11) < 0
                || !Scan.is(text, at + 19, ' ')
                || !Scan.digits(text, at + 20, 4)) {
            return -1;
        }
        int end = at + LENGTH;
        return !bracketed ? end : Scan.is(text, end, ']') ? end + 1 : -1;
    }

    @Override
    public @Nullable Moment read(String text, int from) {
        int at = bracketed ? from + 1 : from;
        int day = text.charAt(at + 8) == ' ' ? Scan.value(text, at + 9, 1) : Scan.value(text, at + 8, 2);
        LocalDate date = Scan.date(Scan.value(text, at + 20, 4), Scan.month(text, at + 4), day);
        LocalTime time = Scan.clock(text, at + 11, 0);
        return date == null || time == null ? null : new Moment.Dated(date.atTime(time), null);
    }

    @Override
    public boolean canPrint(Moment moment) {
        return moment instanceof Moment.Dated;
    }

    @Override
    public void print(Moment moment, StringBuilder out) {
        if (moment instanceof Moment.Dated at) {
            out.append(bracketed ? "[" : "");
            Scan.printDayOfWeek(at.at().getDayOfWeek().getValue(), out);
            out.append(' ');
            Scan.printMonth(at.at().getMonthValue(), out);
            int day = at.at().getDayOfMonth();
            out.append(day < 10 ? "  " : " ").append(day).append(' ');
            Scan.printClock(at.at().toLocalTime(), out);
            out.append(' ');
            Scan.padded(at.at().getYear(), 4, out);
            out.append(bracketed ? "]" : "");
        }
    }
}
