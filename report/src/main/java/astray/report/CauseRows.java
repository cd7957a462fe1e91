package astray.report;

import astray.diagnosis.Finding;
import astray.diagnosis.When;
import java.util.List;

/** One cause on the page: what it is, why to believe it, how to mend it, since when, and who else has it. */
final class CauseRows {

    private static final int COMMAND_INDENT = 2;
    private static final int SHORTEST_QUOTE = 40;

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
            EvidenceRows rows = new EvidenceRows(
                    page, glyphs, speaker, detail, Focus.on(finding.subject().values()));
            rest.evidence(rows.print(finding.evidence(), finding.host()));
        }
        proof(finding);
        remedies(finding.remedies());
        since(finding);
        touched(finding);
        notes(finding);
    }

    private void proof(Finding finding) {
        Finding.Counterfactual counterfactual = finding.counterfactual();
        if (counterfactual == null) {
            return;
        }
        page.head(speaker.say(Label.PROOF));
        page.text(Style.PLAIN, proof(counterfactual, Focus.on(finding.subject().values())));
    }

    /** The changes are in their tool's words behind a plain "without" or "with"; those two are said in the language. */
    private String proof(Finding.Counterfactual counterfactual, Focus focus) {
        String summary = speaker.say(counterfactual.summary());
        List<String> changes = counterfactual.change();
        for (Label label : List.of(Label.WITHOUT, Label.WITH)) {
            String word = label == Label.WITHOUT ? "without " : "with ";
            if (!changes.isEmpty() && changes.stream().allMatch(change -> change.startsWith(word))) {
                return speaker.say(
                        label,
                        changes.stream()
                                .map(change -> change(change.substring(word.length()), focus))
                                .toList(),
                        summary);
            }
        }
        return changes.isEmpty() ? summary : speaker.say(Label.TITLED, changes, summary);
    }

    private String change(String change, Focus focus) {
        String printable = Printable.of(change);
        return detail.all() ? printable : Excerpt.of(printable, page.room() * 2 / 3, glyphs.ellipsis(), focus);
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
        page.head(speaker.say(Label.SINCE));
        Label label = switch (since.bound()) {
            case EXACTLY -> Label.SINCE_EXACTLY;
            case AT_OR_BEFORE -> Label.SINCE_AT_OR_BEFORE;
            case AFTER -> Label.SINCE_AFTER;
        };
        String time = speaker.say(label, when(since.at()));
        String quote = Printable.of(since.text().strip());
        int room = page.room() - Width.of(speaker.say(Label.TITLED, time, ""));
        if (detail.all()) {
            page.text(Style.PLAIN, speaker.say(Label.TITLED, time, quote));
        } else {
            page.text(
                    Style.PLAIN,
                    room < Math.min(SHORTEST_QUOTE, Width.of(quote))
                            ? time
                            : speaker.say(
                                    Label.TITLED,
                                    time,
                                    Excerpt.of(
                                            quote,
                                            room,
                                            glyphs.ellipsis(),
                                            Focus.on(finding.subject().values()))));
        }
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
        List<Finding.Unaffected> spared = finding.unaffected();
        int shown = Math.min(detail.others(), spared.size());
        for (Finding.Unaffected who : spared.subList(0, shown)) {
            page.text(Style.PLAIN, speaker.say(Label.SPARED, who.who(), speaker.say(who.why())));
        }
        rest.notes(spared.size() - shown);
        page.head("");
    }

    private void notes(Finding finding) {
        int shown = detail.asides() ? finding.notes().size() : 0;
        page.head(speaker.say(Label.NOTE));
        finding.notes().subList(0, shown).forEach(note -> page.text(Style.PLAIN, speaker.say(note)));
        rest.notes(finding.notes().size() - shown);
        page.head("");
    }
}
