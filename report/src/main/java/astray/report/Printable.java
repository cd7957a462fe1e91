package astray.report;

/**
 * Makes text from outside safe for a terminal: nothing that moves the cursor, hides or reorders what follows comes
 * through. Control characters (C0, DEL, C1), format characters (bidirectional overrides and isolates, zero-width
 * characters, tags), line and paragraph separators and unpaired surrogates are shown as escapes such as
 * {@code \x1b} or {@code \u202e}; a tab becomes a blank. What it returns it would return unchanged.
 */
final class Printable {

    private Printable() {}

    static String of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return escape(text, i);
            }
        }
        return text;
    }

    /** Whether a code point would act on the terminal or the eye instead of being seen. */
    static boolean acts(int codePoint) {
        if (codePoint < 0x300) {
            return codePoint < ' ' || (codePoint >= 0x7f && codePoint < 0xa0) || codePoint == 0xad;
        }
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static String escape(String text, int from) {
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, from);
        int codePoint;
        for (int i = from; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (codePoint == '\t') {
                out.append(' ');
            } else if (acts(codePoint)) {
                hex(codePoint, out);
            } else {
                out.appendCodePoint(codePoint);
            }
        }
        return out.toString();
    }

    private static void hex(int codePoint, StringBuilder out) {
        int digits = codePoint > 0xffff ? 8 : codePoint > 0xff ? 4 : 2;
        out.append('\\').append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.append(Character.forDigit(codePoint >>> shift & 15, 16));
        }
    }
}
