package astray.instruments.journalctl;

import astray.instruments.Output;

/** Prints a message that may have several lines, the later ones indented; without -l and -a it is cut. */
final class Multiline {
    private static final int LINES = 3;
    private static final int CHARACTERS = 300;

    private final Output out;
    private final Guard guard;
    private final boolean whole;
    private final int columns;

    /**
     * Describes how.
     *
     * @param out where to
     * @param terminal whether that is a terminal
     * @param whole whether nothing is cut
     * @param columns the terminal's width
     */
    Multiline(Output out, boolean terminal, boolean whole, int columns) {
        this.out = out;
        guard = new Guard(out, terminal);
        this.whole = whole;
        this.columns = columns;
    }

    /**
     * Prints a message and ends its last line.
     *
     * @param prefix the width of what stands before it on its line
     * @param colour what each line begins with
     * @param markFrom where the text that is marked begins, counted from the message's start
     * @param markTo where it ends; nothing is marked when both are equal
     */
    void print(byte[] message, int from, int to, int prefix, Paint colour, int markFrom, int markTo) {
        if (from == to) {
            out.put('\n');
        }
        int line = 0;
        for (int start = from; start < to; line++) {
            int end = start;
            while (end < to && message[end] != '\n') {
                end++;
            }
            if (line > 0) {
                out.blanks(prefix);
            }
            boolean last = line + 1 == LINES || end + 1 >= from + CHARACTERS;
            if (whole || prefix + (end - start) + 1 < columns && !last) {
                line(message, start, end, colour, from + markFrom, from + markTo);
                out.put('\n');
            } else {
                cut(message, start, end, prefix, colour, last);
                if (last) {
                    return;
                }
            }
            start = end + 1;
        }
    }

    private void line(byte[] message, int start, int end, Paint colour, int markFrom, int markTo) {
        out.text(colour.on());
        int zero = start;
        while (zero < end && message[zero] != 0) {
            zero++;
        }
        // As printf(3) prints it: with -a a zero byte ends a line. An empty mark is made too.
        if (!colour.on().isEmpty() && markFrom >= start && markFrom < end && markTo <= zero) {
            guard.raw(message, start, markFrom - start);
            out.text(colour.mark());
            guard.raw(message, markFrom, markTo - markFrom);
            out.text(colour.on());
            guard.raw(message, markTo, zero - markTo);
        } else {
            guard.raw(message, start, zero - start);
        }
        out.text(colour.off());
    }

    private void cut(byte[] message, int start, int end, int prefix, Paint colour, boolean last) {
        int room = columns - prefix;
        if (room < 3) {
            out.text("...\n");
            return;
        }
        out.text(colour.on());
        if (room > end - start + 3) {
            out.raw(message, start, end - start).text("...");
        } else {
            out.text(Ellipsis.of(message, start, end, room, last ? 100 : 90));
        }
        out.text(colour.off()).put('\n');
    }
}
