package astray.report;

/**
 * Puts pieces of a sentence together. A template leaves a blank between Chinese and what fills a place, since that is
 * mostly an address or a name in Latin letters; where it is Chinese after all, the blank goes.
 */
final class Joint {

    private final StringBuilder out = new StringBuilder();

    void add(String piece) {
        int from = 0;
        if (!piece.isEmpty() && !out.isEmpty()) {
            if (piece.charAt(0) == ' ' && piece.length() > 1 && wide(piece, 1) && wideBefore(out.length())) {
                from = 1;
            } else if (wide(piece, 0) && out.charAt(out.length() - 1) == ' ' && wideBefore(out.length() - 1)) {
                out.setLength(out.length() - 1);
            }
        }
        out.append(piece, from, piece.length());
    }

    private static boolean wide(String text, int index) {
        return Width.wide(text.codePointAt(index));
    }

    private boolean wideBefore(int index) {
        return index > 0 && Width.wide(Character.codePointBefore(out, index));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
