package astray.transcript.log;

import astray.facts.LogEntry;
import astray.facts.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of one log line stand. A reader has one and points it at line after line: parsing finds indexes and
 * makes no object, since hardly any line of a journal becomes a fact.
 */
abstract class LineHead {
    private static final int MAX_PREFIX = 200;
    private static final int MAX_PID_DIGITS = 18;

    final Stamp stamp;
    String text = "";
    int stampAt;
    int hostAt;
    int hostEnd;
    int identifierAt;
    int identifierEnd;
    int pidAt;
    int pidEnd;
    int messageAt;
    int messageEnd;
    /** Where the message's column begins, to which journalctl indents further lines of the same message. */
    int column;

    LineHead(Stamp stamp) {
        this.stamp = stamp;
    }

    /**
     * Finds the parts of a line.
     *
     * @param strict whether the whole shape must be there; otherwise the stamp is enough
     */
    boolean parse(String line, boolean strict) {
        text = line;
        hostAt = hostEnd = identifierAt = identifierEnd = pidAt = pidEnd = 0;
        stampAt = stampStart(line);
        int end = stamp.end(line, stampAt);
        if (end < 0) {
            stampAt = behindGrepPrefix(line);
            end = stampAt == 0 ? -1 : stamp.end(line, stampAt);
            if (end < 0) {
                return false;
            }
        }
        return parts(end, strict);
    }

    /** Where the stamp should stand. */
    abstract int stampStart(String line);

    /** Finds what stands behind the stamp. */
    abstract boolean parts(int stampEnd, boolean strict);

    /** Behind the file's name or line number that grep put before the line, or 0. */
    private static int behindGrepPrefix(String line) {
        int limit = Math.min(line.length(), MAX_PREFIX);
        for (int i = 0; i < limit && line.charAt(i) != ' '; i++) {
            if (line.charAt(i) == ':' && i > 0) {
                return i + 1;
            }
        }
        return 0;
    }

    final void message(int from) {
        messageAt = Scan.blanksEnd(text, from);
        int end = text.length();
        while (end > messageAt && text.charAt(end - 1) <= ' ') {
            end--;
        }
        messageEnd = end;
    }

    /** Finds {@code name[pid]:} or {@code name:} at an index; the index behind the colon, or -1. */
    final int identifier(int from) {
        return identifier(from, wordEnd(from));
    }

    /** The same for a word that ends at an index. */
    final int identifier(int from, int end) {
        int i = end - 1;
        if (i <= from || text.charAt(i) != ':' || end < text.length() && text.charAt(end) != ' ') {
            return -1;
        }
        identifierAt = from;
        identifierEnd = i;
        if (text.charAt(i - 1) == ']') {
            int open = text.lastIndexOf('[', i);
            if (open > from
                    && open + 1 < i - 1
                    && i - open <= MAX_PID_DIGITS
                    && Scan.digitsEnd(text, open + 1) == i - 1) {
                identifierEnd = open;
                pidAt = open + 1;
                pidEnd = i - 1;
            }
        }
        return i + 1;
    }

    /** Where the word ends that begins there. */
    final int wordEnd(int from) {
        int i = from;
        int length = text.length();
        while (i < length) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t') {
                break;
            }
            i++;
        }
        return i;
    }

    /** Whether the line matters for reachability. */
    boolean matters() {
        return LogRelevance.matters(text, identifierAt, identifierEnd, text, messageAt, messageEnd);
    }

    /** The line as a fact. */
    final LogEntry entry() {
        String message = text.substring(messageAt, messageEnd);
        Moment at = stampAt < 0 ? null : stamp.read(text, stampAt);
        return new LogEntry(
                at,
                hostEnd > hostAt ? text.substring(hostAt, hostEnd) : null,
                name(),
                pidEnd > pidAt ? Long.valueOf(Long.parseLong(text, pidAt, pidEnd, 10)) : null,
                message);
    }

    /** Who wrote it. */
    @Nullable
    String name() {
        return identifierEnd > identifierAt ? text.substring(identifierAt, identifierEnd) : null;
    }
}
