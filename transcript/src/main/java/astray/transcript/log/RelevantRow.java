package astray.transcript.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    private static final String FILE = "relevant.tsv";

    /** All rows. */
    static List<RelevantRow> load() {
        try (InputStream in = RelevantRow.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<RelevantRow> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    rows.add(parse(line));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RelevantRow parse(String line) {
        int first = line.indexOf('\t');
        int second = line.indexOf('\t', first + 1);
        if (first < 1 || second < 0) {
            throw new IllegalStateException(FILE + ": not three columns: " + line);
        }
        String writers = line.substring(0, first);
        String fragments = line.substring(first + 1, second);
        return new RelevantRow(
                writers.equals("*") ? List.of() : split(writers, ','),
                fragments.equals("*") ? List.of() : split(fragments, '*'),
                line.substring(second + 1));
    }

    private static List<String> split(String text, char separator) {
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

    /** Whether the part of the line between two indexes is the name of one of the writers. */
    boolean writtenBy(String line, int from, int to) {
        if (writers.isEmpty()) {
            return true;
        }
        for (String writer : writers) {
            if (writer.length() == to - from && line.startsWith(writer, from)) {
                return true;
            }
        }
        return false;
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
