package astray.instruments.names;

/** Lines of words with comments behind {@code #}, as the tables of {@code /etc} are. */
final class Columns {
    private final String text;
    private int at;
    private int end = -1;

    Columns(String text) {
        this.text = text;
    }

    /** Moves to the next line; false behind the last. */
    boolean line() {
        at = end + 1;
        if (at >= text.length()) {
            return false;
        }
        end = text.indexOf('\n', at);
        if (end < 0) {
            end = text.length();
        }
        return true;
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '\r';
    }

    /** The next word of the line; "" behind the last. */
    String word() {
        while (at < end && blank(text.charAt(at))) {
            at++;
        }
        int from = at;
        while (at < end && !blank(text.charAt(at))) {
            if (text.charAt(at) == '#') {
                String word = text.substring(from, at);
                at = end;
                return word;
            }
            at++;
        }
        return text.substring(from, at);
    }

    /** A decimal number from 0 to a largest; -1 for anything else. */
    static int number(String word, int largest) {
        if (word.isEmpty() || word.length() > 9) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value > largest ? -1 : value;
    }
}
