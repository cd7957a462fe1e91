package astray.transcript.iproute;

import java.io.IOException;

/** The columns of {@code -br}: padded, and one blank between them. */
final class BriefColumns {
    private BriefColumns() {}

    /** Appends a word, padded to a width, and a blank. */
    static void append(String word, int width, Appendable out) throws IOException {
        out.append(word);
        for (int i = word.length(); i < width; i++) {
            out.append(' ');
        }
        out.append(' ');
    }
}
