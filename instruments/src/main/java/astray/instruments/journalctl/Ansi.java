package astray.instruments.journalctl;

import astray.codec.Payload;

/** Takes colours, links and carriage returns out of a message, and tabs apart, as systemd does before it prints one. */
final class Ansi {
    private static final int TAB = 8;

    private Ansi() {}

    /** Whether there is anything to do. */
    static boolean isNeeded(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\t' || bytes[i] == '\r' || bytes[i] == 0x1b) {
                return true;
            }
        }
        return false;
    }

    /** The message without them. */
    static void strip(byte[] in, int from, int to, Payload out) {
        out.clear();
        int at = from;
        int start = from;
        while (at < to) {
            byte c = in[at];
            if (c != '\t' && c != '\r' && c != 0x1b) {
                at++;
                continue;
            }
            int end = c == '\t' || c == '\r' && isLineEnd(in, at, to) ? at + 1 : c == 0x1b ? sequence(in, at, to) : at;
            if (end == at) {
                at++;
                continue;
            }
            append(in, start, at, out);
            if (c == '\t') {
                int length = out.length();
                out.resize(length + TAB);
                java.util.Arrays.fill(out.array(), length, length + TAB, (byte) ' ');
            }
            at = end;
            start = end;
        }
        append(in, start, to, out);
    }

    private static void append(byte[] in, int from, int to, Payload out) {
        int length = out.length();
        out.resize(length + to - from);
        System.arraycopy(in, from, out.array(), length, to - from);
    }

    /** Whether a carriage return has nothing but others of its kind behind it on its line. */
    private static boolean isLineEnd(byte[] in, int from, int to) {
        int at = from;
        while (at < to && in[at] == '\r') {
            at++;
        }
        return at == to || in[at] == '\n';
    }

    /** Where an escape sequence that is left out ends; its start when there is none. */
    private static int sequence(byte[] in, int from, int to) {
        if (from + 1 >= to) {
            return from;
        }
        if (in[from + 1] == '[') {
            for (int i = from + 2; i < to; i++) {
                if (in[i] == 'm') {
                    return i + 1;
                }
                if ((in[i] < '0' || in[i] > '9') && in[i] != ';') {
                    return from;
                }
            }
        } else if (in[from + 1] == ']') {
            for (int i = from + 2; i < to; i++) {
                if (in[i] == 7) {
                    return i + 1;
                }
                if (in[i] < ' ' || in[i] > '~') {
                    return from;
                }
            }
        }
        return from;
    }
}
