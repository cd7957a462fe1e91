package astray.instruments.dmesg;

import astray.instruments.ClosedOutput;
import astray.instruments.Output;

/** Records as lines. */
final class TextPrinter implements Printer {
    private static final String END = "\033[0m";
    private static final String SUBSYSTEM = "\033[33m";
    private static final String TIME = "\033[32m";
    private static final String NEW_MINUTE = "\033[32m\033[1m";
    private static final String ALERT = "\033[7m\033[31m";
    private static final String CRIT = "\033[1m\033[31m";
    private static final String ERR = "\033[31m";
    private static final String WARN = "\033[1m";
    private static final String SEGFAULT = "\033[2m\033[31m";
    private static final byte[] SEGFAULT_WORDS = {'s', 'e', 'g', 'f', 'a', 'u', 'l', 't', ' ', 'a', 't'};

    private final Settings settings;
    private final Stamps stamps;
    private final Output out;
    private final Escapes escapes;
    private final boolean coloured;
    private int indent;

    TextPrinter(Settings settings, Stamps stamps, Output out, boolean utf8) {
        this.settings = settings;
        this.stamps = stamps;
        this.out = out;
        this.escapes = new Escapes(out, settings.escape, utf8);
        this.coloured = settings.coloured;
    }

    @Override
    public void print(LogRecord entry) throws ClosedOutput {
        if (entry.isEmpty()) {
            out.line();
            return;
        }
        String time = stamps.of(entry).toString();
        int at = entry.from();
        int end = lineEnd(entry, at);
        front(entry, time);
        message(entry, at, end);
        while (end < entry.to()) {
            at = end + 1;
            end = lineEnd(entry, at);
            if (at < end) {
                out.line();
                front(entry, settings.time == Settings.Time.RELATIVE ? "[  +0.000000] " : time);
                message(entry, at, end);
            }
        }
        out.line();
    }

    /** The end of a line where each gets the time in front; else the end of the message. */
    private int lineEnd(LogRecord entry, int from) {
        int end = settings.everyLine && settings.file == null ? Scan.find(entry.bytes(), from, entry.to(), '\n') : -1;
        return end < 0 ? entry.to() : end;
    }

    private void front(LogRecord entry, String time) {
        indent = time.length();
        if (settings.decode && !settings.raw && entry.hasPriority()) {
            String facility = Priorities.FACILITY.name(entry.facility);
            out.left(facility, 6).put(':');
            out.left(Priorities.LEVEL.name(entry.level), 6).text(": ");
            indent += Math.max(6, facility.length()) + 9;
        }
        if (!time.isEmpty()) {
            coloured(stamps.isTurn() ? NEW_MINUTE : TIME, time);
        }
    }

    private void coloured(String colour, String text) {
        if (coloured) {
            out.text(colour).text(text).text(END);
        } else {
            out.text(text);
        }
    }

    private void message(LogRecord entry, int from, int to) {
        byte[] bytes = entry.bytes();
        if (!coloured) {
            escapes.print(bytes, from, to, indent);
            return;
        }
        int rest = subsystemEnd(bytes, from, to);
        if (rest > from) {
            out.text(SUBSYSTEM);
            escapes.print(bytes, from, rest, indent);
            out.text(END);
        }
        String colour = colour(entry.level, bytes, rest, to);
        out.text(colour);
        escapes.print(bytes, rest, to, indent);
        if (!colour.isEmpty()) {
            out.text(END);
        }
    }

    /** Behind the first colon that a blank follows, and more behind it; the start where there is none. */
    private static int subsystemEnd(byte[] bytes, int from, int to) {
        for (int i = from; i + 2 < to; i++) {
            if (bytes[i] == ':' && (bytes[i + 1] == ' ' || bytes[i + 1] == '\t')) {
                return i + 2;
            }
        }
        return from;
    }

    private static String colour(int level, byte[] bytes, int from, int to) {
        return switch (level) {
            case Priorities.ALERT -> ALERT;
            case Priorities.CRIT -> CRIT;
            case Priorities.ERR -> ERR;
            case Priorities.WARN -> WARN;
            default -> holdsSegfault(bytes, from, to) ? SEGFAULT : "";
        };
    }

    private static boolean holdsSegfault(byte[] bytes, int from, int to) {
        for (int i = from; i + SEGFAULT_WORDS.length <= to; i++) {
            int k = 0;
            while (k < SEGFAULT_WORDS.length && bytes[i + k] == SEGFAULT_WORDS[k]) {
                k++;
            }
            if (k == SEGFAULT_WORDS.length) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void end() {}
}
