package astray.packet.text;

import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/** When a packet was captured, as tcpdump's -t options print it. */
public final class TimeText {

    /** The ways to print it. */
    public enum Kind {
        /** The time of day: without {@code -t}. */
        CLOCK,
        /** Not at all: {@code -t}. */
        NONE,
        /** Seconds since 1970: {@code -tt}. */
        EPOCH,
        /** Since the packet before: {@code -ttt}. */
        DELTA,
        /** Date and time: {@code -tttt}. */
        DATE,
        /** Since the first packet: {@code -ttttt}. */
        SINCE_FIRST
    }

    private static final long DAY = 86_400;

    /** How long {@code hh:mm:ss.} is. */
    private static final int CLOCK = 9;

    private final Kind kind;
    private final int digits;
    private final long unit;
    private final LongUnaryOperator offset;

    private boolean any;
    private long referenceSeconds;
    private long referenceFraction;

    /** The hour for which the offset is known, and the day for which the date is. */
    private long offsetHour = Long.MIN_VALUE;

    private long offsetSeconds;
    private long dateDay = Long.MIN_VALUE;
    private @Nullable String date;

    /** The second whose time of day is at hand, with a dot behind it: most packets share it with the one before. */
    private long clockSecond = Long.MIN_VALUE;

    private final byte[] clock = new byte[CLOCK];

    /**
     * Prepares to print times.
     *
     * @param kind how
     * @param nano whether fractions are nanoseconds; else microseconds
     * @param offset the time zone: seconds east of UTC at a number of seconds since 1970
     */
    public TimeText(Kind kind, boolean nano, LongUnaryOperator offset) {
        this.kind = kind;
        this.digits = nano ? 9 : 6;
        this.unit = nano ? 1_000_000_000 : 1_000_000;
        this.offset = offset;
    }

    /**
     * Prints a time and a blank.
     *
     * @param seconds since 1970
     * @param fraction in the unit chosen; too large a one is printed and called invalid
     */
    public void print(Line line, long seconds, long fraction) {
        switch (kind) {
            case NONE -> {
                return;
            }
            case CLOCK -> clock(line, seconds, fraction);
            case EPOCH -> {
                line.number(seconds).put('.');
                fraction(line, fraction);
            }
            case DATE -> {
                long local = seconds + offsetAt(seconds);
                long day = Math.floorDiv(local, DAY);
                if (day != dateDay || date == null) {
                    date = date(day);
                    dateDay = day;
                }
                line.text(date).put(' ');
                clock(line, seconds, fraction);
            }
            case DELTA, SINCE_FIRST -> since(line, seconds, fraction);
        }
        line.put(' ');
    }

    private long offsetAt(long seconds) {
        long hour = Math.floorDiv(seconds, 900);
        if (hour != offsetHour) {
            offsetHour = hour;
            offsetSeconds = offset.applyAsLong(seconds);
        }
        return offsetSeconds;
    }

    private void clock(Line line, long seconds, long fraction) {
        if (seconds != clockSecond) {
            clockSecond = seconds;
            int second = (int) Math.floorMod(seconds + offsetAt(seconds), DAY);
            Line text = new Line(CLOCK);
            two(text, second / 3600).put(':');
            two(text, second / 60 % 60).put(':');
            two(text, second % 60).put('.');
            System.arraycopy(text.bytes(), 0, clock, 0, CLOCK);
        }
        line.raw(clock, CLOCK);
        fraction(line, fraction);
    }

    private static Line two(Line line, int value) {
        return line.put('0' + value / 10).put('0' + value % 10);
    }

    private void fraction(Line line, long fraction) {
        line.padded(fraction, digits);
        if (fraction >= unit) {
            line.text(digits == 9 ? " (invalid ns)" : " (invalid us)");
        }
    }

    private void since(Line line, long seconds, long fraction) {
        if (!any) {
            any = true;
            referenceSeconds = seconds;
            referenceFraction = fraction;
        }
        long difference = (seconds - referenceSeconds) * unit + fraction - referenceFraction;
        if (kind == Kind.DELTA) {
            referenceSeconds = seconds;
            referenceFraction = fraction;
        }
        line.put(difference < 0 ? '-' : ' ');
        long magnitude = Math.abs(difference);
        long whole = magnitude / unit;
        line.padded(whole / 3600, 2).put(':');
        two(line, (int) (whole / 60 % 60)).put(':');
        two(line, (int) (whole % 60)).put('.');
        line.padded(magnitude % unit, digits);
    }

    /** The date of a day since 1970, in the proleptic Gregorian calendar. */
    static String date(long day) {
        // days counted from 1 March of the year 0, in eras of 400 years
        long shifted = day + 719_468;
        long era = Math.floorDiv(shifted, 146_097);
        long ofEra = shifted - era * 146_097;
        long yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        long ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long monthFromMarch = (5 * ofYear + 2) / 153;
        long dayOfMonth = ofYear - (153 * monthFromMarch + 2) / 5 + 1;
        long month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return new Line()
                .padded(year, 4)
                .put('-')
                .padded(month, 2)
                .put('-')
                .padded(dayOfMonth, 2)
                .toString();
    }
}
