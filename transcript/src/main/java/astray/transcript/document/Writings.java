package astray.transcript.document;

import astray.transcript.Line;
import astray.transcript.Sink;
import astray.transcript.hosts.Label;
import astray.transcript.hosts.WordsTrail;
import astray.transcript.prose.ProseReader;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people wrote in a document: read for what is asked, and for the hosts and commands that it speaks of. */
final class Writings {
    private static final int FRONT_MATTER = 100;
    private static final int SHORT_REMARK = 40;

    private final Ledger ledger;
    private final ProseReader prose;
    private final WordsTrail trail = new WordsTrail();
    private @Nullable CommandLine quoted;
    private boolean any;

    Writings(Ledger ledger, Sink sink) {
        this.ledger = ledger;
        prose = new ProseReader(sink);
    }

    /** Whether anything was written so far. */
    boolean any() {
        return any;
    }

    /** The hosts that the words before this place name, the closest first. */
    List<Label> labels() {
        return trail.here();
    }

    /** How many lines were not looked at for there being too many. */
    long passedOver() {
        return prose.passedOver();
    }

    /** Somebody else's words begin: what was named before says nothing of theirs. */
    void otherVoice() {
        endParagraph();
        trail.forget();
        quoted = null;
    }

    void endParagraph() {
        prose.end();
    }

    /** Takes the lines of front matter, if the document begins with it. */
    void frontMatter(LineFeed feed) throws IOException {
        List<Piece> head = feed.peek(FRONT_MATTER);
        if (head.isEmpty() || !head.getFirst().body.strip().equals("---")) {
            return;
        }
        int end = 1;
        while (end < head.size()
                && !head.get(end).body.strip().equals("---")
                && !head.get(end).body.strip().equals("...")) {
            end++;
        }
        if (end == head.size()) {
            return;
        }
        for (int i = 0; i <= end; i++) {
            Piece piece = feed.next();
            if (piece != null) {
                prose.frontMatter(piece.line);
                ledger.prose();
            }
        }
        any = true;
    }

    /** A heading. */
    void heading(Piece piece, String text) {
        any = true;
        quoted = null;
        ledger.prose();
        host(piece, text);
        prose.alone(new Line(piece.line.number(), text));
    }

    /** A heading that is a command, too: it may part what comes from one host from what comes from another. */
    void host(Piece piece, String text) {
        trail.heading(text, piece.line.number());
    }

    /** Any other line. */
    void line(Piece piece) {
        any = true;
        ledger.prose();
        String text = piece.body.strip();
        quoted = quoted(text);
        Line line = new Line(piece.line.number(), piece.body);
        trail.prose(piece.body, piece.line.number());
        boolean bullet = text.length() > 1 && "*-+".indexOf(text.charAt(0)) >= 0 && text.charAt(1) == ' ';
        if (piece.speaker != null || bullet) {
            prose.alone(line);
        } else {
            prose.add(line);
        }
    }

    /** {@code Output:} and the like, which may stand between a command and its output. */
    static boolean isRemark(Piece piece) {
        String text = piece.body.strip();
        return text.length() <= SHORT_REMARK && endsWithColon(text);
    }

    private static boolean endsWithColon(String text) {
        return text.endsWith(":") || text.endsWith("：");
    }

    /** The command that the last sentence quotes: {@code Here is `ip route`:}; it is forgotten then. */
    @Nullable
    CommandLine takeQuoted() {
        CommandLine taken = quoted;
        quoted = null;
        return taken;
    }

    private static @Nullable CommandLine quoted(String text) {
        if (!endsWithColon(text)) {
            return null;
        }
        int close = text.lastIndexOf('`');
        int open = close < 1 ? -1 : text.lastIndexOf('`', close - 1);
        if (open < 0) {
            return null;
        }
        String command = text.substring(open + 1, close);
        return CommandShape.sure(command) ? CommandLine.parse(command) : null;
    }
}
