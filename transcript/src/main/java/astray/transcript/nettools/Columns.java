package astray.transcript.nettools;

import java.io.IOException;

/** Words in padded columns. */
final class Columns {
    private Columns() {}

    /** Appends a word padded on its right to a width, and a blank. */
    static void left(String word, int width, Appendable out) throws IOException {
        out.append(word);
        for (int i = word.length(); i < width; i++) {
            out.append(' ');
        }
        out.append(' ');
    }

    /** Appends a word padded on its left to a width, and a blank. */
    static void right(String word, int width, Appendable out) throws IOException {
        for (int i = word.length(); i < width; i++) {
            out.append(' ');
        }
        out.append(word).append(' ');
    }
}
