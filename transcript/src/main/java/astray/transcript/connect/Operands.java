package astray.transcript.connect;

import astray.transcript.Command;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a command that are neither options nor options' values. */
public final class Operands {
    private static final int MOST = 64;

    private final List<String> words = new ArrayList<>();

    /**
     * Finds them.
     *
     * @param command the command; {@code null} has no operands
     * @param valued the letters of the short options that take a value, attached or as the next word
     */
    public Operands(@Nullable Command command, String valued) {
        List<String> all = command == null ? List.of() : command.words();
        boolean options = true;
        for (int i = 1; i < all.size() && words.size() < MOST; i++) {
            String word = all.get(i);
            if (options && word.equals("--")) {
                options = false;
            } else if (!options || word.length() < 2 || word.charAt(0) != '-') {
                words.add(word);
            } else if (word.charAt(1) != '-' && takesNext(word, valued)) {
                i++;
            }
        }
    }

    /** In {@code -vw 3} the last letter takes the next word; in {@code -w3} the value is attached. */
    private static boolean takesNext(String word, String valued) {
        for (int i = 1; i < word.length(); i++) {
            if (valued.indexOf(word.charAt(i)) >= 0) {
                return i == word.length() - 1;
            }
        }
        return false;
    }

    /** The operand at a place from 0, or {@code null}. */
    public @Nullable String at(int index) {
        return index < words.size() ? words.get(index) : null;
    }

    /** The last operand, or {@code null}. */
    public @Nullable String last() {
        return words.isEmpty() ? null : words.getLast();
    }

    /** How many there are. */
    public int count() {
        return words.size();
    }

    /** The value of a short option, attached to it or after it; {@code null} when it is not given. */
    public static @Nullable String option(@Nullable Command command, char letter) {
        if (command == null) {
            return null;
        }
        List<String> all = command.words();
        for (int i = 1; i < all.size(); i++) {
            String word = all.get(i);
            if (word.length() >= 2 && word.charAt(0) == '-' && word.charAt(1) == letter) {
                return word.length() > 2 ? word.substring(2) : i + 1 < all.size() ? all.get(i + 1) : null;
            }
        }
        return null;
    }
}
