package astray.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Evidence;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.PathView;
import astray.diagnosis.PathView.Kind;
import astray.diagnosis.PathView.State;
import astray.diagnosis.PathView.Step;
import astray.diagnosis.Phrase;
import astray.diagnosis.Question;
import astray.diagnosis.TimelineEntry;
import astray.diagnosis.Verdict;
import astray.diagnosis.When;
import astray.facts.HostName;
import astray.facts.LogEntry;
import astray.facts.Observation;
import astray.facts.Origin;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the evidence: the terminal is safe, the JSON is JSON, and rows keep to the width. */
class HostileTextTest {

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.strings()
                        .withChars("\u001b\u0007\r\n\t\u0000\u009b\u202e\u2066\u200b\u2028\ufeff\ud800\udc00 a/中，")
                        .ofMaxLength(120),
                Arbitraries.strings().withChars("ab1. 网桥，（）。").ofMaxLength(300));
    }

    @Property(tries = 150)
    void pagesAreSafeAndNarrow(@ForAll("anything") String a, @ForAll("anything") String b, @ForAll Language language)
            throws IOException {
        Verdict verdict = verdict(language, a, b);
        Set<String> commands = PageReportTest.commands(verdict).stream()
                .map(String::strip)
                .filter(command -> !command.isEmpty())
                .collect(Collectors.toSet());
        for (boolean verbose : new boolean[] {false, true}) {
            for (int width : new int[] {60, 80, 120}) {
                StringBuilder page = new StringBuilder();
                PageOptions options = new PageOptions(language, width, false, true, verbose);
                PageReport.print(verdict, text(a, b), new SampleVerdicts(language).sentences(), options, page);
                assertSafe(page);
                page.toString()
                        .lines()
                        .forEach(line -> assertTrue(
                                Width.of(line) <= width || commands.stream().anyMatch(line.strip()::endsWith),
                                () -> Width.of(line) + " > " + width + ": " + line));
            }
        }
    }

    @Property(tries = 150)
    void jsonIsJsonAndKeepsTheText(@ForAll("anything") String a, @ForAll("anything") String b) throws IOException {
        StringBuilder out = new StringBuilder();
        JsonReport.print(verdict(Language.EN, a, b), text(a, b), new SampleVerdicts(Language.EN).sentences(), out);
        assertSafe(out);
        Map<String, Object> read = Json.object(Json.read(out.toString()));
        Map<String, Object> cause = Json.object(Json.list(read.get("causes")).getFirst());
        Map<String, Object> evidence =
                Json.object(Json.list(cause.get("evidence")).getFirst());
        assertEquals(paired(a), evidence.get("text"));
        assertEquals(
                paired(b),
                Json.list(Json.object(Json.list(cause.get("remedies")).getFirst())
                                .get("commands"))
                        .getFirst());
    }

    @Property(tries = 100)
    void listsOfFactsAreSafe(@ForAll("anything") String a, @ForAll("anything") String b) throws IOException {
        Origin origin = new Origin(a, b, a, 1, 1, b);
        StringBuilder out = new StringBuilder();
        FactsReport.print(
                List.of(
                        new Observation<>(new HostName(a), origin),
                        new Observation<>(new LogEntry(null, a, b, 1L, a + b), origin)),
                text(a, b),
                new PageOptions(Language.ZH, 80, false, true, false),
                out);
        assertSafe(out);
        assertEquals(7 + b.lines().count(), out.toString().lines().count(), out.toString());
    }

    @Property(tries = 200)
    void wrappingLosesOnlyBlanks(@ForAll("anything") String text) {
        String printable = Printable.of(text);
        assertEquals(printable, Printable.of(printable));
        List<String> lines = Wrap.lines(printable, 20);
        lines.forEach(line -> assertTrue(Width.of(line) <= 20, line));
        assertEquals(withoutBlanks(printable), withoutBlanks(String.join("", lines)));
        assertTrue(Width.of(Wrap.shorten(printable, 20, "…")) <= 20);
        assertTrue(Width.of(Excerpt.of(printable, 20, "…", Focus.on(List.of("aa", "中。")))) <= 20);
    }

    /** Of all blanks that Unicode has, but those that forbid a break: a line may end at any of them. */
    private static String withoutBlanks(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void assertSafe(CharSequence text) {
        text.chars()
                .filter(c -> c != '\n')
                .forEach(c -> assertFalse(c < ' ' || (c >= 0x7f && c < 0xa0), text::toString));
        assertFalse(text.codePoints().anyMatch(c -> c != '\n' && Printable.acts(c)), text::toString);
    }

    /** The text as JSON can hold it. */
    private static String paired(String text) {
        return text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static TextSummary text(String a, String b) {
        return new TextSummary(1, 2, List.of(new TextSummary.Block(a, 1, 2, b)));
    }

    private static Verdict verdict(Language language, String a, String b) {
        SampleVerdicts samples = new SampleVerdicts(language);
        Phrase say = samples.say(a, a);
        When when = new When(LocalDateTime.of(2024, 2, 29, 0, 0), null, true, say);
        List<Evidence> evidence =
                List.of(new Evidence(b, a, when, a, 1, a, say), new Evidence(a, null, null, b, 0, b, null));
        List<Step> steps = List.of(
                new Step(Kind.HOST, a, State.PASSES, say),
                new Step(Kind.HOP, b, State.UNKNOWN, say),
                new Step(Kind.INTERFACE, a, State.STOPS, say),
                new Step(Kind.SERVICE, b, State.NOT_REACHED, null));
        Finding finding = new Finding(
                CauseId.ROUTE_CAPTURED,
                Direction.REPLY,
                a,
                0.5,
                Map.of(b, a),
                say,
                evidence,
                new Finding.Counterfactual(List.of("without " + a), Outcome.REACHABLE, say),
                List.of(new Finding.Remedy(say, List.of(b), List.of(a), List.of(say, say), true, false)),
                List.of(),
                List.of(new Finding.Unaffected(b, say)),
                new Finding.Since(when, Finding.Bound.AFTER, b),
                List.of(say));
        return new Verdict(
                new Question("from", null, a, null, b, a, 1, List.of(new Question.Inference("peer", say, evidence))),
                Outcome.UNREACHABLE,
                List.of(finding),
                List.of(new Verdict.RuledOut(CauseId.LINK_ADMIN_DOWN, say, evidence)),
                List.of(new Verdict.NextStep(a, b, say)),
                new PathView(steps, steps),
                List.of(new TimelineEntry(when, a, b, a, 2, say)),
                List.of(new Verdict.Unknown(say, say)),
                List.of(new Verdict.Contradiction(say, evidence)));
    }
}
