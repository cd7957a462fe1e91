package astray.instruments.journalctl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.instruments.Console;
import astray.testkit.Journals;
import astray.testkit.Journals.Variant;
import astray.testkit.NeedsTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** journalctl side by side with the journalctl(1) that is installed, on journals in every format. */
@NeedsTool({"journalctl", Journals.WRITER})
class OriginalTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("TZ", "Europe/Berlin", "LC_ALL", "C.UTF-8", "SYSTEMD_PAGER", "");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        for (Variant variant : Variant.values()) {
            Path one = Files.createDirectory(folder.resolve(variant.name()));
            Sample.entries("gpu1", 0).write(one.resolve("system.journal"), variant);
        }
        Path two = Files.createDirectory(folder.resolve("TWO"));
        Sample.entries("gpu1", 0).write(two.resolve("gpu1.journal"), Variant.PLAIN);
        Sample.entries("cpu1", 333_333).write(two.resolve("cpu1.journal"), Variant.COMPACT);
    }

    static Stream<String> lines() throws IOException {
        try (InputStream in = OriginalTest.class.getResourceAsStream("commands.txt")) {
            if (in == null) {
                throw new AssertionError("commands.txt is missing");
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return Stream.concat(
                    lines.stream().map(line -> line.contains("TWO") ? line : "-D PLAIN " + line),
                    Arrays.stream(Variant.values())
                            .flatMap(variant -> Stream.of(
                                    "-D " + variant + " -o export",
                                    "-D " + variant + " -r -o short-precise",
                                    "-D " + variant + " -k _UID=0 + PRIORITY=3 -o json",
                                    "-D " + variant + " -g block -n 4",
                                    "-D " + variant + " -F MESSAGE",
                                    "-D " + variant + " -N")));
        }
    }

    @ParameterizedTest(name = "journalctl {0}")
    @ValueSource(
            strings = {
                "-D PLAIN",
                "-D PLAIN -a",
                "-D PLAIN -g port",
                "-D PLAIN -o verbose",
                "-D PLAIN -o cat",
                "-D PLAIN --list-boots",
                "-D PLAIN -o cat --output-fields=_COMM"
            })
    void coloursAreTheOriginals(String line) throws Exception {
        compare(line, "1");
    }

    @ParameterizedTest(name = "journalctl {0}")
    @MethodSource("lines")
    void printsWhatTheOriginalPrints(String line) throws Exception {
        compare(line, "0");
    }

    private static void compare(String line, String colours) throws Exception {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        environment.put("SYSTEMD_COLORS", colours);
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ", -1)) {
            // A blank within a word is written "_" behind a backslash; "%" is the word without letters.
            words.add(word.equals("%") ? "" : word.replace("\\_", " ").replace("@D/", folder + "/"));
        }
        int place = words.indexOf("-D");
        words.set(place + 1, folder.resolve(words.get(place + 1)).toString());
        List<String> command = new ArrayList<>(List.of("journalctl"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Path err = folder.resolve("err");
        builder.redirectError(err.toFile());
        Process original = builder.start();
        original.getOutputStream().close();
        byte[] expected = original.getInputStream().readAllBytes();
        int status = original.waitFor();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        Console console = new Console(out, complaints, environment, false);
        int mine = new Journalctl().run(words, console);
        console.out().flush();
        String said = Files.readString(err) + "/" + complaints.toString(StandardCharsets.UTF_8);
        assertEquals(status, mine, said);
        boolean json = line.contains("-o json");
        if (line.contains("-o cat --output-fields") || line.contains("--output-fields=_COMM -o cat")) {
            assertEquals(lines(expected), lines(out.toByteArray()), said);
        } else {
            assertEquals(shown(expected, json), shown(out.toByteArray(), json), said);
        }
    }

    /** Lines in any order: with chosen fields the original prints those of an entry in the order of a hash. */
    private static List<String> lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).lines().sorted().toList();
    }

    /** Bytes as text; of JSON, whose members the original prints in the order of a hash, sorted. */
    private static String shown(byte[] bytes, boolean json) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!json) {
            return text;
        }
        StringBuilder sorted = new StringBuilder();
        for (String object : text.split("(?m)(?<=^\\})\n|(?<=\\})\n", -1)) {
            sorted.append(sorted(object)).append('\n');
        }
        return sorted.toString();
    }

    private static String sorted(String object) {
        Map<String, Integer> members = new TreeMap<>();
        int depth = 0;
        boolean quoted = false;
        int start = object.indexOf('{') + 1;
        for (int i = start; i < object.length(); i++) {
            char c = object.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '[' || c == '{') {
                depth++;
            } else if (depth == 0 && (c == ',' || c == '}')) {
                members.merge(object.substring(start, i).strip(), 1, Integer::sum);
                start = i + 1;
            } else if (c == ']' || c == '}') {
                depth--;
            }
        }
        return members.toString();
    }
}
