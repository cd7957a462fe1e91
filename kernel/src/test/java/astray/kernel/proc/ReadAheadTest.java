package astray.kernel.proc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    /** Gives at most so many bytes at a time, as the kernel does. */
    private static final class Trickle extends ByteArrayInputStream {
        private final int most;
        private boolean closed;

        Trickle(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] buffer, int from, int length) {
            return super.read(buffer, from, Math.min(length, most));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Property(tries = 50)
    void nothingIsLostOrChanged(
            @ForAll @IntRange(max = 700_000) int size,
            @ForAll @IntRange(min = 1000, max = 70_000) int atOnce,
            @ForAll long seed)
            throws IOException {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        Trickle source = new Trickle(bytes, atOnce);
        try (InputStream ahead = new ReadAhead(source)) {
            assertArrayEquals(bytes, ahead.readAllBytes());
            assertEquals(-1, ahead.read());
        }
        assertTrue(source.closed);
    }

    @Test
    void aReaderThatLeavesEarlyEndsTheThread() throws IOException {
        Trickle source = new Trickle(new byte[10_000_000], 4096);
        try (InputStream ahead = new ReadAhead(source)) {
            assertEquals(200_000, ahead.readNBytes(200_000).length);
        }
        assertTrue(source.closed);
    }

    @Test
    void anErrorReachesTheReaderBehindWhatCameBefore() throws IOException {
        InputStream source = new FilterInputStream(new ByteArrayInputStream(new byte[200_000])) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                int count = super.read(buffer, from, length);
                if (count < 0) {
                    throw new IOException("gone");
                }
                return count;
            }
        };
        try (InputStream ahead = new ReadAhead(source)) {
            assertThrows(IOException.class, ahead::readAllBytes);
        }
    }
}
