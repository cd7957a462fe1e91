package astray.probe;

import astray.facts.Family;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.inet.NetDevice;
import astray.kernel.inet.Pollable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests for a neighbour at work; how they look is the protocol's affair. */
abstract sealed class NeighbourAttempt extends Attempt<NeighbourReport> permits ArpAttempt, SolicitationAttempt {
    /** A link on which more answer than this is attacked, or a loop. */
    private static final int MOST_ANSWERS = 32;

    final NeighbourAsk ask;
    private final List<NeighbourReport.Answer> answers = new ArrayList<>();
    private long sentAt;
    private int sent;
    private int most;

    NeighbourAttempt(NeighbourAsk ask) {
        this.ask = ask;
        this.most = ask.count();
    }

    static NeighbourAttempt of(NeighbourAsk ask) {
        return ask.address().family() == Family.INET ? new ArpAttempt(ask) : new SolicitationAttempt(ask);
    }

    /** Opens the socket. */
    abstract Pollable open(NetDevice device) throws ErrnoException;

    /** Sends a request. */
    abstract void request() throws ErrnoException;

    /** The link-layer address in the next packet that came in and answers; {@code ""} for another packet. */
    abstract @Nullable String next() throws ErrnoException;

    @Override
    final void start(long now) {
        try {
            NetDevice device = NetDevice.named(ask.dev());
            if (device.type() != NetDevice.ETHERNET) {
                throw new ErrnoException("probe", ask.dev(), Errno.EOPNOTSUPP);
            }
            use(open(device));
            send(now);
        } catch (ErrnoException e) {
            end(e.errno());
        }
    }

    private void send(long now) throws ErrnoException {
        request();
        sentAt = now;
        sent++;
        await(Pollable.READABLE, after(now, sent < most ? ask.intervalMillis() : ask.waitMillis()));
    }

    @Override
    final void elapsed(long now) {
        if (sent >= most) {
            end(null);
            return;
        }
        try {
            send(now);
        } catch (ErrnoException e) {
            end(e.errno());
        }
    }

    @Override
    final void happened(int events, long now) {
        try {
            for (String lladdr = next(); lladdr != null; lladdr = next()) {
                if (!lladdr.isEmpty()) {
                    heard(lladdr, now);
                }
            }
        } catch (ErrnoException e) {
            end(e.errno());
        }
    }

    private void heard(String lladdr, long now) {
        for (NeighbourReport.Answer answer : answers) {
            if (answer.lladdr().equals(lladdr)) {
                return;
            }
        }
        if (answers.isEmpty()) {
            // one more, for a second holder of whose answer the first request was lost
            most = Math.min(most, sent + 1);
        }
        if (answers.size() < MOST_ANSWERS) {
            answers.add(new NeighbourReport.Answer(lladdr, micros(sentAt, now)));
        }
    }

    private void end(@Nullable Errno errno) {
        finish(new NeighbourReport(ask, sent, answers, errno));
    }
}
