package astray.instruments.tcpdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.packet.LinkType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Packets that change threads. */
@Timeout(60)
class RelayTest {
    private static final int MANY = 50_000;

    /** Remembers what it was given; may fail or have enough at a packet. */
    private static final class Memory implements Sink {
        final List<String> packets = new ArrayList<>();
        long failsAt = Long.MAX_VALUE;
        long enoughAt = Long.MAX_VALUE;
        boolean idle;
        boolean closed;

        @Override
        public boolean take(
                long number, LinkType link, ByteBuffer bytes, int at, int captured, int wire, long seconds, long nanos)
                throws IOException {
            if (number == failsAt) {
                throw new IOException("no room");
            }
            byte[] copy = new byte[captured];
            bytes.get(at, copy);
            packets.add(number + " " + link.number() + " " + copy.length + " " + (captured == 0 ? 0 : copy[0]) + " "
                    + wire + " " + seconds + "." + nanos);
            return number < enoughAt;
        }

        @Override
        public void idle() {
            idle = true;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    /** Gives packets of many sizes, one now and then longer than a batch. */
    private static boolean give(Sink sink, int from, int to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(400_000);
        for (int i = from; i < to; i++) {
            int length = i % 10_007 == 0 ? 300_000 : i % 200;
            buffer.put(i % 17, (byte) i);
            if (!sink.take(i, LinkType.ETHERNET, buffer, i % 17, length, length + 1, i, 7)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void arriveAllInOrder() throws IOException {
        Memory direct = new Memory();
        give(direct, 1, MANY);
        Memory far = new Memory();
        try (Relay relay = new Relay(far)) {
            give(relay, 1, MANY);
        }
        assertEquals(direct.packets, far.packets);
        assertTrue(far.closed);
    }

    @Test
    void restIsDoneWhenNothingMoreComesForNow() throws IOException {
        Memory far = new Memory();
        try (Relay relay = new Relay(far)) {
            give(relay, 1, 30_001);
            relay.idle();
            assertEquals(30_000, far.packets.size());
            assertTrue(far.idle);
            give(relay, 30_001, MANY + 1);
        }
        assertEquals(MANY, far.packets.size());
    }

    @Test
    void whatEndsTheWorkEndsTheBringer() {
        Memory far = new Memory();
        far.failsAt = 25_000;
        IOException end = assertThrows(IOException.class, () -> {
            try (Relay relay = new Relay(far)) {
                give(relay, 1, 10_000_000);
            }
        });
        assertEquals("no room", end.getMessage());
        assertEquals(24_999, far.packets.size());
        assertTrue(far.closed);
    }

    @Test
    void noMoreIsTakenWhenItIsEnough() throws IOException {
        Memory far = new Memory();
        far.enoughAt = 25_000;
        try (Relay relay = new Relay(far)) {
            assertFalse(give(relay, 1, 10_000_000));
        }
        assertEquals(25_000, far.packets.size());
    }
}
