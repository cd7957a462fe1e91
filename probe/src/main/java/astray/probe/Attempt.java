package astray.probe;

import astray.kernel.inet.Pollable;
import org.jspecify.annotations.Nullable;

/** A probe at work: a socket, what it waits for, and until when. Times are of {@link System#nanoTime}. */
abstract class Attempt<R> implements Pending<R> {
    private static final long MILLI = 1_000_000;

    private @Nullable Pollable socket;
    private int wanted;
    private long due;
    private @Nullable R report;

    /** Opens its socket and sends its first packet. */
    abstract void start(long now);

    /**
     * Goes on, since something happened to the socket.
     *
     * @param events of {@link Pollable}
     */
    abstract void happened(int events, long now);

    /** Goes on, since its time is over. */
    abstract void elapsed(long now);

    /** Waits with a socket from now on, which is closed in the end. */
    final void use(Pollable opened) {
        release();
        socket = opened;
    }

    final void await(int events, long until) {
        wanted = events;
        due = until;
    }

    final void finish(R result) {
        report = result;
        release();
    }

    private void release() {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    final boolean finished() {
        return report != null;
    }

    final @Nullable Pollable socket() {
        return socket;
    }

    final int wanted() {
        return wanted;
    }

    final long due() {
        return due;
    }

    @Override
    public final R report() {
        if (report == null) {
            throw new IllegalStateException("the round is not over");
        }
        return report;
    }

    static long after(long now, long millis) {
        return now + millis * MILLI;
    }

    static long micros(long from, long to) {
        return (to - from) / 1000;
    }
}
