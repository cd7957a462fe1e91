package astray.transcript.log;

import astray.facts.Moment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * {@code [   28.911290]}, seconds since the kernel started: dmesg and journalctl -o short-monotonic. The difference
 * that dmesg -d adds ({@code [   28.911290 <    0.000004>]}) is passed over.
 */
record BootStamp() implements Stamp {
    private static final int MAX_SECOND_DIGITS = 11;

    @Override
    public int end(String text, int from) {
        if (!Scan.is(text, from, '[')) {
            return -1;
        }
        int seconds = Scan.blanksEnd(text, from + 1);
        int point = Scan.digitsEnd(text, seconds);
        if (point == seconds || point - seconds > MAX_SECOND_DIGITS || !Scan.is(text, point, '.')) {
            return -1;
        }
        int end = Scan.digitsEnd(text, point + 1);
        if (end - point < 4) {
            return -1;
        }
        if (Scan.is(text, end, ']')) {
            return end + 1;
        }
        return Scan.is(text, end, ' ') && Scan.is(text, end + 1, '<') ? differenceEnd(text, end + 2) : -1;
    }

    private static int differenceEnd(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '.' || Scan.isDigit(text, i))) {
            i++;
        }
        int close = Scan.is(text, i, '>') ? Scan.blanksEnd(text, i + 1) : -1;
        return Scan.is(text, Math.max(close, 0), ']') && close > 0 ? close + 1 : -1;
    }

    @Override
    public @Nullable Moment read(String text, int from) {
        int seconds = Scan.blanksEnd(text, from + 1);
        int point = Scan.digitsEnd(text, seconds);
        int nanos = Scan.nanos(text, point + 1, Scan.digitsEnd(text, point + 1));
        return new Moment.SinceBoot(Duration.ofSeconds(Long.parseLong(text, seconds, point, 10), nanos));
    }

    @Override
    public boolean canPrint(Moment moment) {
        return moment instanceof Moment.SinceBoot;
    }

    @Override
    public void print(Moment moment, StringBuilder out) {
        if (moment instanceof Moment.SinceBoot at) {
            String seconds = Long.toString(at.elapsed().toSeconds());
            out.append('[').repeat(' ', Math.max(0, 5 - seconds.length())).append(seconds);
            out.append('.');
            Scan.padded(at.elapsed().toNanosPart() / 1000, 6, out);
            out.append(']');
        }
    }
}
