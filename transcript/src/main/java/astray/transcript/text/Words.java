package astray.transcript.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks over the blank-separated words of a line, without splitting it first. */
public final class Words {
    private final String text;
    private int at;
    private int start;

    /** Starts before the first word. */
    public Words(String text) {
        this.text = text;
    }

    /** The words of a text of one or several lines, each of which it may hold once. */
    public static Set<String> set(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) <= ' ') {
                if (i > from) {
                    words.add(text.substring(from, i));
                }
                from = i + 1;
            }
        }
        return Set.copyOf(words);
    }

    /** The next word, or {@code null} at the end. */
    public @Nullable String next() {
        int from = skip(at);
        if (from == text.length()) {
            at = from;
            start = from;
            return null;
        }
        int to = from;
        while (to < text.length() && !blank(text.charAt(to))) {
            to++;
        }
        start = from;
        at = to;
        return text.substring(from, to);
    }

    /** The next word without going past it, or {@code null} at the end. */
    public @Nullable String peek() {
        int savedAt = at;
        int savedStart = start;
        String word = next();
        at = savedAt;
        start = savedStart;
        return word;
    }

    /** Goes past the next word if it is this one. */
    public boolean skip(String word) {
        int from = skip(at);
        int to = from + word.length();
        if (text.startsWith(word, from) && (to == text.length() || blank(text.charAt(to)))) {
            start = from;
            at = to;
            return true;
        }
        return false;
    }

    /** Whether another word follows. */
    public boolean more() {
        return skip(at) < text.length();
    }

    /** What follows the last word, without blanks around it. */
    public String rest() {
        return text.substring(at).strip();
    }

    /** Where the last word began. */
    public int start() {
        return start;
    }

    private int skip(int from) {
        return skipBlanks(text, from);
    }

    /** Behind the blanks and tabs that begin there. */
    public static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && blank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }
}
