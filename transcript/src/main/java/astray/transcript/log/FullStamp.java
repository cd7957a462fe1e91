package astray.transcript.log;

import astray.facts.Moment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * {@code Mon 2023-11-20 14:25:24 CST}: journalctl -o short-full and with-unit. A zone's abbreviation says nothing sure
 * (CST is in China and in Chicago), so only UTC and numeric zones give an offset; the word is skipped.
 */
record FullStamp() implements Stamp {
    private static final int DATE = 4;
    private static final int CLOCK = 15;
    private static final int ZONE = 24;

    @Override
    public int end(String text, int from) {
        if (Scan.dayOfWeek(text, from) == 0
                || !Scan.is(text, from + 3, ' ')
                || !Scan.digits(text, from + DATE, 4)
                || !Scan.is(text, from + 8, '-')
                || !Scan.digits(text, from + 9, 2)
                || !Scan.is(text, from + 11, '-')
                || !Scan.digits(text, from + 12, 2)
                || !Scan.is(text, from + 14, ' ')) {
            return -1;
        }
        int end = Scan.clockEnd(text, from + CLOCK);
        if (end < 0) {
            return -1;
        }
        int zone = zoneEnd(text, from + ZONE);
        return zone < 0 ? end : zone;
    }

    /** The index behind {@code CST}, {@code UTC}, {@code +03} or {@code +0530}, where a host's name still follows. */
    private static int zoneEnd(String text, int from) {
        int end = from;
        if (Scan.is(text, from, '+') || Scan.is(text, from, '-')) {
            end = Scan.offsetEnd(text, from);
        } else {
            while (end < text.length() && end - from < 6 && text.charAt(end) >= 'A' && text.charAt(end) <= 'Z') {
                end++;
            }
        }
        return end - from < 2 || !Scan.is(text, end, ' ') || !followedByTwoWords(text, end + 1) ? -1 : end;
    }

    /** A host in capitals is no zone: only one word, the identifier, stands between it and the colon. */
    private static boolean followedByTwoWords(String text, int from) {
        int blank = text.indexOf(' ', from);
        return blank > from && text.charAt(blank - 1) != ':';
    }

    @Override
    public @Nullable Moment read(String text, int from) {
        LocalDate date = Scan.date(
                Scan.value(text, from + DATE, 4), Scan.value(text, from + 9, 2), Scan.value(text, from + 12, 2));
        LocalTime time = Scan.clock(text, from + CLOCK, 0);
        return date == null || time == null ? null : new Moment.Dated(date.atTime(time), offset(text, from + ZONE));
    }

    private static @Nullable ZoneOffset offset(String text, int from) {
        int end = zoneEnd(text, from);
        if (end < 0) {
            return null;
        }
        if (text.startsWith("UTC", from) || text.startsWith("GMT", from)) {
            return ZoneOffset.UTC;
        }
        return Character.isLetter(text.charAt(from)) ? null : Scan.offset(text, from, end);
    }

    @Override
    public boolean canPrint(Moment moment) {
        return moment instanceof Moment.Dated;
    }

    @Override
    public void print(Moment moment, StringBuilder out) {
        if (moment instanceof Moment.Dated at) {
            Scan.printDayOfWeek(at.at().getDayOfWeek().getValue(), out);
            out.append(' ').append(at.at().toLocalDate()).append(' ');
            Scan.printClock(at.at().toLocalTime(), out);
            if (ZoneOffset.UTC.equals(at.offset())) {
                out.append(" UTC");
            } else if (at.offset() != null) {
                out.append(' ');
                Scan.printOffset(at.offset(), "", out);
            }
        }
    }
}
