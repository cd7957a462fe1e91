package astray.instruments.journalctl;

import astray.instruments.Output;
import astray.instruments.time.Civil;
import astray.instruments.time.SystemdTime;
import astray.instruments.time.Zone;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The time in front of a line. What it makes for a second serves all entries of that second. */
final class Stamp {
    private static final long SECOND = 1_000_000;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    private final Mode mode;
    private final Zone zone;
    private long second = Long.MIN_VALUE;

    /** The minute that the text is of, from its first second to that behind its last; one second of a plain number. */
    private long from = 1;

    private long to;

    /** Where the seconds end in the text; 0 where the text is of one second only. */
    private int clockEnd;

    private byte[] text = {};
    private byte[] offset = {};

    Stamp(Mode mode, Zone zone) {
        this.mode = mode;
        this.zone = zone;
    }

    /** Prints a time; returns how wide it is. */
    int print(long micros, Output out) {
        long whole = micros / SECOND;
        if (whole < from || whole >= to) {
            render(whole);
        } else if (whole != second && clockEnd > 0) {
            int seconds = (int) (whole - from);
            text[clockEnd - 2] = (byte) ('0' + seconds / 10);
            text[clockEnd - 1] = (byte) ('0' + seconds % 10);
        }
        second = whole;
        out.raw(text);
        int width = text.length;
        if (mode == Mode.SHORT_PRECISE || mode == Mode.SHORT_ISO_PRECISE || mode == Mode.SHORT_UNIX) {
            out.put('.');
            six(out, micros % SECOND);
            width += 7;
        }
        if (offset.length > 0) {
            out.raw(offset);
            width += offset.length;
        }
        return width;
    }

    static void six(Output out, long micros) {
        long rest = micros;
        for (long unit = 100_000; unit > 0; unit /= 10) {
            out.put((char) ('0' + rest / unit));
            rest %= unit;
        }
    }

    private void render(long seconds) {
        StringBuilder line = new StringBuilder(32);
        offset = new byte[0];
        from = seconds - Math.floorMod(seconds + zone.offset(seconds), 60L);
        to = from + 60;
        switch (mode) {
            case SHORT_UNIX -> {
                String number = Long.toString(seconds);
                line.append(" ".repeat(Math.max(0, 10 - number.length()))).append(number);
                from = seconds;
                to = seconds + 1;
            }
            case SHORT_FULL, WITH_UNIT -> line.append(full(seconds * SECOND));
            case SHORT_ISO, SHORT_ISO_PRECISE -> {
                Civil civil = zone.civil(seconds);
                line.append(civil.year()).append('-');
                two(line, civil.month()).append('-');
                two(line, civil.day()).append('T');
                clock(line, civil);
                offset = offset(zone.offset(seconds));
            }
            default -> {
                Civil civil = zone.civil(seconds);
                line.append(MONTHS, 3 * civil.month() - 3, 3 * civil.month()).append(' ');
                two(line, civil.day()).append(' ');
                clock(line, civil);
            }
        }
        int colon = line.lastIndexOf(":");
        clockEnd = colon < 0 ? 0 : colon + 3;
        text = line.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String full(long micros) {
        @Nullable String shown = SystemdTime.text(micros, zone, false);
        return shown == null ? "n/a" : shown;
    }

    private static void clock(StringBuilder line, Civil civil) {
        two(line, civil.hour()).append(':');
        two(line, civil.minute()).append(':');
        two(line, civil.second());
    }

    private static StringBuilder two(StringBuilder line, int number) {
        return line.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static byte[] offset(int seconds) {
        int minutes = Math.abs(seconds) / 60;
        StringBuilder text = new StringBuilder(5);
        text.append(seconds < 0 ? '-' : '+');
        two(text, minutes / 60);
        two(text, minutes % 60);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
