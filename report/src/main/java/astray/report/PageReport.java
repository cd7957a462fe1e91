package astray.report;

import astray.diagnosis.Evidence;
import astray.diagnosis.Finding;
import astray.diagnosis.TimelineEntry;
import astray.diagnosis.Verdict;
import astray.diagnosis.When;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as a page for somebody in a hurry: the answer in the first line, then what is responsible, the way drawn
 * up to the place where it breaks, the strongest evidence, and what to type. A page that is not verbose shows as much
 * as fits on a screen of 25 lines and counts the rest; only commands and the answers themselves may make it longer.
 */
public final class PageReport {

    private static final int SCREEN = 25;

    private final Verdict verdict;
    private final TextSummary text;
    private final Speaker speaker;
    private final Glyphs glyphs;
    private final Detail detail;
    private final Page page;
    private final Rest rest = new Rest();

    private PageReport(Verdict verdict, TextSummary text, Sentences sentences, PageOptions options, Detail detail) {
        this.verdict = verdict;
        this.text = text;
        this.glyphs = Glyphs.of(options.unicode());
        this.speaker = new Speaker(sentences, glyphs);
        this.detail = detail;
        this.page = new Page(options.width(), options.language() == Language.ZH ? 8 : 10);
    }

    /**
     * Prints the page.
     *
     * @param text what was read to come to the verdict
     */
    public static void print(Verdict verdict, TextSummary text, PageOptions options, Appendable out)
            throws IOException {
        print(verdict, text, Sentences.of(options.language()), options, out);
    }

    static void print(Verdict verdict, TextSummary text, Sentences sentences, PageOptions options, Appendable out)
            throws IOException {
        fitting(verdict, text, sentences, options).print(options.colour(), out);
    }

    private static Page fitting(Verdict verdict, TextSummary text, Sentences sentences, PageOptions options) {
        if (options.verbose()) {
            return new PageReport(verdict, text, sentences, options, Detail.ALL).draw();
        }
        // each level is no higher than the one before it: halve what is left to try
        int bare = Detail.LEVELS.size() - 1;
        Page best = new PageReport(verdict, text, sentences, options, Detail.LEVELS.get(bare)).draw();
        int from = 0;
        int to = bare;
        while (from < to) {
            int middle = (from + to) / 2;
            Page page = new PageReport(verdict, text, sentences, options, Detail.LEVELS.get(middle)).draw();
            if (page.height() <= SCREEN) {
                best = page;
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return best;
    }

    private Page draw() {
        new Headline(speaker, verdict).print(page, glyphs);
        page.blank();
        causesAndPath();
        air();
        excluded();
        contradictions();
        unknown();
        next();
        timeline();
        inferences();
        read();
        rest.print(page, speaker);
        return page;
    }

    private void causesAndPath() {
        List<Finding> causes = verdict.causes();
        if (causes.size() != 1) {
            path();
        }
        Detail shared = detail.sharedBy(causes.size());
        CauseRows rows = new CauseRows(page, glyphs, speaker, shared, rest);
        for (int i = 0; i < causes.size(); i++) {
            if (causes.size() > 1 && detail.airy()) {
                page.blank();
            }
            rows.title(causes.get(i), causes.size() == 1 ? 0 : i + 1);
            if (causes.size() == 1) {
                path();
                air();
            }
            rows.reasons(causes.get(i));
        }
    }

    private void air() {
        if (detail.airy()) {
            page.blank();
        }
    }

    private void path() {
        if (!verdict.path().request().isEmpty()) {
            page.head(speaker.say(Label.REQUEST));
            new PathDrawing(page, glyphs, speaker).draw(verdict.path().request(), detail.all());
        }
        if (!verdict.path().reply().isEmpty()) {
            page.head(speaker.say(Label.REPLY));
            new PathDrawing(page, glyphs, speaker).draw(verdict.path().reply(), detail.all());
        }
    }

    /** Prints the first of a section's elements under its head, as many as the detail grants; counts the others. */
    private <T> int section(Label head, List<T> elements, int most, Consumer<T> row) {
        int shown = Math.min(most, elements.size());
        page.head(speaker.say(head));
        elements.subList(0, shown).forEach(row);
        page.head("");
        return elements.size() - shown;
    }

    /** Where no cause was found, what is known to be sound is the better part of the answer. */
    private void excluded() {
        int most = detail.all() || verdict.causes().isEmpty() ? detail.others() : 0;
        rest.notes(section(Label.EXCLUDED, verdict.ruledOut(), most, ruledOut -> {
            String title = speaker.glyphs().text(CauseTitle.of(ruledOut.id(), speaker.language()));
            page.text(Style.PLAIN, speaker.say(Label.TITLED, title, speaker.say(ruledOut.why())));
            evidenceWhenVerbose(ruledOut.evidence());
        }));
    }

    private void contradictions() {
        rest.conflicts(section(
                Label.CONFLICT, verdict.contradictions(), Math.max(1, detail.others()), contradiction -> {
                    page.text(Style.DOUBTFUL, speaker.say(contradiction.summary()));
                    evidenceWhenVerbose(contradiction.evidence());
                }));
    }

    private void unknown() {
        rest.notes(section(
                Label.UNKNOWN,
                verdict.unknown(),
                detail.others(),
                unknown -> page.text(
                        Style.PLAIN,
                        speaker.say(Label.NOT_SEEN, speaker.say(unknown.what()), speaker.say(unknown.why())))));
    }

    private void next() {
        rest.notes(section(Label.NEXT, verdict.next(), Math.max(1, detail.others()), next -> {
            String where = Printable.of(speaker.say(Label.TITLED, next.host(), ""));
            int room = page.room() - Width.of(where) - Width.of(Printable.of(next.command()));
            if (!detail.notes() && room >= 0) {
                page.row(0, List.of(new Span(Style.QUIET, where), new Span(Style.COMMAND, next.command())));
            } else {
                page.text(Style.PLAIN, speaker.say(Label.ON_HOST, next.host(), speaker.say(next.why())));
                page.command(2, next.command());
            }
        }));
    }

    private void timeline() {
        rest.events(section(Label.TIMELINE, verdict.timeline(), detail.all() ? detail.others() : 0, this::event));
    }

    private void event(TimelineEntry entry) {
        String who = entry.host() == null ? entry.source() : entry.host() + " " + entry.source();
        String words = speaker.say(Label.TITLED, who, entry.text().strip());
        page.text(
                Style.PLAIN,
                0,
                Times.human(entry.at().at()),
                entry.count() > 1 ? speaker.say(Label.MORE_LINES, words, entry.count() - 1) : words);
        if (entry.note() != null) {
            page.text(Style.PLAIN, 20, glyphs.leads(), speaker.say(entry.note()));
        }
    }

    private void inferences() {
        if (!detail.asides()) {
            rest.notes(verdict.question().inferences().size());
            return;
        }
        page.head(speaker.say(Label.ASSUMED));
        verdict.question().inferences().forEach(inference -> {
            String from = speaker.say(inference.from());
            page.text(
                    Style.PLAIN,
                    switch (inference.what()) {
                        case "peer" -> speaker.say(Label.PEER, from);
                        case "address" -> speaker.say(Label.ADDRESS, from);
                        case "port" -> speaker.say(Label.PORT, from);
                        default -> from;
                    });
            evidenceWhenVerbose(inference.evidence());
        });
        if (detail.all()) {
            timeSources().forEach(source -> page.text(Style.PLAIN, source));
        }
        page.head("");
    }

    /** From what the parts of times were worked out that their lines do not show. */
    private Set<String> timeSources() {
        Set<String> sources = new LinkedHashSet<>();
        Stream<@Nullable When> times = Stream.concat(
                verdict.timeline().stream().map(TimelineEntry::at),
                verdict.causes().stream()
                        .flatMap(cause -> cause.evidence().stream().map(Evidence::at)));
        times.forEach(when -> {
            if (when != null && when.from() != null) {
                sources.add(speaker.say(when.from()));
            }
        });
        return sources;
    }

    private void read() {
        List<TextSummary.Block> unclear = text.notUnderstood();
        if (!detail.asides()) {
            rest.notes(unclear.size());
            return;
        }
        if (unclear.isEmpty() && (text.blocks() == 0 || !detail.all())) {
            return;
        }
        page.head(speaker.say(Label.READ));
        String amount = speaker.say(Label.WAS_READ, text.blocks(), text.lines());
        if (unclear.isEmpty()) {
            page.text(Style.QUIET, amount);
            return;
        }
        List<String> places = unclear.stream()
                .limit(detail.all() ? unclear.size() : 3)
                .map(block -> block.document() + ":" + block.range())
                .toList();
        String partly = speaker.say(Label.READ_PARTLY, amount, unclear.size(), places);
        page.text(Style.QUIET, partly);
        if (detail.all()) {
            unclear.forEach(block -> block.text().lines().forEach(line -> page.text(Style.QUIET, 2, "|", line)));
        }
    }

    private void evidenceWhenVerbose(List<Evidence> evidence) {
        if (detail.all()) {
            new EvidenceRows(page, glyphs, speaker, detail, Focus.NONE).print(evidence, null);
        }
    }
}
