package astray.transcript.text;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern with words of which whatever it finds holds one. It is compiled when a text first holds such a word: a long
 * pattern costs more than all that is otherwise done to a short text, and most texts need few of a table of them.
 * ASCII letters may be of either case.
 */
public final class HintedPattern {
    private final List<String> hints;
    private final String regex;
    private final UnaryOperator<String> spelledOut;
    private volatile @Nullable Pattern compiled;

    /**
     * A pattern that is not compiled yet.
     *
     * @param hints in lower case; none when nothing short says that the pattern cannot find anything
     * @param spelledOut replaces the abbreviations in the regular expression
     */
    public HintedPattern(List<String> hints, String regex, UnaryOperator<String> spelledOut) {
        this.hints = hints;
        this.regex = regex;
        this.spelledOut = spelledOut;
    }

    /** Whether a text, given in lower case, could hold what the pattern finds. Cheap. */
    public boolean couldBeIn(String lower) {
        for (String hint : hints) {
            if (lower.contains(hint)) {
                return true;
            }
        }
        return hints.isEmpty();
    }

    /** Whether the regular expression, with its abbreviations, holds this. */
    public boolean has(String part) {
        return regex.contains(part);
    }

    /** Looks for it in a text, whatever the hints say. */
    public Matcher matcher(String text) {
        Pattern known = compiled;
        if (known == null) {
            known = Pattern.compile(spelledOut.apply(regex), Pattern.CASE_INSENSITIVE);
            compiled = known;
        }
        return known.matcher(text);
    }
}
