package astray.transcript.document;

/**
 * Takes out of a line what must never be shown or quoted: terminal control sequences (ECMA-48), control characters
 * other than the tab, characters that turn or hide text (bidirectional controls, zero-width ones) and halves of
 * surrogate pairs.
 */
final class Cleaner {
    private static final char ESCAPE = 0x1b;
    private static final char BELL = 0x07;

    private Cleaner() {}

    static String clean(String line) {
        int length = line.length();
        for (int i = 0; i < length; i++) {
            if (!plain(line.charAt(i))) {
                return rebuild(line, i);
            }
        }
        return line;
    }

    private static boolean plain(char c) {
        return c >= ' ' && c < 0x7f || c == '\t' || c >= 0x2e80 && c < 0xd800;
    }

    private static String rebuild(String line, int from) {
        StringBuilder out = new StringBuilder(line.length()).append(line, 0, from);
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (plain(c)) {
                out.append(c);
            } else if (c == ESCAPE) {
                i = sequenceEnd(line, i) - 1;
            } else if (c == 0x9b) {
                i = parametersEnd(line, i + 1) - 1;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < line.length()
                    && Character.isLowSurrogate(line.charAt(i + 1))) {
                if (kept(line.codePointAt(i))) {
                    out.append(c).append(line.charAt(i + 1));
                }
                i++;
            } else if (Character.isSurrogate(c)) {
                out.append('\ufffd');
            } else if (Character.isSpaceChar(c)) {
                // no-break and typographic spaces, as web pages put them between words
                out.append(' ');
            } else if (kept(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean kept(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Where the sequence that begins with the escape ends. */
    private static int sequenceEnd(String line, int escape) {
        int at = escape + 1;
        if (at >= line.length()) {
            return at;
        }
        return switch (line.charAt(at)) {
            case '[' -> parametersEnd(line, at + 1);
            case ']', 'P', '_', '^', 'X' -> stringEnd(line, at + 1);
            case '(', ')', '*', '+', '#', '%', ' ' -> Math.min(at + 2, line.length());
            default -> at + 1;
        };
    }

    private static int parametersEnd(String line, int from) {
        int i = from;
        while (i < line.length() && line.charAt(i) >= ' ' && line.charAt(i) < '@') {
            i++;
        }
        return i < line.length() && line.charAt(i) <= '~' ? i + 1 : i;
    }

    /** A title or the like ends with BEL or with ESC and a backslash; one that does not end is not believed. */
    private static int stringEnd(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == BELL) {
                return i + 1;
            }
            if (c == ESCAPE) {
                return i + 1 < line.length() && line.charAt(i + 1) == '\\' ? i + 2 : i;
            }
        }
        return from;
    }
}
