package astray.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.diagnosis.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages as people see them. A page that changed on purpose is written anew by running the tests with
 * {@code -Dastray.golden=DIRECTORY}, the resources' folder of this package.
 */
class PageReportTest {

    record Golden(String name, String verdict, PageOptions options) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Golden> pages() {
        return Stream.of(
                golden("incident", Language.EN, 80),
                golden("incident", Language.EN, 120),
                golden("incident", Language.ZH, 80),
                golden("incident", Language.ZH, 120),
                golden("reachable", Language.EN, 80),
                golden("reachable", Language.ZH, 80),
                golden("unknown", Language.EN, 80),
                golden("unknown", Language.ZH, 80),
                golden("twoCauses", Language.EN, 80),
                golden("twoCauses", Language.ZH, 80),
                new Golden("incident-en-colour", "incident", new PageOptions(Language.EN, 80, true, true, false)),
                new Golden("incident-en-ascii", "incident", new PageOptions(Language.EN, 80, false, false, false)),
                new Golden("incident-en-verbose", "incident", new PageOptions(Language.EN, 80, false, true, true)),
                new Golden("incident-zh-verbose", "incident", new PageOptions(Language.ZH, 80, false, true, true)));
    }

    private static Golden golden(String verdict, Language language, int width) {
        return new Golden(
                verdict + "-" + language.word() + "-" + width,
                verdict,
                new PageOptions(language, width, false, true, false));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsAsRecorded(Golden golden) throws IOException {
        String page = print(golden.verdict(), golden.options());
        String record = System.getProperty("astray.golden");
        if (record != null) {
            Files.writeString(Path.of(record, golden.name() + ".txt"), page);
        }
        assertEquals(read(golden.name() + ".txt", record), page);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void onlyCommandsRunOverTheWidth(Golden golden) throws IOException {
        SampleVerdicts samples = new SampleVerdicts(golden.options().language());
        Set<String> commands = commands(verdict(samples, golden.verdict()));
        String plain = print(golden.verdict(), golden.options()).replaceAll("\u001b\\[[0-9;]*m", "");
        for (String line : plain.lines().toList()) {
            assertTrue(
                    Width.of(line) <= golden.options().width() || commands.contains(line.strip()),
                    () -> Width.of(line) + ": " + line);
            assertEquals(line.stripTrailing(), line);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void incidentFitsOnAScreen(Language language) throws IOException {
        String page = print("incident", new PageOptions(language, 80, false, true, false));
        assertTrue(page.lines().count() <= 25, page);
    }

    @Test
    void everyCommandOfTheFirstRemedyIsOnItsOwnLineUnbroken() throws IOException {
        List<String> lines = print("unknown", new PageOptions(Language.EN, 60, false, true, false))
                .lines()
                .map(String::strip)
                .toList();
        for (String command : commands(new SampleVerdicts(Language.EN).unknown())) {
            assertTrue(lines.contains(command), command);
        }
    }

    @Test
    void coloursCarryNoMeaningAlone() throws IOException {
        String colour = print("incident", new PageOptions(Language.EN, 80, true, true, false));
        assertEquals(
                print("incident", new PageOptions(Language.EN, 80, false, true, false)),
                colour.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void englishPageIsAsciiWhereTheTerminalIs() throws IOException {
        for (String verdict : List.of("reachable", "unknown", "twoCauses")) {
            String page = print(verdict, new PageOptions(Language.EN, 80, false, false, false));
            assertFalse(page.chars().anyMatch(c -> c > '~'), page);
        }
    }

    static String print(String verdict, PageOptions options) throws IOException {
        SampleVerdicts samples = new SampleVerdicts(options.language());
        StringBuilder page = new StringBuilder();
        PageReport.print(verdict(samples, verdict), SampleVerdicts.text(), samples.sentences(), options, page);
        return page.toString();
    }

    static Verdict verdict(SampleVerdicts samples, String name) {
        return switch (name) {
            case "incident" -> samples.incident();
            case "reachable" -> samples.reachable();
            case "unknown" -> samples.unknown();
            case "twoCauses" -> samples.twoCauses();
            default -> throw new IllegalArgumentException(name);
        };
    }

    static Set<String> commands(Verdict verdict) {
        return Stream.concat(
                        verdict.next().stream().map(Verdict.NextStep::command),
                        verdict.causes().stream()
                                .flatMap(cause -> cause.remedies().stream())
                                .flatMap(r -> Stream.concat(r.commands().stream(), r.undo().stream())))
                .map(Printable::of)
                .collect(Collectors.toSet());
    }

    private static String read(String name, String record) throws IOException {
        if (record != null) {
            return Files.readString(Path.of(record, name));
        }
        try (InputStream in = PageReportTest.class.getResourceAsStream(name)) {
            return in == null ? "(not recorded)" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
