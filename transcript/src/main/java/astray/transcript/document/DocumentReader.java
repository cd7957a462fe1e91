package astray.transcript.document;

import astray.facts.Attribution;
import astray.transcript.Format;
import astray.transcript.Limits;
import astray.transcript.Loss;
import astray.transcript.NotUnderstood;
import astray.transcript.Tally;
import astray.transcript.hosts.Draft;
import astray.transcript.hosts.WordsTrail;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one document from top to bottom: tells prose from outputs, finds the commands, and gives each output's lines
 * to a format. One line is looked at after the other with a short look ahead, so that memory does not depend on the
 * document's size.
 */
public final class DocumentReader {
    private final String document;
    private final LineSource source;
    private final LineFeed feed;
    private final Ledger ledger;
    private final Outputs outputs;
    private final Writings writings;
    private final List<Loss> losses = new ArrayList<>();
    private Tally tally = Tally.NONE;

    private Region region = new Region(Region.Kind.PROSE, Dressing.NONE, null, null);
    private Draft.@Nullable Named sectionHost;
    private @Nullable CommandLine pending;
    private @Nullable Piece pendingAt;
    private boolean afterBlank = true;
    private boolean afterRefusal;
    private boolean anyFence;

    /**
     * Prepares to read.
     *
     * @param host the host that the document's place names; {@code null} for none
     * @param command the command that the document's name names; {@code null} for none
     */
    public DocumentReader(
            String document,
            InputStream in,
            Limits limits,
            List<Format> formats,
            Keeper keeper,
            List<Draft> drafts,
            List<NotUnderstood> notUnderstood,
            @Nullable String host,
            @Nullable String command) {
        this.document = document;
        source = new LineSource(in, limits);
        feed = new LineFeed(source);
        ledger = new Ledger(document, limits, notUnderstood);
        outputs = new Outputs(document, limits, formats, keeper, drafts, ledger, feed);
        writings = new Writings(
                ledger, (fact, line, text) -> keeper.keep(fact, null, document, "text", line.number(), text));
        named(host, command);
    }

    private void named(@Nullable String host, @Nullable String command) {
        if (host != null) {
            outputs.place(new Draft.Named(host, Attribution.Reason.SECTION, 0, document));
        }
        if (command != null) {
            outputs.begin(new Run(CommandLine.parse(command), null, false, null, List.of()));
        }
    }

    /** Reads it all. When reading fails on the way, what came before is kept. */
    public void read() throws IOException {
        String binary = Binary.kind(source.start(Binary.START));
        if (binary != null) {
            losses.add(new Loss(Loss.Kind.NO_TEXT, binary, 1, document));
            return;
        }
        source.skip(Binary.mark(source.start(Binary.START)));
        try {
            writings.frontMatter(feed);
            for (Piece piece = feed.next(); piece != null; piece = feed.next()) {
                step(piece);
            }
        } catch (IOException e) {
            outputs.missing();
            throw e;
        } finally {
            end();
        }
    }

    private void end() {
        outputs.end(true);
        writings.endParagraph();
        if (source.cut() > 0) {
            losses.add(new Loss(Loss.Kind.LONG_LINES, "", source.cut(), document));
        }
        if (writings.passedOver() > 0) {
            losses.add(new Loss(Loss.Kind.PROSE, "", writings.passedOver(), document));
        }
        losses.addAll(outputs.losses());
        tally = ledger.end(source.lines(), losses);
    }

    /** What became of the lines. */
    public Tally tally() {
        return tally;
    }

    /** What was left out. */
    public List<Loss> losses() {
        return losses;
    }

    private void step(Piece piece) throws IOException {
        if (outputs.open()) {
            if (!breaks(piece) && outputs.take(piece)) {
                afterBlank = false;
                afterRefusal = false;
                return;
            }
            outputs.close();
        }
        if (piece.isBlank()) {
            ledger.blank();
            writings.endParagraph();
            afterBlank = true;
            outputs.gap();
            return;
        }
        if (afterBlank && piece.mark() instanceof Mark.None && MailVoice.begins(piece.body)) {
            leave();
            writings.otherVoice();
            prose(piece);
            afterBlank = false;
            return;
        }
        if (left(piece)) {
            leave();
        }
        switch (piece.mark()) {
            case Mark.Fence fence -> fence(piece, fence);
            case Mark.Section section -> section(piece, section);
            case Mark.FileName name -> file(piece, name);
            case Mark.Prompt prompt -> command(piece, prompt.host(), prompt.command(), Region.Kind.SESSION);
            case Mark.Hashes hashes -> hashes(piece, hashes);
            case Mark.LeftOut _ -> {
                outputs.missing();
                mark();
            }
            case Mark.Noise _ -> mark();
            case Mark.None _ -> content(piece);
        }
        afterBlank = false;
    }

    private void mark() {
        ledger.mark();
        outputs.gap();
        afterRefusal = false;
    }

    /** Whether a line ends the open block before its reader is asked. */
    private boolean breaks(Piece piece) {
        if (outputs.dressing().left(piece) && !piece.isBlank()) {
            return true;
        }
        return switch (piece.mark()) {
            case Mark.None _, Mark.Noise _ -> false;
            case Mark.Fence fence -> region.fence() == null || closes(fence);
            case Mark.Section section -> SectionMeaning.of(section, piece.line.number(), region.holdsOutput()) != null;
            case Mark.Hashes hashes -> isCommand(hashes);
            case Mark.FileName _, Mark.Prompt _, Mark.LeftOut _ -> true;
        };
    }

    private static boolean isCommand(Mark.Hashes hashes) {
        return CommandShape.sure(hashes.text());
    }

    private boolean closes(Mark.Fence fence) {
        Mark.Fence open = region.fence();
        return open != null && fence.closes() && fence.border() == open.border() && fence.length() >= open.length();
    }

    /** Whether the region is over: somebody else speaks, the quote ends, or after a gap people write again. */
    private boolean left(Piece piece) {
        if (!region.holdsOutput()) {
            return false;
        }
        Dressing dressing = region.dressing();
        if (dressing.left(piece)) {
            return true;
        }
        if (region.kind() == Region.Kind.FENCE || !afterBlank) {
            return false;
        }
        return Indent.of(piece.body) < dressing.indent().length()
                || writings.any()
                        && piece.mark() instanceof Mark.None
                        && (SentenceShape.is(piece.body) || WordsTrail.isPlace(piece.body));
    }

    private void leave() {
        outputs.end(false);
        region = new Region(Region.Kind.PROSE, Dressing.NONE, null, null);
        sectionHost = null;
    }

    // -- code blocks

    private void fence(Piece piece, Mark.Fence fence) throws IOException {
        if (region.fence() != null) {
            if (closes(fence)) {
                mark();
                outputs.end(false);
                region = new Region(Region.Kind.PROSE, Dressing.NONE, sectionHost, null);
            } else {
                content(piece);
            }
            return;
        }
        if (!fence.closes() && fence.border() == 0 || fence.border() != 0 || fence.closes() && opensHere(fence)) {
            openFence(piece, fence);
        } else {
            // an end without a beginning
            mark();
        }
    }

    /** {code} and {noformat} open and close with the same word; {@code </pre>} only closes. */
    private static boolean opensHere(Mark.Fence fence) {
        return fence.info().isEmpty();
    }

    private void openFence(Piece piece, Mark.Fence fence) throws IOException {
        outputs.end(false);
        writings.endParagraph();
        mark();
        anyFence = true;
        FencedCommands commands = FencedCommands.peek(feed, fence);
        if (commands != null) {
            pending = commands.line();
            pendingAt = commands.at();
            for (int i = 0; i < commands.pieces(); i++) {
                Piece taken = feed.next();
                if (taken != null && taken.isBlank()) {
                    ledger.blank();
                } else {
                    ledger.mark();
                }
            }
            return;
        }
        region = new Region(
                Region.Kind.FENCE,
                new Dressing(piece.quotes, piece.speaker, Dressing.of(piece).indent()),
                sectionHost,
                fence);
        if (pending != null) {
            outputs.begin(new Run(
                    pending, pendingAt, true, elsewhere(pending, region.named(), pendingAt), writings.labels()));
        } else {
            CommandLine quoted = writings.takeQuoted();
            if (quoted != null) {
                outputs.begin(
                        new Run(quoted, piece, false, elsewhere(quoted, region.named(), piece), writings.labels()));
            }
        }
        pending = null;
    }

    // -- commands and sections

    private void command(Piece piece, @Nullable String host, String text, Region.Kind kind) throws IOException {
        writings.endParagraph();
        mark();
        pending = null;
        writings.takeQuoted();
        Draft.Named named = host == null || host.startsWith("localhost")
                ? region.kind() == Region.Kind.SESSION && region.named() != null && host == null && sectionHost == null
                        ? null
                        : sectionHost
                : new Draft.Named(
                        host,
                        Attribution.Reason.PROMPT,
                        piece.line.number(),
                        piece.line.text().strip());
        if (region.kind() == Region.Kind.FENCE) {
            region = region.named(named);
            if (region.dressing().indent().isEmpty()) {
                region = region.dressed(Dressing.of(piece));
            }
        } else {
            region = new Region(kind, Dressing.of(piece), named, null);
        }
        String typed = continued(text);
        if (typed.isEmpty()) {
            outputs.end(false);
            return;
        }
        CommandLine line = CommandLine.parse(typed);
        outputs.begin(new Run(line, piece, true, elsewhere(line, named, piece), writings.labels()));
    }

    /** Joins the lines that a backslash at the end continues. */
    private String continued(String text) throws IOException {
        StringBuilder typed = new StringBuilder(text);
        while (typed.length() > 0 && typed.charAt(typed.length() - 1) == '\\' && typed.length() < 2000) {
            Piece next = feed.next();
            if (next == null) {
                break;
            }
            ledger.mark();
            typed.setLength(typed.length() - 1);
            String rest = next.body.strip();
            typed.append(' ').append(rest.startsWith("> ") ? rest.substring(2) : rest);
        }
        return typed.toString().strip();
    }

    /** {@code ssh gpu1 ip route} ran on gpu1 whatever the prompt says. */
    private static Draft.@Nullable Named elsewhere(CommandLine line, Draft.@Nullable Named here, @Nullable Piece at) {
        if (line.host() == null || at == null) {
            return here;
        }
        return new Draft.Named(
                line.host(),
                Attribution.Reason.PROMPT,
                at.line.number(),
                at.line.text().strip());
    }

    private void section(Piece piece, Mark.Section section) throws IOException {
        SectionMeaning meaning = SectionMeaning.of(
                section, piece.line.number(), region.holdsOutput() && region.kind() != Region.Kind.SECTION);
        if (meaning == null) {
            content(piece);
            return;
        }
        writings.endParagraph();
        mark();
        outputs.end(false);
        if (meaning.host() != null) {
            sectionHost = new Draft.Named(
                    meaning.host(),
                    Attribution.Reason.SECTION,
                    piece.line.number(),
                    piece.line.text().strip());
        }
        begin(piece, meaning.command());
    }

    /** A section with this command, or without one. */
    private void begin(Piece piece, @Nullable CommandLine command) {
        if (region.kind() != Region.Kind.FENCE) {
            region = new Region(Region.Kind.SECTION, Dressing.of(piece), sectionHost, null);
        } else {
            region = region.named(sectionHost);
        }
        if (command != null) {
            outputs.begin(new Run(command, piece, true, elsewhere(command, sectionHost, piece), writings.labels()));
        } else {
            outputs.end(false);
        }
    }

    private void file(Piece piece, Mark.FileName name) {
        writings.endParagraph();
        mark();
        FileLabel label = FileLabel.of(name.path());
        if (label.host() != null) {
            sectionHost = new Draft.Named(
                    label.host(),
                    Attribution.Reason.SECTION,
                    piece.line.number(),
                    piece.line.text().strip());
        }
        begin(piece, label.command() == null ? null : CommandLine.parse(label.command()));
    }

    /** A root prompt, a section mark, a heading, or a comment in some output. */
    private void hashes(Piece piece, Mark.Hashes hashes) throws IOException {
        if (isCommand(hashes)) {
            if (hashes.count() == 1) {
                command(piece, null, hashes.text(), Region.Kind.SESSION);
                return;
            }
            writings.host(piece, hashes.text());
            outputs.end(false);
            writings.endParagraph();
            mark();
            CommandLine line = CommandLine.parse(hashes.text());
            if (fenceFollows()) {
                region = new Region(Region.Kind.PROSE, Dressing.NONE, sectionHost, null);
                pending = line;
                pendingAt = piece;
            } else {
                begin(piece, line);
            }
            return;
        }
        boolean heading = !region.holdsOutput()
                || region.kind() != Region.Kind.FENCE
                        && afterBlank
                        && hashes.count() > 1
                        && (writings.any() || anyFence);
        if (!heading) {
            content(piece);
            return;
        }
        leave();
        pending = null;
        writings.heading(piece, hashes.text());
    }

    private boolean fenceFollows() throws IOException {
        for (Piece next : feed.peek(3)) {
            if (!next.isBlank()) {
                return next.mark() instanceof Mark.Fence;
            }
        }
        return false;
    }

    // -- outputs and prose

    private void content(Piece piece) throws IOException {
        boolean output = region.holdsOutput();
        Run run = outputs.run();
        boolean commanded = run != null && run.typed != null;
        if (run != null && commanded && piece.body.strip().equals("[]")) {
            // JSON's way to print nothing
            run.saidNothing = true;
            ledger.mark();
            return;
        }
        Region here = output ? region : region.dressed(new Dressing(piece.quotes, piece.speaker, ""));
        int least = output || commanded && !afterBlank ? Format.NO + 1 : Format.LIKELY;
        if (outputs.find(piece, here, least, writings.labels())) {
            writings.endParagraph();
            afterRefusal = false;
            pending = null;
            return;
        }
        if (!output && CommandShape.sure(piece.body)) {
            bare(piece);
            return;
        }
        if (output || commanded && !afterBlank || !SentenceShape.couldBe(piece.body) && run != null && !afterBlank) {
            outputs.notUnderstood(piece, afterRefusal);
            afterRefusal = true;
            return;
        }
        prose(piece);
    }

    /** A command that stands without a prompt. */
    private void bare(Piece piece) {
        writings.endParagraph();
        mark();
        CommandLine line = CommandLine.parse(piece.body);
        outputs.begin(new Run(line, piece, false, elsewhere(line, sectionHost, piece), writings.labels()));
        pending = line;
        pendingAt = piece;
    }

    private void prose(Piece piece) {
        outputs.end(false);
        afterRefusal = false;
        if (!Writings.isRemark(piece)) {
            pending = null;
        }
        writings.line(piece);
    }
}
