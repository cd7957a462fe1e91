package astray.report;

import astray.diagnosis.Evidence;
import astray.diagnosis.Finding;
import astray.diagnosis.PathView;
import astray.diagnosis.Phrase;
import astray.diagnosis.Question;
import astray.diagnosis.TimelineEntry;
import astray.diagnosis.Verdict;
import astray.diagnosis.When;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as one JSON object, {@code astray/verdict/1}. Every field of the contract is always there, in the
 * contract's order; what is not known is {@code null} or an empty list. Added to the contract are: the names in the
 * question and what of it was inferred; the document, line and note of evidence; {@code inferred} beside times;
 * {@code unaffected} and {@code notes} of
 * causes; {@code contradictions}; {@code read} and {@code not_understood}.
 */
public final class JsonReport {

    private static final String SCHEMA = "astray/verdict/1";

    private final JsonWriter json = new JsonWriter();
    private final Sentences sentences;

    private JsonReport(Sentences sentences) {
        this.sentences = sentences;
    }

    /**
     * Prints a verdict and a line feed.
     *
     * @param text what was read to come to it
     * @param language the language of its sentences
     */
    public static void print(Verdict verdict, TextSummary text, Language language, Appendable out) throws IOException {
        print(verdict, text, Sentences.of(language), out);
    }

    static void print(Verdict verdict, TextSummary text, Sentences sentences, Appendable out) throws IOException {
        JsonReport report = new JsonReport(sentences);
        report.verdict(verdict, text);
        out.append(report.json.text().append('\n'));
    }

    private void verdict(Verdict verdict, TextSummary text) {
        json.open().member("schema", SCHEMA);
        question(verdict.question());
        json.member("verdict", verdict.outcome().word());
        json.objects("causes", verdict.causes(), this::cause);
        json.objects("ruled_out", verdict.ruledOut(), ruledOut -> {
            json.member("id", ruledOut.id().id()).member("why", say(ruledOut.why()));
            evidence(ruledOut.evidence());
        });
        json.objects(
                "next",
                verdict.next(),
                next -> json.member("host", next.host())
                        .member("command", next.command())
                        .member("why", say(next.why())));
        json.name("path").open();
        json.objects("request", verdict.path().request(), this::step);
        json.objects("reply", verdict.path().reply(), this::step);
        json.close();
        json.objects("timeline", verdict.timeline(), this::event);
        json.objects(
                "unknown",
                verdict.unknown(),
                unknown -> json.member("what", say(unknown.what())).member("why", say(unknown.why())));
        json.objects("contradictions", verdict.contradictions(), contradiction -> {
            json.member("summary", say(contradiction.summary()));
            evidence(contradiction.evidence());
        });
        json.name("read").open().member("blocks", text.blocks()).member("lines", text.lines());
        json.close();
        json.objects(
                "not_understood",
                text.notUnderstood(),
                block -> json.member("document", block.document())
                        .member("lines", List.of(block.firstLine(), block.lastLine()))
                        .member("text", block.text()));
        json.close();
    }

    private void question(Question question) {
        json.name("question")
                .open()
                .member("direction", question.direction())
                .member("peer", question.peer())
                .member("address", question.address())
                .member("protocol", question.protocol())
                .member("port", question.port())
                .member("peer_name", question.peerName())
                .member("name", question.name());
        json.objects("inferred", question.inferences(), inference -> {
            json.member("what", inference.what()).member("from", say(inference.from()));
            evidence(inference.evidence());
        });
        json.close();
    }

    private void cause(Finding finding) {
        json.member("id", finding.id().id())
                .member("direction", finding.direction().word())
                .member("host", finding.host())
                .member("confidence", Math.round(finding.confidence() * 100) / 100.0);
        json.name("subject").open();
        for (Map.Entry<String, Object> field : finding.subject().entrySet()) {
            json.member(field.getKey(), plain(field.getValue()));
        }
        json.close().member("summary", say(finding.summary()));
        evidence(finding.evidence());
        counterfactual(finding.counterfactual());
        json.objects("remedies", finding.remedies(), this::remedy);
        json.member("affected", finding.affected());
        json.objects(
                "unaffected",
                finding.unaffected(),
                unaffected -> json.member("who", unaffected.who()).member("why", say(unaffected.why())));
        since(finding.since());
        json.member("notes", finding.notes().stream().map(this::say).toList());
    }

    /** A subject's value: phrases are said, lists kept, and all else left to the writer. */
    private Object plain(Object value) {
        return switch (value) {
            case Phrase phrase -> say(phrase);
            case When when -> Times.iso(when);
            case List<?> list -> {
                List<Object> plain = new ArrayList<>(list.size());
                for (Object element : list) {
                    plain.add(plain(element));
                }
                yield plain;
            }
            default -> value;
        };
    }

    private void evidence(List<Evidence> evidence) {
        json.objects("evidence", evidence, piece -> {
            json.member("source", piece.source()).member("host", piece.host());
            at(piece.at());
            json.member("text", piece.text())
                    .member("document", piece.document())
                    .member("line", piece.line() > 0 ? piece.line() : null)
                    .member("note", sayIfAny(piece.note()));
        });
    }

    private void counterfactual(Finding.@Nullable Counterfactual counterfactual) {
        json.name("counterfactual");
        if (counterfactual == null) {
            json.value(null);
            return;
        }
        json.open()
                .member("change", counterfactual.change())
                .member("outcome", counterfactual.outcome().word())
                .member("summary", say(counterfactual.summary()))
                .close();
    }

    private void remedy(Finding.Remedy remedy) {
        json.member("summary", say(remedy.summary()))
                .member("commands", remedy.commands())
                .member("undo", remedy.undo())
                .member(
                        "side_effects",
                        remedy.sideEffects().stream().map(this::say).toList())
                .member("survives_reboot", remedy.survivesReboot())
                .member("proven", remedy.proven());
    }

    private void since(Finding.@Nullable Since since) {
        json.name("since");
        if (since == null) {
            json.value(null);
            return;
        }
        json.open();
        at(since.at());
        json.member("bound", since.bound().word()).member("text", since.text()).close();
    }

    private void step(PathView.Step step) {
        json.member("kind", Sentences.hyphened(step.kind()))
                .member("where", step.where())
                .member("state", Sentences.hyphened(step.state()))
                .member("note", sayIfAny(step.note()));
    }

    private void event(TimelineEntry entry) {
        at(entry.at());
        json.member("host", entry.host())
                .member("source", entry.source())
                .member("text", entry.text())
                .member("count", entry.count())
                .member("note", sayIfAny(entry.note()));
    }

    private void at(@Nullable When when) {
        json.member("at", when == null ? null : Times.iso(when));
        if (when != null && when.inferred()) {
            json.member("inferred", true).member("inferred_from", sayIfAny(when.from()));
        }
    }

    private String say(Phrase phrase) {
        return sentences.say(phrase);
    }

    private @Nullable String sayIfAny(@Nullable Phrase phrase) {
        return phrase == null ? null : sentences.say(phrase);
    }
}
