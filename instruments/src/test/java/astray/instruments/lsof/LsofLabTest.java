package astray.instruments.lsof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.instruments.Console;
import astray.testkit.Commands;
import astray.testkit.NeedsTool;
import astray.testkit.Result;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each command line of {@code commands.txt} by the original and by ours, on two processes that hold every kind of file
 * and socket open: the same bytes, the same status, and something on standard error exactly where the original says
 * something. Needs no root and no namespace: what is listed are these two processes.
 */
@Tag("lab")
@NeedsTool({"lsof", "python3"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LsofLabTest {
    private Process holder;
    private Map<String, String> places;

    @BeforeAll
    void hold(@TempDir Path folder) throws IOException {
        Path script = Files.write(folder.resolve("holder.py"), resource("holder.py"));
        Path held = Files.createDirectory(folder.resolve("held"));
        holder = Commands.start(List.of("python3", script.toString(), held.toString()));
        BufferedReader reader = holder.inputReader(StandardCharsets.UTF_8);
        String line = reader.readLine();
        if (line == null) {
            throw new AssertionError(new String(holder.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        String[] words = line.split(" ", -1);
        places = Map.of("{pid}", words[1], "{child}", words[2], "{port}", words[3], "{folder}", held.toString());
    }

    @AfterAll
    void end() throws IOException, InterruptedException {
        holder.getOutputStream().close();
        holder.waitFor();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = LsofLabTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is missing");
            }
            return in.readAllBytes();
        }
    }

    static List<String> commands() throws IOException {
        return new String(resource("commands.txt"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }

    /** The words of a line as a shell would split it; a quote keeps blanks. */
    private List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words.stream().map(this::placed).toList();
    }

    private String placed(String word) {
        String result = word;
        for (Map.Entry<String, String> place : places.entrySet()) {
            result = result.replace(place.getKey(), place.getValue());
        }
        return result;
    }

    private static Result ours(List<String> words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, Map.of("LC_ALL", "C.UTF-8"), false);
        int status = new Lsof().run(words, console);
        console.out().flush();
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void printsWhatTheOriginalPrints(String command) throws IOException {
        List<String> words = words(command);
        List<String> original = new ArrayList<>(List.of("lsof"));
        original.addAll(words);
        Result expected = Commands.run(original);
        Result found = ours(words);
        assertEquals(expected.out(), found.out());
        assertEquals(expected.status(), found.status());
        assertEquals(
                complaints(expected).isBlank(), complaints(found).isBlank(), () -> expected.err() + "\n" + found.err());
    }

    @Test
    void jsonHasAnObjectForEachRow() throws IOException {
        List<String> words = words("-nP -p {pid},{child} -U -i");
        List<String> listed = Commands.run(
                        Stream.concat(Stream.of("lsof"), words.stream()).toList())
                .out()
                .lines()
                .toList();
        List<String> withJson = new ArrayList<>(words);
        withJson.add("--json");
        List<String> lines = ours(withJson).out().lines().toList();
        assertEquals("[", lines.getFirst());
        assertEquals("]", lines.getLast());
        // the sockets of the rest of the machine come and go
        String holding = "\"pid\":" + places.get("{pid}") + ",";
        assertEquals(
                listed.stream()
                        .filter(row -> row.contains(" " + places.get("{pid}") + " "))
                        .count(),
                lines.stream().filter(row -> row.contains(holding)).count());
        assertTrue(lines.stream()
                .anyMatch(row -> row.contains(holding)
                        && row.contains("\"state\":\"LISTEN\",\"localAddress\":\"::\",\"localPort\":"
                                + places.get("{port}") + ",\"remoteAddress\":null,\"remotePort\":null")));
    }

    /** What was said on standard error, but of mounts: others may come and go on this machine. */
    private static String complaints(Result result) {
        return result.err().replaceAll("(?m)^lsof: WARNING: can't stat\\(\\) .*\n( +Output information.*\n)?", "");
    }
}
