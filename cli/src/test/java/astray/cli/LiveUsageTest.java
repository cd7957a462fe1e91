package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code from} and {@code to} refuse before they look at anything. */
class LiveUsageTest {

    private static Command run(String line) {
        List<String> words = List.of(line.split(" +"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = Main.command(
                words.getFirst(), words.subList(1, words.size()), Map.of("LANG", "C.UTF-8"), new Terminal(false, out));
        return new Command(status, out.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from",
                "from 192.0.2.1 192.0.2.2",
                "from 192.0.2.1:22",
                "from 192.0.2.300",
                "from 192.0.2.1 --port 0",
                "from 192.0.2.1 --port 65536",
                "from 192.0.2.1 --port ssh",
                "from 192.0.2.1 --lang fr",
                "from 192.0.2.1 --color blue",
                "from 192.0.2.1 --watch 0",
                "from 192.0.2.1 --watch 61",
                "from 192.0.2.1 --watch 2s",
                "to 192.0.2.1 --watch 2",
                "from 192.0.2.1 --no-such-option",
                "to",
                "to 192.0.2.1 22",
                "to 192.0.2.1:0",
                "to 192.0.2.300:22",
                "to 192.0.2",
                "to [2001:db8::1",
                "to :22",
                "to 192.0.2.1 --port 22",
            })
    void wrongUsageIsRefusedAndNothingIsPrinted(String line) {
        assertEquals(new Command(Status.FAILED, ""), run(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "to"})
    void helpTellsTheOptionsAndTheExitStatuses(String command) {
        Command help = run(command + " --help");
        assertEquals(Status.OK, help.status());
        for (String word : List.of("--netns", "--passive", "--json", "--verbose", "--lang", "Exit status")) {
            assertTrue(help.output().contains(word), word);
        }
    }

    @Test
    void namespaceThatIsNotThereEndsWithOneLine() {
        assertEquals(
                Status.FAILED, run("from 192.0.2.1 --netns /no/such/namespace").status());
    }
}
