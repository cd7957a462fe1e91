package astray.probe;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.inet.Bytes;
import astray.kernel.inet.InetSocket;
import astray.kernel.inet.Pollable;
import astray.kernel.inet.QueuedError;
import astray.kernel.inet.Received;
import astray.probe.EchoReport.Means;
import astray.probe.EchoReport.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Echo requests at work. A ping socket is tried first, since it needs no privilege; then a raw one; then UDP to the
 * ports that traceroute(8) uses, whose only answers are errors.
 */
final class EchoAttempt extends Attempt<EchoReport> {
    private static final int LONGEST = 2048;
    private static final int FIRST_PORT = 33434;
    private static final int IP_HEADER = 20;

    private static final AtomicInteger NEXT = new AtomicInteger((int) (System.nanoTime() >>> 8));

    private final EchoAsk ask;
    private final List<Reply> replies = new ArrayList<>();
    private final long[] sentAt = new long[Limits.COUNT];
    private final int identifier = NEXT.getAndIncrement() & 0xffff;
    private @Nullable InetSocket socket;
    private Means means = Means.ICMP;
    private boolean raw;
    private int scope;
    private int sent;

    EchoAttempt(EchoAsk ask) {
        this.ask = ask;
    }

    @Override
    void start(long now) {
        try {
            InetSocket opened = open();
            use(opened);
            scope = ask.egress().prepare(opened, ask.address());
            if (ask.hops() != 0) {
                opened.hops(ask.hops());
            }
            if (means == Means.ICMP) {
                // a raw socket hears of errors only then
                opened.connect(ask.address(), 0, scope);
            }
            socket = opened;
            send(opened, now);
        } catch (ErrnoException e) {
            end(e.errno());
        }
    }

    private InetSocket open() throws ErrnoException {
        Family family = ask.address().family();
        try {
            return InetSocket.ping(family);
        } catch (ErrnoException notAllowed) {
            // most systems leave ping sockets to some groups or to nobody
        }
        try {
            raw = true;
            return InetSocket.rawIcmp(family, EchoMessage.answerType(family));
        } catch (ErrnoException notAllowed) {
            raw = false;
            means = Means.UDP;
            return InetSocket.udp(family);
        }
    }

    private void send(InetSocket from, long now) throws ErrnoException {
        int sequence = sent + 1;
        sentAt[sent] = now;
        if (means == Means.UDP) {
            from.send(new byte[EchoMessage.DATA], ask.address(), FIRST_PORT + sequence, scope);
        } else {
            from.send(EchoMessage.request(ask.address().family(), identifier, sequence));
        }
        sent = sequence;
        await(Pollable.READABLE, after(now, sent < ask.count() ? ask.intervalMillis() : ask.waitMillis()));
    }

    @Override
    void elapsed(long now) {
        InetSocket from = socket;
        if (from == null || sent == ask.count()) {
            end(null);
            return;
        }
        try {
            send(from, now);
        } catch (ErrnoException e) {
            if (replies.isEmpty()) {
                // perhaps not this packet's error, but one of the network that came in for an earlier one
                happened(Pollable.ERROR, now);
            }
            if (!finished()) {
                again(from, now);
            }
        }
    }

    private void again(InetSocket from, long now) {
        try {
            send(from, now);
        } catch (ErrnoException e) {
            end(e.errno());
        }
    }

    @Override
    void happened(int events, long now) {
        InetSocket from = socket;
        if (from == null) {
            return;
        }
        try {
            for (QueuedError error = from.queuedError(); error != null; error = from.queuedError()) {
                take(error, now);
            }
            // the same error waits here too, and would fail the next call
            Errno waiting = from.error();
            for (Received received = from.receive(LONGEST); received != null; received = from.receive(LONGEST)) {
                take(received, now);
            }
            if (waiting != null && (events & Pollable.READABLE) == 0 && replies.isEmpty() && local(waiting)) {
                end(waiting);
                return;
            }
        } catch (ErrnoException e) {
            // an error that came in between: it is in the queue, and is read when the socket is next looked at
        }
        if (sent == ask.count() && all()) {
            end(null);
        }
    }

    /** Whether an error is of this host alone. */
    private static boolean local(Errno errno) {
        return errno.isPermission() || errno.equals(Errno.ENETUNREACH);
    }

    private void take(QueuedError error, long now) {
        IcmpNotice notice = IcmpNotice.of(error);
        if (notice == null || !ask.address().equals(error.destination())) {
            return;
        }
        Bytes packet = error.packet();
        int sequence = means == Means.UDP ? error.port() - FIRST_PORT : EchoMessage.sequence(packet, 0);
        if (raw && EchoMessage.identifier(packet, 0) != identifier) {
            return;
        }
        boolean host =
                means == Means.UDP && notice.portUnreachable() && notice.from().equals(ask.address());
        add(sequence, notice.from(), host ? null : notice, now, -1);
    }

    private void take(Received received, long now) {
        IpAddress from = received.from();
        if (from == null || means == Means.UDP) {
            return;
        }
        Bytes bytes = received.bytes();
        int at = raw && ask.address().family() == Family.INET ? Math.max(IP_HEADER, (bytes.octet(0) & 15) * 4) : 0;
        if (bytes.size() < at + EchoMessage.HEADER
                || bytes.octet(at) != EchoMessage.answerType(ask.address().family())
                || raw && EchoMessage.identifier(bytes, at) != identifier) {
            return;
        }
        add(EchoMessage.sequence(bytes, at), from, null, now, received.hops());
    }

    private void add(int sequence, IpAddress from, @Nullable IcmpNotice error, long now, int hops) {
        if (sequence >= 1 && sequence <= sent && replies.size() < 4 * Limits.COUNT) {
            replies.add(new Reply(sequence, from, error, micros(sentAt[sequence - 1], now), hops));
        }
    }

    private boolean all() {
        long seen = 0;
        for (Reply reply : replies) {
            seen |= 1L << reply.sequence();
        }
        return Long.bitCount(seen) == ask.count();
    }

    private void end(@Nullable Errno errno) {
        finish(new EchoReport(ask, means, sent, replies, errno));
    }
}
