package astray.instruments.journalctl;

import astray.instruments.Output;

/**
 * Prints bytes from outside. Into a file or pipe they go as they are, since the original's do; on a terminal control
 * characters, and what is no character at all, become question marks.
 */
final class Guard {
    private final Output out;
    private final boolean terminal;

    Guard(Output out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void raw(byte[] bytes, int from, int count) {
        int to = from + count;
        if (!terminal || Utf8.isPrintable(bytes, from, to, true)) {
            out.raw(bytes, from, count);
            return;
        }
        int at = from;
        while (at < to) {
            int length = Math.max(1, Utf8.length(bytes, at, to));
            if (Utf8.isPrintable(bytes, at, Math.min(to, at + length), true)) {
                out.raw(bytes, at, length);
            } else {
                out.put('?');
            }
            at += length;
        }
    }
}
