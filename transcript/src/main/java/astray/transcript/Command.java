package astray.transcript;

import java.util.List;

/**
 * The command that a block of output is said to come from.
 *
 * @param text the line as typed, without its prompt
 * @param words the words of its first simple command, without {@code sudo} and the like, without paths before the
 *     tool's name, without redirections
 * @param filtered whether its output went through something that may leave lines out ({@code | grep}, {@code | head})
 */
public record Command(String text, List<String> words, boolean filtered) {

    /** Copies the list. */
    public Command {
        words = List.copyOf(words);
    }

    /** The tool's name, such as {@code ip}; empty for an empty command. */
    public String tool() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    /** Whether any word after the tool is one of these. */
    public boolean has(String... any) {
        for (String word : any) {
            if (words.lastIndexOf(word) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The word after this one, such as the table's name after {@code table}; or {@code null}. */
    public @org.jspecify.annotations.Nullable String after(String word) {
        int at = words.indexOf(word);
        return at > 0 && at + 1 < words.size() ? words.get(at + 1) : null;
    }

    /** Whether a short option's letter is given, alone or in a group: {@code -n} in {@code -tuln}. */
    public boolean option(char letter) {
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) != '-' && word.indexOf(letter, 1) > 0) {
                return true;
            }
        }
        return false;
    }
}
