package astray.transcript.document;

/** Leading blanks and tabs. */
final class Indent {
    private Indent() {}

    /** How many there are. */
    static int of(String text) {
        return end(text, 0);
    }

    /** Where those from here on end. */
    static int end(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }
}
