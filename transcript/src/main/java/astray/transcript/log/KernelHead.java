package astray.transcript.log;

import org.jspecify.annotations.Nullable;

/**
 * {@code [   28.911290] message}: a line of the kernel's ring buffer, with what dmesg may put around the stamp: the raw
 * {@code <6>} or decoded {@code kern  :info  : } priority before it, the caller's {@code [ T123]} behind it.
 */
final class KernelHead extends LineHead {
    private static final int MAX_CALLER = 12;
    private static final String KERNEL = "kernel";

    private final boolean notJournal;

    /**
     * Reads lines with this stamp.
     *
     * @param notJournal whether a line that journalctl -o short-monotonic could have printed is strictly wrong
     */
    KernelHead(Stamp stamp, boolean notJournal) {
        super(stamp);
        this.notJournal = notJournal;
    }

    @Override
    int stampStart(String line) {
        int at = Scan.blanksEnd(line, 0);
        if (Scan.is(line, at, '<')) {
            int end = Scan.digitsEnd(line, at + 1);
            return end > at + 1 && end - at <= 4 && Scan.is(line, end, '>') ? end + 1 : at;
        }
        return Scan.is(line, at, '[') || Scan.isDigit(line, at) ? at : behindDecodedPriority(line, at);
    }

    /** Behind {@code kern  :info  : }. */
    private static int behindDecodedPriority(String line, int at) {
        int facility = lettersEnd(line, at);
        int first = Scan.blanksEnd(line, facility);
        if (facility == at || facility - at > 8 || !Scan.is(line, first, ':')) {
            return at;
        }
        int level = lettersEnd(line, first + 1);
        int second = Scan.blanksEnd(line, level);
        return level == first + 1 || !Scan.is(line, second, ':') ? at : Scan.blanksEnd(line, second + 1);
    }

    private static int lettersEnd(String line, int from) {
        int i = from;
        while (i < line.length() && (line.charAt(i) >= 'a' && line.charAt(i) <= 'z' || Scan.isDigit(line, i))) {
            i++;
        }
        return i;
    }

    @Override
    boolean parts(int stampEnd, boolean strict) {
        if (stampEnd < text.length() && text.charAt(stampEnd) != ' ' && text.charAt(stampEnd) != '[') {
            return false;
        }
        if (strict && notJournal && looksLikeJournal(stampEnd)) {
            return false;
        }
        identifierAt = identifierEnd = pidAt = pidEnd = 0;
        int at = behindCaller(stampEnd);
        column = Math.min(at + 1, text.length());
        // systemd writes into the kernel's buffer before the journal runs; no driver writes as "systemd"
        int start = Scan.blanksEnd(text, at);
        int colon = text.startsWith("systemd", start) ? identifier(start) : -1;
        if (pidEnd == pidAt) {
            identifierAt = identifierEnd = 0;
        }
        message(pidEnd > pidAt ? colon : at);
        return true;
    }

    private int behindCaller(int from) {
        int open = Scan.blanksEnd(text, from);
        if (!Scan.is(text, open, '[')) {
            return from;
        }
        int letter = Scan.blanksEnd(text, open + 1);
        int end = Scan.digitsEnd(text, letter + 1);
        return (Scan.is(text, letter, 'T') || Scan.is(text, letter, 'C'))
                        && end > letter + 1
                        && end - open < MAX_CALLER
                        && Scan.is(text, end, ']')
                ? end + 1
                : from;
    }

    private boolean looksLikeJournal(int from) {
        int host = Scan.blanksEnd(text, from);
        int blank = text.indexOf(' ', host);
        int colon = blank < 0 || text.charAt(blank - 1) == ':' ? -1 : identifier(blank + 1);
        return colon > 0 && (pidEnd > pidAt || text.startsWith("kernel:", blank + 1));
    }

    @Override
    boolean matters() {
        return identifierEnd > identifierAt
                ? super.matters()
                : LogRelevance.matters(KERNEL, 0, KERNEL.length(), text, messageAt, messageEnd);
    }

    @Override
    @Nullable
    String name() {
        return identifierEnd > identifierAt ? super.name() : KERNEL;
    }
}
