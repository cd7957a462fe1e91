package astray.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Shortens a quotation to what it is quoted for: its first word, the words that its focus is on, and of the others as
 * many beside those as there is room for.
 */
final class Excerpt {

    /** Longer quotations are cut without looking at their words. */
    private static final int MOST_WORDS = 64;

    private final List<String> words;
    private final String ellipsis;

    private Excerpt(List<String> words, String ellipsis) {
        this.words = words;
        this.ellipsis = ellipsis;
    }

    /** The quotation, or as much of it as fits. */
    static String of(String text, int columns, String ellipsis, Focus focus) {
        if (Width.of(text) <= columns) {
            return text;
        }
        List<String> words = words(text);
        if (words.size() > MOST_WORDS) {
            return Wrap.shorten(text, columns, ellipsis);
        }
        Excerpt excerpt = new Excerpt(words, ellipsis);
        Set<Integer> kept = excerpt.choose(columns, focus);
        return kept.size() < 3 ? Wrap.shorten(text, columns, ellipsis) : excerpt.join(kept);
    }

    /** What stands between blanks. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (i > start) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    private Set<Integer> choose(int columns, Focus focus) {
        List<Integer> marked = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            order.add(i);
            if (focus.holds(words.get(i))) {
                marked.add(i);
            }
        }
        Set<Integer> kept = new TreeSet<>();
        if (marked.isEmpty()) {
            return kept;
        }
        order.sort((a, b) -> Integer.compare(distance(a, marked), distance(b, marked)));
        for (Integer i : order) {
            if (i == 0 || marked.contains(i) || kept.contains(i - 1) || kept.contains(i + 1)) {
                kept.add(i);
                if (Width.of(join(kept)) > columns) {
                    kept.remove(i);
                }
            }
        }
        return kept;
    }

    /** From the nearest marked word; the first word counts as one, and its neighbours a little less than others'. */
    private static int distance(int index, List<Integer> marked) {
        int nearest = index == 0 ? 0 : index + 1;
        for (int mark : marked) {
            nearest = Math.min(nearest, Math.abs(mark - index));
        }
        return nearest;
    }

    private String join(Set<Integer> kept) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int index : kept) {
            if (index > next) {
                out.append(out.isEmpty() ? "" : " ").append(ellipsis);
            }
            out.append(out.isEmpty() ? "" : " ").append(words.get(index));
            next = index + 1;
        }
        return next < words.size() ? out.append(' ').append(ellipsis).toString() : out.toString();
    }
}
