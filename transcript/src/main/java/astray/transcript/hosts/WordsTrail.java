package astray.transcript.hosts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, while a document is read, which hosts its headings and sentences named last. A heading's host holds
 * until another heading or sentence names another one; a sentence's holds until the next heading.
 */
public final class WordsTrail {
    private static final int KEPT = 3;
    private static final int MAX_LINES = 20_000;

    private List<Label> heading = List.of();
    private final List<List<Label>> sentences = new ArrayList<>();
    private int lines;

    /** Starts without a host. */
    public WordsTrail() {}

    /** A heading. */
    public void heading(String text, int line) {
        if (++lines > MAX_LINES) {
            return;
        }
        sentences.clear();
        List<Label> found = HostPhrases.find(text, true, line);
        if (!found.isEmpty()) {
            heading = found;
        }
    }

    /** A line of prose. */
    public void prose(String text, int line) {
        if (++lines > MAX_LINES) {
            return;
        }
        String stripped = text.strip();
        boolean bullet = stripped.startsWith("* ") || stripped.startsWith("- ") || stripped.startsWith("+ ");
        List<Label> found = HostPhrases.find(text, bullet || stripped.length() < 40, line);
        if (!found.isEmpty()) {
            sentences.addFirst(found);
            if (sentences.size() > KEPT) {
                sentences.removeLast();
            }
            Label sure =
                    found.stream().filter(l -> !l.onlyIfKnown()).findFirst().orElse(null);
            if (sure != null && heading.stream().noneMatch(l -> l.host().equals(sure.host()))) {
                heading = List.of();
            }
        }
    }

    /** Somebody else writes from here on. */
    public void forget() {
        heading = List.of();
        sentences.clear();
    }

    /** Whether a line does nothing but say where the next commands ran. */
    public static boolean isPlace(String text) {
        String stripped = text.strip();
        return stripped.endsWith(":")
                && HostPhrases.find(stripped, false, 0).stream()
                        .anyMatch(label -> label.form() == Label.Form.RAN_THERE && !label.onlyIfKnown());
    }

    /** The hosts that the words before this place name, the closest first. */
    public List<Label> here() {
        List<Label> labels = new ArrayList<>();
        sentences.forEach(labels::addAll);
        labels.addAll(heading);
        return labels;
    }

    /** The labels of a section mark's own words. */
    public static @Nullable Label ofMark(String text, int line) {
        for (Label label : HostPhrases.find(text, true, line)) {
            if (!label.onlyIfKnown()) {
                return label;
            }
        }
        return null;
    }
}
