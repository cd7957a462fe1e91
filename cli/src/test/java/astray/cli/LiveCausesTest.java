package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fault of each kind on a live network, one block of {@code live-causes.txt} each, which says how they look. */
@Tag("lab")
@Tag("slow")
@NeedsRoot
@NeedsTool({"ip", "bridge", "sysctl", "nc"})
class LiveCausesTest {

    /** A block of the file. */
    record Scenario(String name, List<String> lines) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scenario> scenarios() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(LiveCausesTest.class.getResourceAsStream("live-causes.txt"))) {
            for (String block : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n\n+", -1)) {
                List<String> lines =
                        block.lines().filter(line -> !line.startsWith("#")).toList();
                if (!lines.isEmpty()) {
                    scenarios.add(new Scenario(lines.getFirst(), lines.subList(1, lines.size())));
                }
            }
        }
        return scenarios.stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void causeIsNamed(Scenario scenario) throws IOException, InterruptedException {
        List<Service> services = new ArrayList<>();
        try (Campus campus = new Campus()) {
            campus.wide();
            Value verdict = null;
            List<String> expected = null;
            for (String line : scenario.lines()) {
                List<String> words = List.of(line.strip().split(" +", -1));
                switch (words.getFirst()) {
                    case "serve" ->
                        services.add(Service.start(
                                campus.namespace(words.get(1)),
                                Integer.parseInt(words.get(2)),
                                words.get(3),
                                words.size() > 4 ? words.get(4) : "0.0.0.0"));
                    case "try" -> campus.trying(words.get(1), words.get(2), words.get(3));
                    case "ask" -> verdict = campus.ask(words.get(2), words.get(1), words.subList(3, words.size()));
                    case "cause" -> expected = words;
                    default -> {
                        int colon = line.indexOf(": ");
                        assertTrue(colon > 0, line);
                        campus.sh(line.substring(0, colon).strip(), line.substring(colon + 2));
                    }
                }
            }
            check(campus, Objects.requireNonNull(verdict), expected);
        } finally {
            for (Service service : services) {
                service.close();
            }
        }
    }

    private static void check(Campus campus, Value verdict, List<String> expected) {
        assertEquals(List.of(), verdict.get("contradictions").list(), verdict::words);
        if (expected == null) {
            assertEquals(List.of(), verdict.get("causes").each("id"), verdict::words);
            assertEquals("reachable", verdict.get("verdict").text(), verdict::words);
            return;
        }
        assertEquals(List.of(expected.get(1)), verdict.get("causes").each("id"), verdict::words);
        Value cause = verdict.get("causes").first();
        if (!expected.get(2).equals("-")) {
            assertEquals(expected.get(2), cause.get("direction").text());
        }
        String host = expected.get(3);
        assertEquals(
                host.equals("path") || host.indexOf('.') > 0 ? host : campus.namespace(host),
                cause.get("host").text());
        for (String field : expected.subList(4, expected.size())) {
            int equals = field.indexOf('=');
            String value = field.substring(equals + 1);
            Value told = cause.get("subject", field.substring(0, equals));
            assertEquals(value, told.text(), cause::words);
        }
        assertTrue(
                !cause.get("evidence").list().isEmpty()
                        && !cause.get("remedies").list().isEmpty(),
                cause::words);
    }
}
