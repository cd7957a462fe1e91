package astray.instruments.tcpdump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.testkit.Result;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What real programs said to each other, printed as tcpdump prints it; {@code golden/README.md} tells of the captures. */
class GoldenTest {
    private static final String SECTION = "## ";

    private final TimeZone before = TimeZone.getDefault();

    @BeforeEach
    void inUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterEach
    void asBefore() {
        TimeZone.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ping", "traceroute", "curl", "ssh", "dns", "dhcp", "vxlan"})
    void isPrintedAsTheOriginalPrintsIt(String name) throws IOException, URISyntaxException {
        Path capture = resource(name + ".pcap");
        String golden = Files.readString(resource(name + ".txt"));
        int sections = 0;
        for (String section : golden.substring(SECTION.length()).split("(?m)^" + SECTION, -1)) {
            int end = section.indexOf('\n');
            List<String> words =
                    new ArrayList<>(List.of(section.substring(0, end).split(" ", -1)));
            words.addAll(List.of("-r", capture.toString()));
            Result result = Runs.run(words);
            assertEquals(section.substring(end + 1), result.out(), () -> name + ": " + words);
            assertEquals(0, result.status());
            sections++;
        }
        assertEquals(4, sections);
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenTest.class.getResource("golden/" + name), name)
                .toURI());
    }
}
