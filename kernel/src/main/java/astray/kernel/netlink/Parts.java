package astray.kernel.netlink;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.Descriptor;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a listing, in order. One that turns out to be long is received by a thread of its own while the caller
 * works on what it has: the kernel makes each part when it is asked for, which takes about as long as printing it. Memory
 * stays bounded: the thread waits when it is {@value #AHEAD} parts ahead.
 */
final class Parts implements AutoCloseable {
    /** So many are received without the thread. */
    private static final int DIRECT = 4;

    private static final int AHEAD = 16;

    private final Descriptor descriptor;
    private final Receiver own;
    private final int asked;
    private final long millis;
    private final BlockingQueue<Part> ahead = new ArrayBlockingQueue<>(AHEAD);
    private @Nullable Thread thread;
    private int taken;

    /** What was received: bytes, or {@code null} for nothing in time; or why nothing can be. */
    private static final class Part {
        final byte @Nullable [] bytes;
        final @Nullable ErrnoException failure;

        Part(byte @Nullable [] bytes, @Nullable ErrnoException failure) {
            this.bytes = bytes;
            this.failure = failure;
        }
    }

    /**
     * The answer to a request.
     *
     * @param own receives for the calling thread
     * @param asked the request's sequence number
     * @param millis how long to wait for a part
     */
    Parts(Descriptor descriptor, Receiver own, int asked, long millis) {
        this.descriptor = descriptor;
        this.own = own;
        this.asked = asked;
        this.millis = millis;
    }

    /** The next part; {@code null} when it did not come in time. Not to be asked for behind the last. */
    byte @Nullable [] next() throws ErrnoException {
        if (taken++ < DIRECT) {
            return own.receive(millis);
        }
        if (thread == null) {
            thread = Thread.ofPlatform().name("netlink").daemon().start(this::receive);
        }
        Part part;
        try {
            part = ahead.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ErrnoException("recvfrom", "netlink", Errno.EINTR);
        }
        if (part.failure != null) {
            throw part.failure;
        }
        return part.bytes;
    }

    private void receive() {
        try (Receiver receiver = new Receiver(descriptor)) {
            boolean more = true;
            while (more && !Thread.currentThread().isInterrupted()) {
                Part part;
                try {
                    part = new Part(receiver.receive(millis), null);
                } catch (ErrnoException e) {
                    part = new Part(null, e);
                }
                more = part.bytes != null && !isLast(part.bytes);
                ahead.put(part);
            }
        } catch (InterruptedException e) {
            // nobody wants the rest
            Thread.currentThread().interrupt();
        }
    }

    private boolean isLast(byte[] part) {
        for (Message m = Message.at(part, 0); m != null; m = m.next()) {
            if (m.sequence() == asked && (m.type() == Message.ERROR || m.type() == Message.DONE)) {
                return true;
            }
        }
        return false;
    }

    /** Ends the thread, if there is one: the socket may be asked other things, or closed. */
    @Override
    public void close() {
        Thread running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        boolean interrupted = false;
        while (running.isAlive()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
