package astray.transcript.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPhrasesTest {

    static Stream<HostPhraseRows.Row> rows() {
        return HostPhraseRows.ROWS.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowFindsTheHostOfItsSample(HostPhraseRows.Row row) {
        assertTrue(row.pattern().matcher(row.sample()).find(), row.sample());
        List<Label> labels = HostPhrases.find(row.sample(), row.alone(), 1);
        assertTrue(
                labels.stream().anyMatch(l -> l.host().equals(row.host()) && l.form() == row.form()),
                () -> row.sample() + " gives " + labels);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nothing answers on port 443 any more.",
                "Here is the capture on eth0:",
                "This started on Monday:",
                "It depends on it",
                "The bridge br-0a1b2c3d4e5f holds 192.168.80.1/20",
                "显示所有监听的端口",
                "从昨天开始就这样",
                "Does it work from there:",
                "Output:"
            })
    void otherSentencesNameNoHost(String sentence) {
        assertEquals(
                List.of(),
                HostPhrases.find(sentence, false, 1).stream()
                        .filter(l -> !l.onlyIfKnown())
                        .toList());
    }
}
