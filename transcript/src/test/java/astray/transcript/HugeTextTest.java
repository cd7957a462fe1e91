package astray.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.LogEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class HugeTextTest {

    /** Makes lines while they are read, so that the text itself takes no memory. */
    private static final class Made extends InputStream {
        private final IntFunction<String> lines;
        private final int count;
        private int next;
        private byte[] line = new byte[0];
        private int at;

        Made(int count, IntFunction<String> lines) {
            this.count = count;
            this.lines = lines;
        }

        private boolean more() {
            if (at == line.length && next < count) {
                line = (lines.apply(next++) + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return at < line.length;
        }

        @Override
        public int read() {
            return more() ? line[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int done = 0;
            while (done < length && more()) {
                int taken = Math.min(length - done, line.length - at);
                System.arraycopy(line, at, into, from + done, taken);
                at += taken;
                done += taken;
            }
            return done == 0 ? -1 : done;
        }
    }

    private static Reading read(int count, IntFunction<String> lines) {
        return assertTimeoutPreemptively(Duration.ofSeconds(100), () -> {
            try {
                return Transcript.read("huge", new Made(count, lines), Limits.STANDARD);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void oneInterestingLineOfAHugeJournalIsFoundAndLittleElseIsKept() {
        Reading reading = read(
                400_000,
                i -> i == 250_000
                        ? "Nov 20 14:25:24 mill kernel: br-0a1b2c3d4e5f: port 2(veth80039d3) entered disabled state"
                        : "Nov 20 14:25:" + (10 + i % 50) + " mill CRON[" + i
                                + "]: (root) CMD (test -x /usr/lib/atsar/atsa1 && true)");
        assertEquals(400_000, reading.tally().inBlocks());
        assertTrue(reading.observations().stream()
                .anyMatch(o -> o.origin().line() == 250_001 && o.fact() instanceof LogEntry));
        assertTrue(
                reading.observations().size() < 10, () -> reading.observations().size() + " kept");
    }

    @Test
    void aHugeTextOfInterestingLinesKeepsItsBeginningAndItsEnd() {
        Reading reading = read(
                200_000,
                i -> "Nov 20 14:25:24 mill kernel: br-0a1b2c3d4e5f: port " + i
                        + "(veth80039d3) entered disabled state");
        long entries = reading.observations().stream()
                .filter(o -> o.fact() instanceof LogEntry)
                .count();
        assertTrue(entries > 1000 && entries <= Limits.STANDARD.logEntries());
        assertEquals(entries + reading.losses().getFirst().count(), 200_000);
    }

    @Test
    void linesThatNobodyTakesAreReadInTimeLinearInTheirNumber() {
        Reading reading = read(
                200_000,
                i -> i == 0
                        ? "$ frobnicate"
                        : Integer.toString(i * 31 + 7, 3 + i % 30) + ":" + Integer.toString(i, 2) + "-/");
        assertTrue(
                reading.tally().notUnderstood() > 150_000, () -> reading.tally().toString());
    }
}
