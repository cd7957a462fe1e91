package astray.transcript.document;

import astray.transcript.Line;
import org.jspecify.annotations.Nullable;

/** A line of a document, and what mail and chat programs put before it. */
final class Piece {
    private static final int MAX_SPEAKER = 40;
    private static final int MAX_QUOTES = 20;

    final Line line;
    /** How many quoting marks ({@code >}) stand before the body. */
    final int quotes;
    /** Who says it, in a chat's log. */
    final @Nullable String speaker;
    /** The line without quoting marks and speaker. */
    final String body;

    private @Nullable Mark mark;

    private Piece(Line line, int quotes, @Nullable String speaker, String body) {
        this.line = line;
        this.quotes = quotes;
        this.speaker = speaker;
        this.body = body;
    }

    static Piece of(int number, String text) {
        Line line = new Line(number, text);
        int from = Indent.of(text);
        if (from == text.length()) {
            return new Piece(line, 0, null, text);
        }
        char c = text.charAt(from);
        if (c == '>') {
            return quoted(line, from);
        }
        if (c == '[' || c == '<' || c >= '0' && c <= '2') {
            Piece said = said(line, from);
            return said != null ? said : new Piece(line, 0, null, text);
        }
        return new Piece(line, 0, null, text);
    }

    /** {@code > }, {@code >> }, {@code > > }. */
    private static Piece quoted(Line line, int from) {
        String text = line.text();
        int at = from;
        int quotes = 0;
        while (at < text.length() && text.charAt(at) == '>' && quotes < MAX_QUOTES) {
            quotes++;
            at++;
            if (at + 1 < text.length() && text.charAt(at) == ' ' && text.charAt(at + 1) == '>') {
                at++;
            }
        }
        if (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return new Piece(line, quotes, null, text.substring(at));
    }

    /** {@code [09:02] <ben> text}, {@code 09:02:11 <ben> text}, {@code <ben> text}. */
    private static @Nullable Piece said(Line line, int from) {
        String text = line.text();
        int at = from;
        if (text.charAt(at) != '<') {
            boolean bracket = text.charAt(at) == '[';
            at = clockEnd(text, bracket ? at + 1 : at);
            if (at < 0) {
                return null;
            }
            if (bracket) {
                if (at >= text.length() || text.charAt(at) != ']') {
                    return null;
                }
                at++;
            }
            at = Indent.end(text, at);
        }
        if (at >= text.length() || text.charAt(at) != '<') {
            return null;
        }
        int close = text.indexOf('>', at);
        if (close < at + 2 || close - at > MAX_SPEAKER) {
            return null;
        }
        boolean letter = false;
        for (int i = at + 1; i < close; i++) {
            char c = text.charAt(i);
            letter |= Character.isLetter(c);
            if (!Character.isLetterOrDigit(c) && "_-.@+ |[]".indexOf(c) < 0) {
                return null;
            }
        }
        int after = close + 1;
        // <6> is a kernel message's level
        if (!letter || after < text.length() && text.charAt(after) != ' ') {
            return null;
        }
        return new Piece(line, 0, text.substring(at + 1, close), text.substring(Math.min(after + 1, text.length())));
    }

    /** The end of {@code 9:02}, {@code 09:02:11} or {@code 9:02 AM}; -1 for anything else. */
    private static int clockEnd(String text, int from) {
        int at = digits(text, from);
        if (at == from || at - from > 2 || !Chars.is(text, at, ':')) {
            return -1;
        }
        int minutes = digits(text, at + 1);
        if (minutes != at + 3) {
            return -1;
        }
        at = minutes;
        if (Chars.is(text, at, ':') && digits(text, at + 1) == at + 3) {
            at += 3;
        }
        if (text.startsWith(" AM", at) || text.startsWith(" PM", at)) {
            at += 3;
        }
        return at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    boolean isBlank() {
        return body.isBlank();
    }

    /** What kind of mark the body is, found once. */
    Mark mark() {
        Mark known = mark;
        if (known == null) {
            known = Mark.of(body);
            mark = known;
        }
        return known;
    }

    /** The line as a format is given it: without the decoration and the indentation of its region. */
    Line dress(int regionQuotes, @Nullable String regionSpeaker, String indent) {
        String text = regionQuotes == 0 && regionSpeaker == null ? line.text() : body;
        if (!indent.isEmpty() && text.startsWith(indent)) {
            text = text.substring(indent.length());
        } else if (!indent.isEmpty()) {
            text = text.substring(Math.min(Indent.of(text), indent.length()));
        }
        return text.equals(line.text()) ? line : new Line(line.number(), text);
    }
}
