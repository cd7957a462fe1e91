package astray.report;

import astray.diagnosis.Finding;
import astray.diagnosis.When;
import java.util.List;

/** One cause on the page: what it is, why to believe it, how to mend it, since when, and who else has it. */
final class CauseRows {

    private static final int COMMAND_INDENT = 2;
    private static final int SHORTEST_QUOTE = 20;

    private final Page page;
    private final Glyphs glyphs;
    private final Speaker speaker;
    private final Detail detail;
    private final Rest rest;

    CauseRows(Page page, Glyphs glyphs, Speaker speaker, Detail detail, Rest rest) {
        this.page = page;
        this.glyphs = glyphs;
        this.speaker = speaker;
        this.detail = detail;
        this.rest = rest;
    }

    /** What it is; with its number when there are several. */
    void title(Finding finding, int number) {
        page.head(number == 0 ? speaker.say(Label.CAUSE) : speaker.say(Label.CAUSE_NUMBERED, number));
        String title = speaker.glyphs().text(CauseTitle.of(finding.id(), speaker.language()));
        String id = finding.id().id();
        int percent = percent(finding.confidence());
        page.text(
                Style.TITLE,
                finding.host().equals("path")
                        ? speaker.say(Label.CAUSE_LINE_PATH, title, id, percent)
                        : speaker.say(Label.CAUSE_LINE, title, finding.host(), id, percent));
        page.text(Style.PLAIN, speaker.say(finding.summary()));
    }

    /** Never 100 by rounding alone. */
    private static int percent(double confidence) {
        return confidence >= 1 ? 100 : Math.clamp(Math.round(confidence * 100), 0, 99);
    }

    /** All that follows the path's drawing. */
    void reasons(Finding finding) {
        if (!finding.evidence().isEmpty()) {
            page.head(speaker.say(Label.EVIDENCE));
            rest.evidence(new EvidenceRows(page, glyphs, speaker, detail).print(finding.evidence(), finding.host()));
        }
        proof(finding);
        remedies(finding.remedies());
        since(finding);
        touched(finding);
    }

    private void proof(Finding finding) {
        Finding.Counterfactual counterfactual = finding.counterfactual();
        if (counterfactual == null) {
            return;
        }
        page.head(speaker.say(Label.PROOF));
        page.text(Style.PLAIN, proof(counterfactual));
    }

    /** The changes are in their tool's words behind a plain "without" or "with"; those two are said in the language. */
    private String proof(Finding.Counterfactual counterfactual) {
        String summary = speaker.say(counterfactual.summary());
        List<String> changes = counterfactual.change();
        for (Label label : List.of(Label.WITHOUT, Label.WITH)) {
            String word = label == Label.WITHOUT ? "without " : "with ";
            if (!changes.isEmpty() && changes.stream().allMatch(change -> change.startsWith(word))) {
                return speaker.say(
                        label,
                        changes.stream().map(c -> c.substring(word.length())).toList(),
                        summary);
            }
        }
        return changes.isEmpty() ? summary : speaker.say(Label.TITLED, changes, summary);
    }

    private void remedies(List<Finding.Remedy> remedies) {
        int shown = detail.all() ? remedies.size() : Math.min(1, remedies.size());
        for (int i = 0; i < shown; i++) {
            if (detail.airy() && i == 0) {
                page.blank();
            }
            page.head(speaker.say(i == 0 ? Label.MEND : Label.MEND_OR));
            remedy(remedies.get(i));
        }
        rest.remedies(remedies.size() - shown);
    }

    private void remedy(Finding.Remedy remedy) {
        String summary = speaker.say(
                remedy.survivesReboot() ? Label.REMEDY_LASTS : Label.REMEDY_TEMPORARY, speaker.say(remedy.summary()));
        page.text(
                Style.PLAIN,
                remedy.proven() ? summary : speaker.say(Label.INFERRED_FROM, summary, speaker.say(Label.UNPROVEN)));
        remedy.commands().forEach(command -> page.command(COMMAND_INDENT, command));
        if (!remedy.sideEffects().isEmpty()) {
            page.text(Style.PLAIN, speaker.say(Label.SIDE_EFFECT, remedy.sideEffects()));
        }
        if (!remedy.undo().isEmpty()) {
            page.head(speaker.say(Label.UNDO));
            remedy.undo().forEach(command -> page.command(COMMAND_INDENT, command));
        }
    }

    private void since(Finding finding) {
        Finding.Since since = finding.since();
        if (since == null) {
            return;
        }
        if (detail.airy()) {
            page.blank();
        }
        page.head(speaker.say(Label.SINCE));
        Label label = switch (since.bound()) {
            case EXACTLY -> Label.SINCE_EXACTLY;
            case AT_OR_BEFORE -> Label.SINCE_AT_OR_BEFORE;
            case AFTER -> Label.SINCE_AFTER;
        };
        String when = when(since.at());
        String quote = Printable.of(since.text().strip());
        int room = page.room() - Width.of(speaker.say(label, when, ""));
        page.text(
                Style.PLAIN,
                speaker.say(
                        label,
                        when,
                        detail.all() ? quote : Wrap.shorten(quote, Math.max(SHORTEST_QUOTE, room), glyphs.ellipsis())));
    }

    private String when(When when) {
        return when.inferred() ? speaker.say(Label.INFERRED_TIME, when) : Times.human(when.at());
    }

    private void touched(Finding finding) {
        if (!finding.affected().isEmpty()) {
            page.head(speaker.say(Label.AFFECTED));
            String all = speaker.sentences().word(finding.affected());
            page.text(Style.PLAIN, detail.all() ? all : Wrap.shorten(all, page.room(), glyphs.ellipsis()));
        }
        page.head(speaker.say(Label.UNAFFECTED));
        finding.unaffected().stream()
                .limit(detail.others())
                .forEach(who -> page.text(Style.PLAIN, speaker.say(Label.SPARED, who.who(), speaker.say(who.why()))));
        page.head("");
    }
}
