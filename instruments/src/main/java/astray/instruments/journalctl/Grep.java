package astray.instruments.journalctl;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that messages are searched for. As in the original, patterns and messages are bytes, of which only those of
 * ASCII have a case or are letters. A pattern without special characters is searched for directly.
 */
final class Grep {
    /** A pattern that cannot be compiled, or uses what PCRE2 has and Java does not. */
    static final class Unsupported extends Exception {
        private static final long serialVersionUID = 1;

        Unsupported(String why) {
            super(why);
        }
    }

    private final byte @Nullable [] literal;
    private final @Nullable Matcher matcher;
    private final Latin1 text = new Latin1();
    private final byte[] fold = new byte[256];
    private final int[] skips = new int[256];
    private int from;
    private int to;

    private Grep(byte @Nullable [] literal, boolean folded, @Nullable Matcher matcher) {
        this.literal = literal;
        this.matcher = matcher;
        for (int i = 0; i < 256; i++) {
            fold[i] = (byte) (folded && i >= 'A' && i <= 'Z' ? i + 32 : i);
        }
        if (literal != null) {
            for (int i = 0; i < literal.length; i++) {
                literal[i] = fold[literal[i] & 0xff];
            }
            java.util.Arrays.fill(skips, literal.length);
            for (int i = 0; i < literal.length - 1; i++) {
                skips[literal[i] & 0xff] = literal.length - 1 - i;
            }
        }
    }

    /**
     * Compiles a pattern.
     *
     * @param caseSensitive whether case counts; {@code null}: if there is a capital letter in the pattern
     */
    static Grep of(String pattern, @Nullable Boolean caseSensitive) throws Unsupported {
        byte[] bytes = pattern.getBytes(StandardCharsets.UTF_8);
        boolean capital = pattern.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        boolean folded = caseSensitive == null ? !capital : !caseSensitive;
        if (pattern.chars().noneMatch(c -> "\\^$.[|()?*+{".indexOf(c) >= 0)) {
            return new Grep(bytes, folded, null);
        }
        String latin = PerlPattern.toJava(new String(bytes, StandardCharsets.ISO_8859_1));
        try {
            Pattern compiled = Pattern.compile(latin, Pattern.UNIX_LINES | (folded ? Pattern.CASE_INSENSITIVE : 0));
            return new Grep(null, folded, compiled.matcher(""));
        } catch (PatternSyntaxException e) {
            throw new Unsupported(e.getDescription());
        } catch (StackOverflowError e) {
            throw new Unsupported("nested too deeply");
        }
    }

    /**
     * Searches a message.
     *
     * @throws Unsupported when the search would take more memory than there is for it
     */
    boolean find(byte[] message, int start, int end) throws Unsupported {
        if (literal != null) {
            int at = search(message, start, end, literal);
            from = at - start;
            to = from + literal.length;
            return at >= 0;
        }
        if (matcher == null) {
            return false;
        }
        text.set(message, start, end);
        try {
            boolean found = matcher.reset(text).find();
            if (found) {
                from = matcher.start();
                to = matcher.end();
            }
            return found;
        } catch (StackOverflowError | Latin1.Exhausted e) {
            throw new Unsupported("matching a message of " + (end - start) + " bytes exceeds the limit");
        }
    }

    /** Whether {@link #find} is worth while: what it would refuse is left to it. */
    boolean mayFind(byte[] message, int start, int end) {
        try {
            return find(message, start, end);
        } catch (Unsupported e) {
            return true;
        }
    }

    /** Horspool's search. */
    private int search(byte[] in, int start, int end, byte[] wanted) {
        int last = wanted.length - 1;
        if (last < 0) {
            return start;
        }
        int at = start;
        while (at <= end - wanted.length) {
            int c = fold[in[at + last] & 0xff] & 0xff;
            if (c == (wanted[last] & 0xff)) {
                int i = last - 1;
                while (i >= 0 && fold[in[at + i] & 0xff] == wanted[i]) {
                    i--;
                }
                if (i < 0) {
                    return at;
                }
            }
            at += skips[c];
        }
        return -1;
    }

    /** Where in the message it was found, in bytes. */
    int from() {
        return from;
    }

    int to() {
        return to;
    }
}
