package astray.instruments.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.instruments.Console;
import astray.testkit.Commands;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import astray.testkit.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/** ip side by side with the ip(8) that is installed, on a host that has many routes and one that has many links. */
@Tag("lab")
@NeedsRoot
@NeedsTool("ip")
@Execution(ExecutionMode.SAME_THREAD)
class OriginalTest {
    private static Net net;
    private static String routing;
    private static String links;

    @BeforeAll
    static void build() {
        net = new Net().host("many").host("other");
        net.wire("many", "east", "other", "e").wire("many", "west", "other", "w");
        net.sh("many", resource("routing.sh"));
        routing = net.namespace("many");
        net.host("linked").wire("linked", "east", "other", "le").wire("linked", "west", "other", "lw");
        net.sh("linked", resource("links.sh"));
        links = net.namespace("linked");
    }

    @AfterAll
    static void takeAway() {
        if (net != null) {
            net.close();
        }
    }

    private static String resource(String name) {
        try (InputStream in = OriginalTest.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<String> routingLines() {
        return lines("routing.txt");
    }

    static Stream<String> linkLines() {
        return lines("links.txt");
    }

    private static Stream<String> lines(String name) {
        return resource(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest(name = "ip {0}")
    @MethodSource("routingLines")
    void printsRoutesAsTheOriginalDoes(String line) throws IOException {
        compare(routing, line);
    }

    @ParameterizedTest(name = "ip {0}")
    @MethodSource("linkLines")
    void printsLinksAsTheOriginalDoes(String line) throws IOException {
        compare(links, line);
    }

    /** How many use a cached route: each processor has a cache of its own. */
    private static final Pattern USERS = Pattern.compile("users [0-9]+|\"users\":[0-9]+");

    /** What the kernel keeps of a route may be thrown away between two runs: then they are made again. */
    private static void compare(String namespace, String line) throws IOException {
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                compareOnce(namespace, line);
                return;
            } catch (AssertionFailedError moved) {
                if (attempt == 2) {
                    throw moved;
                }
            }
        }
    }

    private static void compareOnce(String namespace, String line) throws IOException {
        List<String> words = new ArrayList<>(List.of("-n", namespace));
        words.addAll(List.of(line.split(" ")));
        List<String> original = new ArrayList<>(List.of("ip"));
        original.addAll(words);
        Result before = Commands.run(original);
        Result mine = run(words);
        Result after = Commands.run(original);
        assertEquals(before.status(), mine.status(), () -> "status; " + before.err() + mine.err());
        assertEquals(before.err().isBlank(), mine.err().isBlank(), () -> before.err() + mine.err());
        String printed = counted(mine);
        if (printed.equals(counted(before)) || printed.equals(counted(after))) {
            return;
        }
        boolean moves = !before.out().equals(after.out());
        assertEquals(moves ? still(before.out()) : counted(before), moves ? still(mine.out()) : printed);
    }

    private static String counted(Result result) {
        return USERS.matcher(result.out()).replaceAll("users #");
    }

    /** The text with its numbers taken out: ages and remaining times move between two runs of the original too. */
    private static String still(String text) {
        return text.replaceAll("[0-9.]+", "#");
    }

    private static Result run(List<String> words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(out, err, Map.of(), false);
        int status = new Ip().run(words, console);
        console.out().flush();
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
