package astray.report;

import astray.facts.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a quotation is quoted for: the names and addresses that a cause is about. A prefix is also found where it is
 * written with an interface's address in it, as {@code ip addr} does.
 *
 * @param words names, addresses, prefixes as text
 * @param prefixes those of them that are prefixes
 */
record Focus(List<String> words, List<Prefix> prefixes) {

    static final Focus NONE = new Focus(List.of(), List.of());

    /** The focus on a subject's values. */
    static Focus on(Collection<?> subject) {
        List<String> words = new ArrayList<>();
        List<Prefix> prefixes = new ArrayList<>();
        for (Object value : subject) {
            String text = value.toString();
            if (text.length() > 1) {
                words.add(text);
            }
            Prefix prefix = text.indexOf('/') > 0 ? Prefix.parse(text) : null;
            if (prefix != null) {
                prefixes.add(prefix);
            }
        }
        return new Focus(List.copyOf(words), List.copyOf(prefixes));
    }

    boolean holds(String word) {
        for (String wanted : words) {
            if (word.contains(wanted)) {
                return true;
            }
        }
        if (prefixes.isEmpty() || word.indexOf('/') <= 0) {
            return false;
        }
        Prefix prefix = Prefix.parse(word);
        return prefix != null && prefixes.contains(prefix);
    }

    /** The line that holds most of it; the first of equals. */
    String best(List<String> lines) {
        String best = lines.getFirst();
        int most = 0;
        for (String line : lines) {
            int count = count(line);
            if (count > most) {
                most = count;
                best = line;
            }
        }
        return best;
    }

    /** How many of a line's words hold it. */
    int count(String line) {
        int count = 0;
        for (String word : Excerpt.words(line)) {
            count += holds(word) ? 1 : 0;
        }
        return count;
    }
}
