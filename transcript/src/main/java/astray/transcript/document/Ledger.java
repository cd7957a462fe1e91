package astray.transcript.document;

import astray.transcript.Limits;
import astray.transcript.Loss;
import astray.transcript.NotUnderstood;
import astray.transcript.Tally;
import java.util.List;

/** Counts what became of a document's lines, and remembers what nobody understood. */
final class Ledger {
    private static final int WORDS = 100;

    private final String document;
    private final Limits limits;
    private final List<NotUnderstood> stretches;
    private long inBlocks;
    private long prose;
    private long marks;
    private long blank;
    private long notUnderstood;
    private long unlisted;
    private int from;
    private int to;
    private String words = "";

    Ledger(String document, Limits limits, List<NotUnderstood> stretches) {
        this.document = document;
        this.limits = limits;
        this.stretches = stretches;
    }

    void inBlock() {
        inBlocks++;
    }

    void prose() {
        prose++;
    }

    void mark() {
        marks++;
    }

    void blank() {
        blank++;
    }

    /** Blank lines between two such lines do not part them. */
    void notUnderstood(Piece piece, boolean adjacent) {
        notUnderstood++;
        int number = piece.line.number();
        if (from > 0 && adjacent) {
            to = number;
            return;
        }
        flush();
        from = number;
        to = number;
        String text = piece.body.strip();
        words = text.length() > WORDS ? text.substring(0, WORDS) : text;
    }

    private void flush() {
        if (from == 0) {
            return;
        }
        if (stretches.size() < limits.notUnderstood()) {
            stretches.add(new NotUnderstood(document, from, to, words));
        } else {
            unlisted++;
        }
        from = 0;
    }

    Tally end(long lines, List<Loss> losses) {
        flush();
        if (unlisted > 0) {
            losses.add(new Loss(Loss.Kind.NOT_UNDERSTOOD, "", unlisted, document));
        }
        return new Tally(lines, inBlocks, prose, marks, blank, notUnderstood);
    }
}
