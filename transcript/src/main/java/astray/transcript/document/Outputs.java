package astray.transcript.document;

import astray.facts.Coverage;
import astray.facts.Fact;
import astray.transcript.Format;
import astray.transcript.Limits;
import astray.transcript.Line;
import astray.transcript.Loss;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.hosts.Draft;
import astray.transcript.hosts.Label;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives the lines of outputs to the formats' readers, and their facts to the keeper. */
final class Outputs {
    private static final int CLAIMS = 3;

    private final String document;
    private final Limits limits;
    private final Recogniser recogniser;
    private final Keeper keeper;
    private final List<Draft> drafts;
    private final Ledger ledger;
    private final LineFeed feed;
    private int blocks;
    private long unlisted;
    private long failed;
    private String failure = "";

    private Draft.@Nullable Named place;
    private @Nullable Run run;
    private @Nullable Reader reader;
    private Dressing dressing = Dressing.NONE;
    private boolean gap;
    private boolean parted;

    Outputs(
            String document,
            Limits limits,
            List<Format> formats,
            Keeper keeper,
            List<Draft> drafts,
            Ledger ledger,
            LineFeed feed) {
        this.document = document;
        this.limits = limits;
        this.recogniser = new Recogniser(formats, this::fail);
        this.keeper = keeper;
        this.drafts = drafts;
        this.ledger = ledger;
        this.feed = feed;
    }

    /** Says which host the document's place names. */
    void place(Draft.Named host) {
        place = host;
    }

    /** Whether a block is open. */
    boolean open() {
        return reader != null;
    }

    /** The command being read, if any. */
    @Nullable
    Run run() {
        return run;
    }

    /** What stands before the open block's lines. */
    Dressing dressing() {
        return dressing;
    }

    /** Begins a command's output. */
    void begin(Run next) {
        end(false);
        run = next;
        gap = true;
    }

    /** Offers a line to the open block's reader; whether it took it. */
    boolean take(Piece piece) {
        Reader open = reader;
        Run now = run;
        if (open == null || now == null) {
            return false;
        }
        Line line = dressing.strip(piece);
        boolean taken = accepts(open, line);
        if (!taken && line.text().startsWith("^C") && line.text().length() > 2) {
            // the terminal echoed the key before the last lines
            line = new Line(line.number(), line.text().substring(2));
            taken = accepts(open, line);
        }
        if (taken) {
            note(now, line);
        }
        return taken;
    }

    private boolean accepts(Reader open, Line line) {
        try {
            return open.accept(line);
        } catch (RuntimeException defect) {
            fail(run == null ? null : run.format, defect);
            reader = null;
            return false;
        }
    }

    private void fail(@Nullable Format format, RuntimeException defect) {
        failed++;
        failure =
                (format == null ? "" : format.name() + ": ") + defect.getClass().getSimpleName();
    }

    private void note(Run now, Line line) {
        ledger.inBlock();
        if (!line.isBlank()) {
            now.lastLine = line.number();
            now.lastText = line.text();
            if (now.draft != null) {
                now.draft.extend(line.number());
            }
        }
    }

    /** Closes the open block; the command's output may go on in another format. */
    void close() {
        Reader open = reader;
        reader = null;
        if (open != null) {
            try {
                open.end();
            } catch (RuntimeException defect) {
                fail(run == null ? null : run.format, defect);
            }
        }
    }

    /** Remembers that the lines to come do not follow at once on those before. */
    void gap() {
        gap = true;
        parted = true;
    }

    /** Says that lines of the command's output are missing. */
    void missing() {
        if (run != null) {
            run.gaps = true;
            run.anyOutput = true;
        }
    }

    /**
     * Finds the format of the text that begins here, and takes the first line.
     *
     * @param region where it stands
     * @param least how sure the format must be
     * @param labels the words around, for a stretch without a command
     * @return whether a format took it
     */
    boolean find(Piece piece, Region region, int least, List<Label> labels) throws IOException {
        String text = piece.body;
        boolean afterGap = gap;
        gap = false;
        if (!recogniser.worthTrying(text, afterGap)) {
            recogniser.refused(text);
            return false;
        }
        Run now = run;
        boolean follows = now != null && now.draft != null && !(parted && now.typed == null);
        List<Piece> pieces = head(piece);
        Dressing own = region.dressing();
        List<Dressing> ways = new ArrayList<>();
        ways.add(own);
        String indent = smallestIndent(pieces, own);
        if (indent.length() > 0 && !indent.equals(own.indent())) {
            ways.add(own.indented(indent));
        }
        for (Dressing way : ways) {
            List<Line> head = pieces.stream().map(way::strip).toList();
            Set<Format> refusing = new HashSet<>();
            for (int claim = 0; claim < CLAIMS; claim++) {
                Recogniser.Choice choice = recogniser.choose(
                        head,
                        now == null ? List.of() : now.commands(),
                        least,
                        follows && now != null ? now.format : null,
                        refusing);
                if (choice == null) {
                    break;
                }
                if (start(choice, way, head.getFirst(), labels, region, follows)) {
                    recogniser.found();
                    parted = false;
                    return true;
                }
                refusing.add(choice.format());
            }
        }
        recogniser.refused(text);
        return false;
    }

    private List<Piece> head(Piece piece) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(piece);
        for (Piece next : feed.peek(recogniser.head() - 1)) {
            if (next.mark().breaks() || next.quotes != piece.quotes) {
                break;
            }
            pieces.add(next);
        }
        return pieces;
    }

    /** The blanks that all of the lines begin with. */
    private static String smallestIndent(List<Piece> pieces, Dressing own) {
        String least = null;
        for (Piece piece : pieces) {
            if (!piece.isBlank()) {
                String text = own.indented("").strip(piece).text();
                String indent = text.substring(0, Indent.of(text));
                least = least == null || indent.length() < least.length() ? indent : least;
            }
        }
        return least == null ? "" : least;
    }

    private boolean start(
            Recogniser.Choice choice, Dressing way, Line first, List<Label> labels, Region region, boolean follows) {
        Run now = run;
        if (now == null || now.typed == null && !(follows && Objects.equals(now.format, choice.format()))) {
            end(false);
            now = new Run(null, null, false, region.named(), labels);
            run = now;
        }
        Format format = choice.format();
        boolean same = now.draft != null
                && Objects.equals(now.format, format)
                && Objects.equals(now.command, choice.command());
        Held held = new Held(format.name());
        Format before = now.format;
        now.format = format;
        Reader fresh = format.reader(held, choice.command());
        reader = fresh;
        if (!accepts(fresh, first)) {
            close();
            now.format = before;
            return false;
        }
        if (!same) {
            now.command = choice.command();
            now.draft = draft(now, first.number(), format.name());
        }
        if (now.firstText.isEmpty()) {
            now.firstText = first.text();
        }
        now.anyOutput = true;
        dressing = way;
        held.release(now, now.draft);
        note(now, first);
        return true;
    }

    private @Nullable Draft draft(Run now, int line, @Nullable String format) {
        if (drafts.size() >= limits.blocks()) {
            unlisted++;
            return null;
        }
        Draft draft = new Draft(document, ++blocks, line, now.command, format, now.named, now.labels, place);
        drafts.add(draft);
        return draft;
    }

    /** A line of a command's output that nobody took. */
    void notUnderstood(Piece piece, boolean adjacent) {
        if (run != null) {
            run.anyOutput = true;
            run.gaps = true;
        }
        ledger.notUnderstood(piece, adjacent);
    }

    /** The command's output is over. */
    void end(boolean atEndOfText) {
        close();
        Run over = run;
        run = null;
        parted = false;
        if (over == null) {
            return;
        }
        if (over.typed != null && !over.anyOutput && over.explicit && !over.typed.silent()) {
            empty(over, atEndOfText);
            return;
        }
        if (over.draft != null) {
            emit(over, over.draft);
        }
    }

    /** A command that printed nothing says something too. */
    private void empty(Run over, boolean atEndOfText) {
        Piece at = over.at;
        CommandLine typed = over.typed;
        if (at == null || typed == null || typed.first().words().isEmpty()) {
            return;
        }
        over.command = typed.first();
        // a text may break off behind a prompt
        over.gaps |= atEndOfText && !over.saidNothing;
        Draft draft = draft(over, at.line.number(), null);
        if (draft != null) {
            emit(over, draft);
        }
    }

    private void emit(Run over, Draft draft) {
        int line = over.at != null ? over.at.line.number() : draft.firstLine();
        String text = over.typed != null ? over.typed.text() : over.firstText.strip();
        String source = over.typed != null ? over.typed.first().tool() : draft.format() == null ? "" : draft.format();
        for (Coverage coverage : CoverageRules.of(over)) {
            keeper.keep(coverage, draft, document, source, line, text);
        }
    }

    List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        if (unlisted > 0) {
            losses.add(new Loss(Loss.Kind.BLOCKS, "", unlisted, document));
        }
        if (failed > 0) {
            losses.add(new Loss(Loss.Kind.FORMAT_FAILED, failure, failed, document));
        }
        return losses;
    }

    /** A block's sink; what comes before the block's first line is accepted waits. */
    private final class Held implements Sink {
        private final String source;
        private final List<Waiting> waiting = new ArrayList<>();
        private @Nullable Run into;
        private @Nullable Draft draft;

        private record Waiting(Fact fact, Line line, String text) {}

        Held(String source) {
            this.source = source;
        }

        void release(Run now, @Nullable Draft block) {
            into = now;
            draft = block;
            for (Waiting w : waiting) {
                fact(w.fact, w.line, w.text);
            }
            waiting.clear();
        }

        @Override
        public void fact(Fact fact, Line line, String text) {
            if (into == null) {
                waiting.add(new Waiting(fact, line, text));
                return;
            }
            into.notice(fact);
            Draft block = draft;
            if (block != null) {
                block.evidence().add(fact);
                keeper.keep(fact, block, document, source, line.number(), text);
            }
        }
    }
}
