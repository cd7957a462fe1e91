package astray.transcript.document;

/** Whether a line looks like something a person wrote. */
final class SentenceShape {
    private SentenceShape() {}

    /** A sentence: it begins like one, has several words, mostly letters, and ends like one. */
    static boolean is(String line) {
        String text = line.strip();
        if (text.length() < 8 || !couldBe(text)) {
            return false;
        }
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean begins = Character.isUpperCase(first) || Chars.ideograph(first) || first == '*' || first == '"';
        boolean ends = ".?!:,".indexOf(last) >= 0 || Chars.ideograph(last);
        int blanks = 0;
        for (int i = 0; i < text.length(); i++) {
            blanks += text.charAt(i) == ' ' ? 1 : 0;
        }
        boolean words = blanks >= 2 || text.chars().anyMatch(c -> Chars.ideograph((char) c));
        return begins && (ends || blanks >= 5) && words && text.indexOf("  ") < 0;
    }

    /** Whether most of it is letters and blanks. */
    static boolean couldBe(String line) {
        int letters = 0;
        int others = 0;
        for (int i = 0; i < line.length() && i < 400; i++) {
            char c = line.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
            } else if (c != ' ' && c != '\t') {
                others++;
            }
        }
        return letters >= 3 * others || line.chars().limit(400).anyMatch(c -> Chars.ideograph((char) c));
    }
}
