package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every folder of {@code cases} gives the verdict that it expects, as JSON and as a page in both languages. */
class CasesTest {
    private static final Path CASES = Path.of(System.getProperty("astray.root", ".."), "cases");

    @TestFactory
    List<DynamicTest> everyCaseGivesTheVerdictItExpects() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(folder ->
                            dynamicTest(String.valueOf(folder.getFileName()), folder.toUri(), () -> check(folder)))
                    .toList();
        }
    }

    private static void check(Path folder) throws IOException {
        Expected expected = Expected.read(folder.resolve("expected.json"));
        Command json = Command.onCase(folder, expected.args(), "--json");
        Command page = Command.onCase(folder, expected.args(), "--lang", "en");
        Command chinese = Command.onCase(folder, expected.args(), "--lang", "zh");
        String context = "\n" + expected.what() + "\n\n" + page.output() + "\n";

        Value answer = Value.read(json.output());
        assertEquals(expected.causes(), expected.sameFields(answer.get("causes").list()), () -> "causes" + context);
        assertEquals(expected.verdict(), answer.get("verdict").text(), () -> "verdict" + context);
        assertEquals(
                List.of(expected.exit(), expected.exit(), expected.exit()),
                List.of(json.status(), page.status(), chinese.status()),
                () -> "exit status with --json, --lang en, --lang zh" + context);
        String words = answer.words();
        for (String said : expected.says()) {
            assertTrue(words.contains(said), () -> "does not say \"" + said + "\"" + context + json.output());
        }
        for (String unsaid : expected.neverSays()) {
            assertFalse(words.contains(unsaid), () -> "says \"" + unsaid + "\"" + context + json.output());
        }
        isPage(page.output(), commands(answer));
        isPage(chinese.output(), commands(answer));
    }

    /** What is printed to be typed: it is never broken, so it may be longer than a line. */
    private static List<String> commands(Value answer) {
        List<String> commands = new ArrayList<>(answer.get("next").each("command"));
        for (Value cause : answer.get("causes").list()) {
            for (Value remedy : cause.get("remedies").list()) {
                commands.addAll(remedy.get("commands").texts());
            }
        }
        return commands;
    }

    private static void isPage(String page, List<String> commands) {
        assertTrue(page.endsWith("\n"), "the page does not end with a line");
        for (String line : page.split("\n", -1)) {
            assertTrue(
                    columns(line) <= 80 || commands.stream().anyMatch(line::endsWith),
                    () -> "more than 80 columns: " + line + "\n" + page);
            assertTrue(
                    line.codePoints().noneMatch(Character::isISOControl),
                    () -> "a control character: " + line + "\n" + page);
        }
    }

    private static int columns(String line) {
        return line.codePoints()
                .map(c -> Character.isIdeographic(c) || c >= 0x3000 && c < 0x3100 || c >= 0xff00 && c < 0xff61 ? 2 : 1)
                .sum();
    }
}
