package astray.probe;

import astray.kernel.ErrnoException;
import astray.kernel.inet.Pollable;
import java.util.ArrayList;
import java.util.List;

/**
 * A round of probes that are made at once: so it takes as long as the slowest of them, and each ends by its own
 * limit. For one thread.
 */
public final class Probes {
    /** A round opens no more sockets than this. */
    public static final int MOST = 128;

    /** How long to sleep at most before looking whether the thread was interrupted. */
    private static final long SLICE = 100_000_000;

    private final List<Attempt<?>> attempts = new ArrayList<>();

    /** Makes an empty round. */
    public Probes() {}

    private <R> Pending<R> add(Attempt<R> attempt) {
        if (attempts.size() >= MOST) {
            throw new IllegalStateException("more than " + MOST + " probes in a round");
        }
        attempts.add(attempt);
        return attempt;
    }

    /** Adds a try to connect. */
    public Pending<TcpReport> add(TcpAsk ask) {
        return add(new TcpAttempt(ask));
    }

    /** Adds echo requests. */
    public Pending<EchoReport> add(EchoAsk ask) {
        return add(new EchoAttempt(ask));
    }

    /** Adds requests for a neighbour. */
    public Pending<NeighbourReport> add(NeighbourAsk ask) {
        return add(NeighbourAttempt.of(ask));
    }

    /** Adds a question to a name server. */
    public Pending<DnsReport> add(DnsAsk ask) {
        return add(new DnsAttempt(ask));
    }

    /**
     * Makes the round. An interrupted thread ends it early, with what is known then.
     *
     * @throws ErrnoException when sockets cannot be waited for at all
     */
    public void run() throws ErrnoException {
        for (Attempt<?> attempt : attempts) {
            attempt.start(System.nanoTime());
        }
        List<Attempt<?>> open = new ArrayList<>();
        List<Pollable> sockets = new ArrayList<>();
        while (true) {
            boolean over = Thread.currentThread().isInterrupted();
            open.clear();
            sockets.clear();
            long now = System.nanoTime();
            long wait = SLICE;
            for (Attempt<?> attempt : attempts) {
                while (!attempt.finished() && (over || attempt.due() - now <= 0)) {
                    attempt.elapsed(over ? attempt.due() : now);
                }
                Pollable socket = attempt.socket();
                if (!attempt.finished() && socket != null) {
                    open.add(attempt);
                    sockets.add(socket);
                    wait = Math.min(wait, attempt.due() - now);
                }
            }
            if (open.isEmpty()) {
                return;
            }
            int[] wanted = new int[open.size()];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = open.get(i).wanted();
            }
            int[] happened = Pollable.await(sockets, wanted, wait);
            now = System.nanoTime();
            for (int i = 0; i < happened.length; i++) {
                if (happened[i] != 0) {
                    open.get(i).happened(happened[i], now);
                }
            }
        }
    }
}
