package astray.instruments.journalctl;

import astray.codec.Payload;
import astray.instruments.Output;
import astray.instruments.time.Zone;
import astray.journal.Entry;
import astray.journal.FieldNames;
import org.jspecify.annotations.Nullable;

/** One line for an entry, as syslog writes it: time, host, who, message. */
final class ShortFormat implements Format {
    private static final FieldNames NAMES = new FieldNames(
            "MESSAGE",
            "_SOURCE_REALTIME_TIMESTAMP",
            "_SOURCE_MONOTONIC_TIMESTAMP",
            "_PID",
            "_COMM",
            "PRIORITY",
            "_TRANSPORT",
            "_HOSTNAME",
            "SYSLOG_PID",
            "SYSLOG_IDENTIFIER",
            "_SYSTEMD_UNIT",
            "_SYSTEMD_USER_UNIT");
    private static final int MESSAGE = 0;
    private static final int REALTIME = 1;
    private static final int MONOTONIC = 2;
    private static final int PID = 3;
    private static final int COMM = 4;
    private static final int PRIORITY = 5;
    private static final int TRANSPORT = 6;
    private static final int HOSTNAME = 7;
    private static final int SYSLOG_PID = 8;
    private static final int IDENTIFIER = 9;
    private static final int UNIT = 10;
    private static final int USER_UNIT = 11;
    private static final int COUNT = 12;

    /** A text of this length is not printed as a name. */
    private static final int LONGEST_NAME = 300;

    /** A longer one is read anew each time. */
    private static final int KNOWN = 1024;

    private static final int INFORMATION = 6;

    /** A field whose data was read. */
    private static final class Field {
        private final int name;
        private final byte[] value;
        private final boolean printable;

        Field(int name, byte[] value, boolean printable) {
            this.name = name;
            this.value = value;
            this.printable = printable;
        }
    }

    private static final Field OTHER = new Field(-1, new byte[0], false);

    private final Settings settings;
    private final Output out;
    private final Stamp stamp;
    private final Multiline lines;
    private final boolean colours;
    private final Guard guard;
    private final Known<Field> known = new Known<>();
    private final @Nullable Field[] present = new Field[COUNT];
    private final Payload message = new Payload();
    private final Payload stripped = new Payload();
    private final Payload scratch = new Payload();

    /** What the present entry says of its time; -1 for nothing. */
    private long givenRealtime;

    private long givenMonotonic;

    private boolean hadOne;
    private long lastMonotonic;
    private long lastRealtime;
    private long lastBootHigh;
    private long lastBootLow;

    ShortFormat(Settings settings, Output out, Zone zone, Screen screen) {
        this.settings = settings;
        this.out = out;
        colours = screen.colours();
        guard = new Guard(out, screen.isTerminal());
        stamp = new Stamp(settings.mode, zone);
        lines = new Multiline(out, screen.isTerminal(), settings.full || settings.all, screen.columns());
    }

    @Override
    public void print(Entry entry, int from, int to) {
        long messageData = gather(entry);
        if (messageData != 0 && entry.read(messageData, message)) {
            line(entry, from, to);
        }
        if (settings.mode == Mode.SHORT_DELTA) {
            // One without a message is not shown, but the next one's time is told from it.
            hadOne = true;
            lastMonotonic = monotonicTime(entry);
            lastRealtime = realtime(entry);
            lastBootHigh = entry.bootHigh();
            lastBootLow = entry.bootLow();
        }
    }

    private void line(Entry entry, int from, int to) {
        int width = time(entry);
        width += who();
        byte[] text = message.array();
        int start = NAMES.length(MESSAGE);
        int end = message.length();
        if (!colours && (settings.full || settings.all) && isPlain(text, start, end)) {
            out.text(": ").raw(text, start, end - start).put('\n');
            return;
        }
        int markFrom = from;
        int markTo = to;
        if (!settings.all) {
            if (Ansi.isNeeded(text, start, end)) {
                Ansi.strip(text, start, end, stripped);
                text = stripped.array();
                start = 0;
                end = stripped.length();
                markFrom = 0;
                markTo = 0;
            }
            if (!Utf8.isPrintable(text, start, end, true)) {
                out.text(": [").text(ByteCount.text(end - start)).text(" blob data]\n");
                return;
            }
        }
        out.text(": ");
        lines.print(text, start, end, width + 2, paint(), markFrom, markTo);
    }

    /** Whether a message is printed as it is, whatever the settings. */
    private static boolean isPlain(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            // Bytes beyond ASCII are negative.
            if (text[i] < ' ' || text[i] == 0x7f) {
                return false;
            }
        }
        return true;
    }

    /** Reads the fields that a line is made of; returns the message's data. */
    private long gather(Entry entry) {
        java.util.Arrays.fill(present, null);
        givenRealtime = -1;
        givenMonotonic = -1;
        known.turnTo(entry.source());
        long found = 0;
        int count = entry.fields();
        for (int i = 0; i < count; i++) {
            long data = entry.data(i);
            Field field = known.get(data);
            if (field == null) {
                int name = NAMES.of(entry, data);
                if (name == MESSAGE) {
                    found = data;
                    continue;
                }
                if (name == REALTIME || name == MONOTONIC) {
                    long number = entry.read(data, scratch)
                            ? Decimal.parse(scratch.array(), NAMES.length(name), scratch.length())
                            : -1;
                    if (name == REALTIME) {
                        givenRealtime = number;
                    } else {
                        givenMonotonic = number;
                    }
                    continue;
                }
                field = name < 0 || !entry.read(data, scratch) ? OTHER : field(name);
                if (data != 0 && field.value.length < KNOWN) {
                    known.put(data, field);
                }
            }
            if (field.name >= 0) {
                present[field.name] = field;
            }
        }
        return found;
    }

    private Field field(int name) {
        int start = NAMES.length(name);
        byte[] value = java.util.Arrays.copyOfRange(scratch.array(), start, scratch.length());
        return new Field(name, value, value.length < LONGEST_NAME && Utf8.isPrintable(value, 0, value.length, true));
    }

    private int time(Entry entry) {
        if (settings.mode == Mode.SHORT_MONOTONIC || settings.mode == Mode.SHORT_DELTA) {
            return monotonic(entry);
        }
        return stamp.print(realtime(entry), out);
    }

    private long realtime(Entry entry) {
        return givenRealtime > 0 ? givenRealtime : entry.realtime();
    }

    private long monotonicTime(Entry entry) {
        return givenMonotonic >= 0 ? givenMonotonic : entry.monotonic();
    }

    private int monotonic(Entry entry) {
        long now = monotonicTime(entry);
        int width = 2;
        out.put('[');
        width += seconds(now);
        if (settings.mode == Mode.SHORT_DELTA) {
            if (!hadOne) {
                out.blanks(16);
                width += 16;
            } else {
                boolean same = entry.bootHigh() == lastBootHigh && entry.bootLow() == lastBootLow;
                out.text(" <");
                width += 2 + seconds(Math.max(0, same ? now - lastMonotonic : realtime(entry) - lastRealtime));
                out.put(same ? ' ' : '*').put('>');
                width += 2;
            }
        }
        out.put(']');
        return width;
    }

    private int seconds(long micros) {
        String whole = Long.toString(micros / 1_000_000);
        out.right(whole, 5).put('.');
        Stamp.six(out, micros % 1_000_000);
        return Math.max(5, whole.length()) + 7;
    }

    private boolean shown(@Nullable Field field) {
        return field != null && (settings.all || field.printable);
    }

    private int who() {
        int width = 0;
        Field host = present[HOSTNAME];
        if (host != null && !settings.noHostname && shown(host)) {
            width += word(' ', host);
        }
        Field unit = present[UNIT];
        Field userUnit = present[USER_UNIT];
        Field identifier = present[IDENTIFIER];
        Field comm = present[COMM];
        if (settings.mode == Mode.WITH_UNIT && (shown(unit) || shown(userUnit))) {
            if (unit != null) {
                width += word(' ', unit);
            }
            if (userUnit != null) {
                width += word(unit != null ? '/' : ' ', userUnit);
            }
        } else if (identifier != null && shown(identifier)) {
            width += word(' ', identifier);
        } else if (comm != null && shown(comm)) {
            width += word(' ', comm);
        } else {
            // As the original: the width of this word is not counted.
            out.text(" unknown");
        }
        Field pid = shown(present[PID]) ? present[PID] : present[SYSLOG_PID];
        if (pid != null && shown(pid)) {
            width += word('[', pid) + 1;
            out.put(']');
        }
        return width;
    }

    private int word(char before, Field field) {
        out.put(before);
        guard.raw(field.value, 0, field.value.length);
        return field.value.length + 1;
    }

    private Paint paint() {
        if (!colours) {
            return Paint.NONE;
        }
        Field priority = present[PRIORITY];
        int level = INFORMATION;
        if (priority != null && priority.value.length == 1 && priority.value[0] >= '0' && priority.value[0] <= '7') {
            level = priority.value[0] - '0';
        }
        Field transport = present[TRANSPORT];
        boolean audit = transport != null
                && new String(transport.value, java.nio.charset.StandardCharsets.ISO_8859_1).equals("audit");
        return Paint.of(level, audit);
    }
}
