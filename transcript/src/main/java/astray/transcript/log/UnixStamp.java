package astray.transcript.log;

import astray.facts.Moment;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** {@code 1700461524.123456}, seconds since 1970 in UTC: journalctl -o short-unix. */
record UnixStamp() implements Stamp {
    private static final int SECOND_DIGITS = 10;

    @Override
    public int end(String text, int from) {
        int point = from + SECOND_DIGITS;
        return Scan.digits(text, from, SECOND_DIGITS) && Scan.is(text, point, '.') && Scan.digits(text, point + 1, 6)
                ? point + 7
                : -1;
    }

    @Override
    public @Nullable Moment read(String text, int from) {
        int point = from + SECOND_DIGITS;
        long seconds = Long.parseLong(text, from, point, 10);
        return at(seconds, Scan.nanos(text, point + 1, point + 7));
    }

    /** A time in UTC. */
    static Moment at(long seconds, int nanos) {
        return new Moment.Dated(LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    @Override
    public boolean canPrint(Moment moment) {
        return moment instanceof Moment.Dated at && at.offset() != null;
    }

    @Override
    public void print(Moment moment, StringBuilder out) {
        if (moment instanceof Moment.Dated at && at.offset() != null) {
            Scan.padded(at.at().toEpochSecond(at.offset()), SECOND_DIGITS, out);
            out.append('.');
            Scan.padded(at.at().get(ChronoField.MICRO_OF_SECOND), 6, out);
        }
    }
}
