package astray.probe;

import java.util.ArrayList;
import java.util.List;

/** The words of a line of a configuration file. */
final class Words {
    private Words() {}

    /** Those before a {@code #}. */
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            char c = i < line.length() ? line.charAt(i) : '#';
            if (c == '#' || c <= ' ') {
                if (start >= 0) {
                    words.add(line.substring(start, i));
                    start = -1;
                }
                if (c == '#') {
                    break;
                }
            } else if (start < 0) {
                start = i;
            }
        }
        return words;
    }
}
