package astray.instruments.netstat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JSON of the files that {@link RecordedTest} prints as the original does. */
class JsonListingTest {

    private static List<String> lines(String... words) throws IOException {
        return RecordedTest.run(RecordedTest.sources(), List.of(words)).lines().toList();
    }

    @Test
    void aSocketIsAnObjectWithNumbersAsNumbers() throws IOException {
        List<String> lines = lines("-tan", "--json");
        assertEquals("[", lines.getFirst());
        assertEquals(
                "{\"protocol\":\"tcp\",\"family\":\"inet\",\"state\":\"LISTEN\",\"receiveQueue\":2,\"sendQueue\":0,"
                        + "\"localAddress\":\"127.0.0.1\",\"localPort\":41100,\"remoteAddress\":\"0.0.0.0\","
                        + "\"remotePort\":0,\"uid\":4102,\"inode\":335176,\"timer\":\"off\",\"timerMillis\":0,"
                        + "\"retransmits\":0,\"probes\":0},",
                lines.get(3));
        assertEquals("= 0", lines.getLast());
    }

    @Test
    void thereAreAsManyObjectsAsTheOriginalHasRows() throws IOException {
        for (String command : List.of("-tuln", "-an", "-x", "-wan", "-g", "-rn", "-6rn", "-tn")) {
            long rows = RecordedTest.run(RecordedTest.sources(), List.of(command))
                    .lines()
                    .filter(l -> !l.startsWith("Active")
                            && !l.startsWith("Proto")
                            && !l.startsWith("Kernel")
                            && !l.startsWith("Dest")
                            && !l.startsWith("IPv6/")
                            && !l.startsWith("Interface")
                            && !l.startsWith("---")
                            && !l.startsWith("="))
                    .count();
            long objects = lines(command, "--json").stream()
                    .filter(l -> l.startsWith("{"))
                    .count();
            // the IPv6 cache is not among the routes of the original's table
            assertTrue(rows == objects || command.equals("-6rn") && objects >= rows, command);
        }
    }

    @Test
    void namesStandBesideNumbersAndControlCharactersAreEscaped() throws IOException {
        String all = String.join("\n", lines("-ta", "--numeric-users", "--json"));
        assertTrue(all.contains("\"localPort\":22,"), all);
        assertTrue(all.contains("\"localService\":\"ssh\""), all);
        assertTrue(all.contains("\"remoteHost\":\"laptop.lab.example\""), all);
    }

    @Test
    void anEmptyListingIsAnEmptyArray() throws IOException {
        assertEquals(List.of("[]", "= 0"), lines("-Ua", "--json"));
    }
}
