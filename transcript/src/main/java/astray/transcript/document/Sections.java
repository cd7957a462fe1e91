package astray.transcript.document;

/** Lines that begin with a row of equal signs, hyphens, stars or hashes. */
final class Sections {
    private static final int MAX_TEXT = 400;

    private Sections() {}

    static Mark parse(String body, int from) {
        char c = body.charAt(from);
        int to = body.length();
        while (to > from && (body.charAt(to - 1) == ' ' || body.charAt(to - 1) == '\t')) {
            to--;
        }
        int open = from;
        while (open < to && body.charAt(open) == c) {
            open++;
        }
        int close = to;
        while (close > open && body.charAt(close - 1) == c) {
            close--;
        }
        if (open == to || close - open > MAX_TEXT) {
            return Mark.NONE;
        }
        if (c == '=' && open - from == 2 && Chars.is(body, open, '>') && body.startsWith("<==", to - 3)) {
            String path = body.substring(open + 1, Math.max(open + 1, to - 3)).strip();
            return path.isEmpty() ? Mark.NONE : new Mark.FileName(path);
        }
        String text = body.substring(open, close).strip();
        int border = open - from;
        boolean closed = to - close >= 2 && border >= 2;
        if (c == '#') {
            if (closed && !text.isEmpty()) {
                return new Mark.Section(text, c, true);
            }
            boolean apart = Chars.is(body, open, ' ') || Chars.is(body, open, '\t');
            return apart && border <= 6
                    ? new Mark.Hashes(border, body.substring(open, to).strip())
                    : Mark.NONE;
        }
        if (c == '-' && isMore(text)) {
            return new Mark.Noise();
        }
        boolean wide = border >= (c == '=' ? 2 : 3);
        boolean ping = text.endsWith("statistics");
        return wide && !text.isEmpty() && !ping && (closed || Chars.is(body, open, ' '))
                ? new Mark.Section(text, c, closed)
                : Mark.NONE;
    }

    private static boolean isMore(String text) {
        return text.startsWith("More") || text.equals("snip") || text.equals("cut here");
    }
}
