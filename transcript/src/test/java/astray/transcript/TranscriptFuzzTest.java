package astray.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Observation;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Tag;

@Tag("fuzz")
class TranscriptFuzzTest {

    @FuzzTest
    void anyBytesAreReadWithoutException(byte[] bytes) throws IOException {
        Reading reading = Transcript.read("fuzz", new ByteArrayInputStream(bytes), Limits.STANDARD);
        Tally tally = reading.tally();
        assertEquals(
                tally.lines(),
                tally.inBlocks() + tally.prose() + tally.marks() + tally.blank() + tally.notUnderstood());
        for (Loss loss : reading.losses()) {
            assertTrue(loss.kind() != Loss.Kind.FORMAT_FAILED, loss::toString);
        }
        for (Observation<?> seen : reading.observations()) {
            assertTrue(
                    seen.origin().text().chars().noneMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c)));
        }
    }
}
