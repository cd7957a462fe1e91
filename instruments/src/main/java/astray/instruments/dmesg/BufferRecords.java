package astray.instruments.dmesg;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records in a text as syslog(2) gives it and {@code dmesg -r} prints it: {@code <6>[   28.911290] message}. A
 * record ends where the next line begins with {@code <}; lines between belong to it. What stands in front of a message
 * may be missing.
 */
final class BufferRecords implements Source {
    /** A record that is longer is taken for several: no text may ask for more memory. */
    static final int LONGEST = 1 << 20;

    private static final long SECOND = 1_000_000;

    private final InputStream stream;
    private final Settings settings;
    private final LogRecord entry = new LogRecord();
    private byte[] window = new byte[1 << 16];
    private int at;
    private int limit;
    private boolean ended;

    /**
     * Stands at the beginning of a text.
     *
     * @param settings what of a record is asked for; where that is all of it, raw, its whole text is the message
     */
    BufferRecords(InputStream stream, Settings settings) {
        this.stream = stream;
        this.settings = settings;
    }

    @Override
    public @Nullable LogRecord next() throws IOException {
        skipZeros();
        int searched = at;
        while (true) {
            int end = end(searched);
            if (end >= 0) {
                return record(at, end, end);
            }
            searched = Math.max(at, limit - 1);
            if (limit - at >= LONGEST) {
                return record(at, limit, limit - 1);
            }
            int moved = at;
            if (!fill()) {
                if (at == limit) {
                    return null;
                }
                int last = window[limit - 1] == '\n' ? limit - 1 : limit;
                return record(at, last, limit);
            }
            searched -= moved - at;
        }
    }

    /** A buffer may be filled up with zeros. */
    private void skipZeros() throws IOException {
        do {
            while (at < limit && window[at] == 0) {
                at++;
            }
        } while (at == limit && fill());
    }

    /** The line break behind the record that begins here; -1 when it is not yet read. */
    private int end(int from) {
        for (int i = Math.max(from, at + 1); i + 1 < limit; i++) {
            if (window[i] == '\n' && window[i + 1] == '<') {
                return i;
            }
        }
        return -1;
    }

    /** Reads more; false at the end of the text. A zero stands behind what was read. */
    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        System.arraycopy(window, at, window, 0, limit - at);
        limit -= at;
        at = 0;
        if (limit + 1 >= window.length) {
            window = Arrays.copyOf(window, window.length * 2);
        }
        int count = stream.read(window, limit, window.length - limit - 1);
        ended = count < 0;
        limit += Math.max(0, count);
        window[limit] = 0;
        return !ended;
    }

    private LogRecord record(int begin, int end, int separator) {
        entry.begin(window);
        entry.message(settings.raw ? begin : stamp(priority(begin, end), end), end);
        at = Math.min(limit, separator + 1);
        return entry;
    }

    /** Reads {@code <6>}; returns the place behind it. */
    private int priority(int begin, int end) {
        if (begin == end || window[begin] != '<') {
            return begin;
        }
        if (settings.needsPriority()) {
            Scan scan = new Scan(window, begin + 1, end);
            long number = scan.number();
            if (number < 0 || !scan.passes('>')) {
                return begin + 1;
            }
            entry.priority(number);
            return scan.at();
        }
        int close = Scan.find(window, begin, end, '>');
        return close < 0 ? end : close + 1;
    }

    /** Reads {@code [   28.911290]} and a blank behind it; returns the place behind. */
    private int stamp(int begin, int end) {
        if (begin + 1 >= end || window[begin] != '[' || window[begin + 1] != ' ' && !isDigit(window[begin + 1])) {
            return begin;
        }
        if (settings.time == Settings.Time.NONE) {
            int close = Scan.find(window, begin, end, ']');
            return pastBlank(close < 0 ? end : close + 1, end);
        }
        Scan scan = new Scan(window, begin + 1, end);
        long seconds = scan.number();
        long micros = scan.passes('.') ? scan.number() : -1;
        // the original keeps what it read of a time that it then takes for a part of the message
        entry.micros = Math.clamp(seconds, 0, Long.MAX_VALUE / SECOND - 1) * SECOND + Math.max(0, micros) % SECOND;
        if (micros < 0 || !scan.passes(']')) {
            return pastBlank(begin + 1, end);
        }
        return pastBlank(scan.at(), end);
    }

    private int pastBlank(int place, int end) {
        return place < end && window[place] == ' ' ? place + 1 : place;
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
