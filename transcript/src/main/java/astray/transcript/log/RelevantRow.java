package astray.transcript.log;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of {@code relevant.tsv}: who writes it, what its message holds, and a sample.
 *
 * @param writers the identifiers that write it, without a pid; empty for anyone
 * @param fragments what the message holds, in this order; empty when whatever the writers say matters
 * @param sample a message that matches
 */
record RelevantRow(List<String> writers, List<String> fragments, String sample) {

    /** All rows. */
    static List<RelevantRow> load() {
        return RelevantTable.lines().stream().map(RelevantRow::parse).toList();
    }

    /** A row out of its line. */
    static RelevantRow parse(String line) {
        int first = line.indexOf('\t');
        int second = line.indexOf('\t', first + 1);
        if (first < 1 || second < 0) {
            throw new IllegalStateException("relevant.tsv: not three columns: " + line);
        }
        String writers = line.substring(0, first);
        String fragments = line.substring(first + 1, second);
        return new RelevantRow(
                writers.equals("*") ? List.of() : split(writers, ','),
                fragments.equals("*") ? List.of() : split(fragments, '*'),
                line.substring(second + 1));
    }

    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return List.copyOf(parts);
    }

    /** The fragment to search for: the longest is the rarest. */
    String anchor() {
        String longest = "";
        for (String fragment : fragments) {
            longest = fragment.length() > longest.length() ? fragment : longest;
        }
        return longest;
    }

    /** Whether the part of the line between two indexes holds the fragments in order. */
    boolean matches(String line, int from, int to) {
        int at = from;
        for (String fragment : fragments) {
            int found = line.indexOf(fragment, at, to);
            if (found < 0) {
                return false;
            }
            at = found + fragment.length();
        }
        return true;
    }
}
