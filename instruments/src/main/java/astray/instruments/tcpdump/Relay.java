package astray.instruments.tcpdump;

import astray.packet.LinkType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Brings packets to a sink that works on a thread of its own, so that the next ones are read meanwhile. Packets travel in
 * batches, in their order; a few batches go round, and who brings more waits. The thread begins after some thousand
 * packets only: what is shorter is done before a second thread would pay.
 */
final class Relay implements Sink {
    private static final int BEFORE = 20_000;
    private static final int BATCHES = 4;
    private static final int PACKETS = 1024;
    private static final int BYTES = 1 << 18;

    private final Sink to;
    private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<Batch> full = new ArrayBlockingQueue<>(BATCHES + 1);
    private @Nullable Thread worker;
    private @Nullable Batch batch;
    private int passed;

    /** What ended the sink's work; its thread sets it, and takes no more packets from then on. */
    private volatile @Nullable Throwable failure;

    private volatile boolean satisfied;

    /** Whether the failure was thrown. */
    private boolean told;

    Relay(Sink to) {
        this.to = to;
    }

    /** Packets on their way: their bytes one behind the other, and a row for each. */
    private static final class Batch {
        /** One that ends the work. */
        static final Batch END = new Batch(0, 0);

        byte[] bytes;
        ByteBuffer buffer;
        int used;
        int count;
        final long[] numbers;
        final long[] seconds;
        final long[] nanos;
        final int[] places;
        final int[] captured;
        final int[] wire;
        final LinkType[] links;

        Batch(int packets, int room) {
            bytes = new byte[room];
            buffer = ByteBuffer.wrap(bytes);
            numbers = new long[packets];
            seconds = new long[packets];
            nanos = new long[packets];
            places = new int[packets];
            captured = new int[packets];
            wire = new int[packets];
            links = new LinkType[packets];
        }

        boolean hasRoom(int more) {
            return count < numbers.length && (count == 0 || used + more <= bytes.length);
        }

        void add(long number, LinkType link, ByteBuffer from, int at, int kept, int whole, long second, long nano) {
            if (used + kept > bytes.length) {
                bytes = new byte[kept];
                buffer = ByteBuffer.wrap(bytes);
            }
            from.get(at, bytes, used, kept);
            numbers[count] = number;
            seconds[count] = second;
            nanos[count] = nano;
            places[count] = used;
            captured[count] = kept;
            wire[count] = whole;
            links[count] = link;
            used += kept;
            count++;
        }

        void empty() {
            used = 0;
            count = 0;
        }
    }

    @Override
    public boolean take(
            long number, LinkType link, ByteBuffer bytes, int at, int captured, int wire, long seconds, long nanos)
            throws IOException {
        if (worker == null) {
            if (++passed < BEFORE) {
                return to.take(number, link, bytes, at, captured, wire, seconds, nanos);
            }
            begin();
        }
        Batch filling = batch;
        if (filling == null || !filling.hasRoom(captured)) {
            if (filling != null) {
                pass(filling);
            }
            check();
            filling = await(free);
            filling.empty();
            batch = filling;
        }
        filling.add(number, link, bytes, at, captured, wire, seconds, nanos);
        return !satisfied;
    }

    private void begin() {
        for (int i = 0; i < BATCHES; i++) {
            free.add(new Batch(PACKETS, BYTES));
        }
        worker = Thread.ofPlatform().name("packets").daemon().start(this::work);
    }

    private void work() {
        try {
            for (Batch next; (next = await(full)) != Batch.END; free.add(next)) {
                for (int i = 0; i < next.count && failure == null && !satisfied; i++) {
                    satisfied = !to.take(
                            next.numbers[i],
                            next.links[i],
                            next.buffer,
                            next.places[i],
                            next.captured[i],
                            next.wire[i],
                            next.seconds[i],
                            next.nanos[i]);
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            // whoever waits for a free batch finds one, and then the failure
            for (Batch next; (next = full.poll()) != null; ) {
                free.offer(next);
            }
            free.offer(new Batch(PACKETS, BYTES));
        }
    }

    private void pass(Batch filled) {
        batch = null;
        full.add(filled);
    }

    private static Batch await(BlockingQueue<Batch> queue) {
        while (true) {
            try {
                return queue.take();
            } catch (InterruptedException e) {
                // nobody interrupts these two; a packet must not be lost should anybody do so
                Thread.onSpinWait();
            }
        }
    }

    /** Throws what ended the sink's work, once: who closes this because of it shall not meet it again. */
    private void check() throws IOException {
        Throwable end = told ? null : failure;
        told = failure != null;
        switch (end) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /** Waits until all that was taken is done. */
    private void finish() throws IOException {
        Thread thread = worker;
        if (thread == null) {
            return;
        }
        if (batch != null) {
            pass(batch);
        }
        full.add(Batch.END);
        boolean ended = false;
        while (!ended) {
            try {
                thread.join();
                ended = true;
            } catch (InterruptedException e) {
                Thread.onSpinWait();
            }
        }
        worker = null;
        passed = 0;
        full.clear();
        free.clear();
        check();
    }

    @Override
    public void idle() throws IOException {
        finish();
        to.idle();
    }

    @Override
    public void close() throws IOException {
        try (to) {
            finish();
        }
    }
}
