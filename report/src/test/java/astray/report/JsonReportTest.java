package astray.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.diagnosis.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of {@code astray/verdict/1}, as its contract lists them. */
class JsonReportTest {

    private static final List<String> TOP = List.of(
            "schema",
            "question",
            "verdict",
            "causes",
            "ruled_out",
            "next",
            "path",
            "timeline",
            "unknown",
            "contradictions",
            "read",
            "not_understood");
    private static final List<String> QUESTION =
            List.of("direction", "peer", "address", "protocol", "port", "peer_name", "name", "inferred");
    private static final List<String> CAUSE = List.of(
            "id",
            "direction",
            "host",
            "confidence",
            "subject",
            "summary",
            "evidence",
            "counterfactual",
            "remedies",
            "affected",
            "unaffected",
            "since",
            "notes");
    private static final List<String> EVIDENCE = List.of("source", "host", "at", "text", "document", "line", "note");
    private static final List<String> REMEDY =
            List.of("summary", "commands", "undo", "side_effects", "survives_reboot", "proven");

    @Test
    void aFullVerdictHasTheFieldsOfTheContract() throws IOException {
        Map<String, Object> verdict = json(new SampleVerdicts(Language.EN).incident(), Language.EN);
        assertEquals(TOP, names(verdict));
        assertEquals("astray/verdict/1", verdict.get("schema"));
        assertEquals("unreachable", verdict.get("verdict"));

        Map<String, Object> question = Json.object(verdict.get("question"));
        assertEquals(QUESTION, names(question));
        assertEquals("from", question.get("direction"));
        assertEquals("192.168.73.2", question.get("peer"));
        assertEquals(22L, question.get("port"));

        assertEquals(List.of("id", "why", "evidence"), names(first(verdict, "ruled_out")));
        assertEquals(List.of("host", "command", "why"), names(first(verdict, "next")));
        assertEquals(List.of("request", "reply"), names(Json.object(verdict.get("path"))));
        assertEquals(
                List.of("kind", "where", "state", "note"), names(first(Json.object(verdict.get("path")), "reply")));
        assertEquals(List.of("what", "why"), names(first(verdict, "unknown")));
        assertEquals(List.of("summary", "evidence"), names(first(verdict, "contradictions")));
        assertEquals(List.of("document", "lines", "text"), names(first(verdict, "not_understood")));
        assertEquals(
                List.of("at", "inferred", "inferred_from", "host", "source", "text", "count", "note"),
                names(first(verdict, "timeline")));
    }

    @Test
    void aCauseHasTheFieldsOfTheContract() throws IOException {
        Map<String, Object> cause = first(json(new SampleVerdicts(Language.EN).incident(), Language.EN), "causes");
        assertEquals(CAUSE, names(cause));
        assertEquals("route-captured", cause.get("id"));
        assertEquals("reply", cause.get("direction"));
        assertEquals(0.97, cause.get("confidence"));
        assertEquals(
                Map.of(
                        "destination",
                        "192.168.73.2",
                        "prefix",
                        "192.168.64.0/20",
                        "interface",
                        SampleVerdicts.BRIDGE,
                        "owner",
                        "docker"),
                cause.get("subject"));
        assertEquals(EVIDENCE, names(first(cause, "evidence")));
        assertEquals(List.of("change", "outcome", "summary"), names(Json.object(cause.get("counterfactual"))));
        assertEquals(REMEDY, names(first(cause, "remedies")));
        assertEquals(List.of("192.168.64.0/20"), cause.get("affected"));
        assertEquals(List.of("who", "why"), names(first(cause, "unaffected")));
        Map<String, Object> since = Json.object(cause.get("since"));
        assertEquals(List.of("at", "inferred", "inferred_from", "bound", "text"), names(since));
        assertEquals("2023-11-20T14:25:24-00:00", since.get("at"));
        assertEquals("at or before", since.get("bound"));
    }

    @Test
    void whatIsNotKnownIsNull() throws IOException {
        Map<String, Object> verdict = json(new SampleVerdicts(Language.EN).unknown(), Language.EN);
        assertEquals(TOP, names(verdict));
        assertNull(Json.object(verdict.get("question")).get("peer"));
        assertNull(Json.object(verdict.get("question")).get("port"));
        Map<String, Object> closed =
                Json.object(Json.list(json(new SampleVerdicts(Language.EN).twoCauses(), Language.EN)
                                .get("causes"))
                        .get(1));
        assertEquals(CAUSE, names(closed));
        assertNull(closed.get("counterfactual"));
        assertNull(closed.get("since"));
        assertEquals(1L, closed.get("confidence"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident", "reachable", "unknown", "twoCauses"})
    void everyVerdictIsOneObjectInBothLanguages(String name) throws IOException {
        for (Language language : Language.values()) {
            Map<String, Object> verdict = json(PageReportTest.verdict(new SampleVerdicts(language), name), language);
            assertEquals(TOP, names(verdict));
        }
    }

    @Test
    void printsTheSameTwice() throws IOException {
        assertEquals(
                print(new SampleVerdicts(Language.ZH).incident(), Language.ZH),
                print(new SampleVerdicts(Language.ZH).incident(), Language.ZH));
    }

    @Test
    void controlCharactersAreEscapedAndUnpairedSurrogatesReplaced() throws IOException {
        JsonWriter json = new JsonWriter();
        json.open().member("t", "\u0000\u001b\u007f\u0085\u202e\u2028\n\t\"\\\ud83d\ude00\ud83d" + "\udb40\udc01");
        json.close();
        assertEquals(
                "{\n  \"t\": \"\\u0000\\u001b\\u007f\\u0085\\u202e\\u2028\\n\\t\\\"\\\\\ud83d\ude00\ufffd\\udb40\\udc01\"\n}",
                json.text().toString());
        assertTrue(Json.read(json.text().toString()).toString().contains("\u202e"));
    }

    @Test
    void numbersThatJsonDoesNotHaveAreNull() throws IOException {
        JsonWriter json = new JsonWriter();
        json.open()
                .member("a", List.of(Double.NaN, Double.POSITIVE_INFINITY, 0.5, 3.0, 7L))
                .close();
        List<Object> numbers =
                Json.list(Json.object(Json.read(json.text().toString())).get("a"));
        assertNull(numbers.get(0));
        assertNull(numbers.get(1));
        assertEquals(List.of(0.5, 3L, 7L), numbers.subList(2, 5));
    }

    private static List<String> names(Map<String, Object> object) {
        return List.copyOf(object.keySet());
    }

    private static Map<String, Object> first(Map<String, Object> object, String list) {
        return Json.object(Json.list(object.get(list)).getFirst());
    }

    private static Map<String, Object> json(Verdict verdict, Language language) throws IOException {
        return Json.object(Json.read(print(verdict, language)));
    }

    private static String print(Verdict verdict, Language language) throws IOException {
        StringBuilder out = new StringBuilder();
        JsonReport.print(verdict, SampleVerdicts.text(), new SampleVerdicts(language).sentences(), out);
        return out.toString();
    }
}
