package astray.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines of so many columns: at blanks, and around wide characters unless Chinese typography
 * forbids it (no line begins with a closing mark or ends with an opening one). A word longer than a line is broken
 * where the line ends.
 */
final class Wrap {

    private static final String OPENING = "（《「『【〈〔“‘";
    private static final String CLOSING = "），。；：！？》」』】〉〕、…”’%";

    private Wrap() {}

    static List<String> lines(String text, int columns) {
        return lines(text, columns, columns);
    }

    /** The same where the first line has other room than the ones after it. */
    static List<String> lines(String text, int firstColumns, int columns) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        int room = firstColumns;
        while (start < text.length()) {
            int end = end(text, start, room);
            lines.add(text.substring(start, end).stripTrailing());
            start = afterBlanks(text, end);
            room = columns;
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    /** Where the line that begins at {@code start} ends. */
    private static int end(String text, int start, int room) {
        int columns = 0;
        int breakable = -1;
        int previous = ' ';
        int codePoint;
        for (int i = start; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (i > start && mayBreak(previous, codePoint)) {
                breakable = i;
            }
            columns += Width.of(codePoint);
            if (columns > room && codePoint != ' ') {
                return breakable > start ? breakable : i > start ? i : i + Character.charCount(codePoint);
            }
            previous = codePoint;
        }
        return text.length();
    }

    private static boolean mayBreak(int before, int after) {
        if (before == ' ') {
            return after != ' ';
        }
        return (Width.wide(before) || Width.wide(after))
                && after != ' '
                && Width.of(after) > 0
                && OPENING.indexOf(before) < 0
                && CLOSING.indexOf(after) < 0;
    }

    private static int afterBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    /**
     * Shortens a quotation that is too wide by leaving out its middle, where tools put the least: the subject comes
     * first and the interface often last.
     */
    static String shorten(String text, int columns, String ellipsis) {
        if (Width.of(text) <= columns) {
            return text;
        }
        int room = columns - Width.of(ellipsis) - 2;
        int head = wordEnd(text, prefix(text, room * 3 / 5));
        int tail = wordStart(text, suffix(text, room - Width.of(text.substring(0, head))), head);
        return text.substring(0, head).stripTrailing()
                + " "
                + ellipsis
                + " "
                + text.substring(tail).stripLeading();
    }

    private static int prefix(String text, int columns) {
        int left = columns;
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            left -= Width.of(codePoint);
            if (left < 0) {
                break;
            }
            i += Character.charCount(codePoint);
        }
        return i;
    }

    private static int suffix(String text, int columns) {
        int left = columns;
        int i = text.length();
        while (i > 0) {
            int codePoint = text.codePointBefore(i);
            left -= Width.of(codePoint);
            if (left < 0) {
                break;
            }
            i -= Character.charCount(codePoint);
        }
        return i;
    }

    private static int wordEnd(String text, int index) {
        int blank = text.lastIndexOf(' ', index);
        return blank > index / 2 ? blank : index;
    }

    private static int wordStart(String text, int index, int from) {
        int start = Math.max(index, from);
        int blank = text.indexOf(' ', Math.max(0, start - 1));
        return blank >= 0 && blank - start < (text.length() - start) / 2 ? blank : start;
    }
}
