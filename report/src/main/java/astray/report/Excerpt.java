package astray.report;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Shortens a quotation to what it is quoted for: its first word, the words that hold what the question is about, and
 * of the others as many as there is room for, the nearest to those first.
 */
final class Excerpt {

    /** Longer quotations are cut without looking at their words. */
    private static final int MOST_WORDS = 64;

    private final String[] words;
    private final String ellipsis;

    private Excerpt(String[] words, String ellipsis) {
        this.words = words;
        this.ellipsis = ellipsis;
    }

    /**
     * The quotation, or as much of it as fits.
     *
     * @param focus the addresses and names that it is quoted for
     */
    static String of(String text, int columns, String ellipsis, Set<String> focus) {
        if (Width.of(text) <= columns) {
            return text;
        }
        String[] words = text.strip().split(" +", MOST_WORDS + 1);
        if (words.length > MOST_WORDS) {
            return Wrap.shorten(text, columns, ellipsis);
        }
        Excerpt excerpt = new Excerpt(words, ellipsis);
        Set<Integer> kept = excerpt.choose(columns, focus);
        return kept.size() < 3 ? Wrap.shorten(text, columns, ellipsis) : excerpt.join(kept);
    }

    private Set<Integer> choose(int columns, Set<String> focus) {
        List<Integer> marked = IntStream.range(0, words.length)
                .filter(i -> focus.stream().anyMatch(words[i]::contains))
                .boxed()
                .toList();
        Set<Integer> kept = new TreeSet<>();
        if (marked.isEmpty()) {
            return kept;
        }
        IntStream.range(0, words.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> distance(i, marked)))
                .filter(i -> i == 0 || marked.contains(i) || kept.contains(i - 1) || kept.contains(i + 1))
                .forEach(i -> {
                    kept.add(i);
                    if (Width.of(join(kept)) > columns) {
                        kept.remove(i);
                    }
                });
        return kept;
    }

    /** From the nearest marked word; the first word counts as one, and its neighbours a little less than others'. */
    private static int distance(int index, List<Integer> marked) {
        int fromFirst = index == 0 ? 0 : index + 1;
        return Math.min(
                fromFirst,
                marked.stream().mapToInt(m -> Math.abs(m - index)).min().orElse(fromFirst));
    }

    private String join(Set<Integer> kept) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        for (int index : kept) {
            if (index > next) {
                out.append(out.isEmpty() ? "" : " ").append(ellipsis);
            }
            out.append(out.isEmpty() ? "" : " ").append(words[index]);
            next = index + 1;
        }
        return next < words.length ? out.append(' ').append(ellipsis).toString() : out.toString();
    }
}
