package astray.probe;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.inet.Bytes;
import astray.kernel.inet.InetSocket;
import astray.kernel.inet.Pollable;
import astray.kernel.inet.QueuedError;
import astray.kernel.inet.Received;
import astray.probe.DnsReport.Outcome;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question to a name server at work. */
final class DnsAttempt extends Attempt<DnsReport> {
    private static final int LONGEST = 65535;
    private static final int LENGTH = 2;

    private final DnsAsk ask;
    private final int id = (int) (System.nanoTime() * 0x9e3779b97f4a7c15L >>> 48);
    private @Nullable InetSocket socket;
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private byte[] question = {};
    private boolean tcp;
    private boolean asked;
    private boolean again;
    private long started;

    DnsAttempt(DnsAsk ask) {
        this.ask = ask;
    }

    @Override
    void start(long now) {
        started = now;
        byte[] made = DnsMessage.question(id, ask.name(), ask.type());
        if (made == null) {
            end(Outcome.NOT_ASKED, null, now);
            return;
        }
        question = made;
        try {
            InetSocket opened = InetSocket.udp(ask.server().family());
            use(opened);
            int scope = ask.egress().prepare(opened, ask.server());
            // connected, so that answers of nobody else are heard, and errors are
            opened.connect(ask.server(), ask.port(), scope);
            opened.send(question);
            socket = opened;
            await(Pollable.READABLE, after(now, Math.max(1, ask.waitMillis() / 2)));
        } catch (ErrnoException e) {
            end(Outcome.UNREACHABLE, e.errno(), now);
        }
    }

    @Override
    void elapsed(long now) {
        if (tcp || again || socket == null) {
            end(Outcome.TIMED_OUT, null, now);
            return;
        }
        again = true;
        try {
            socket.send(question);
            await(Pollable.READABLE, after(started, ask.waitMillis()));
        } catch (ErrnoException e) {
            end(Outcome.UNREACHABLE, e.errno(), now);
        }
    }

    @Override
    void happened(int events, long now) {
        InetSocket from = socket;
        if (from == null) {
            return;
        }
        try {
            QueuedError queued = from.queuedError();
            Errno errno = from.error();
            if (queued != null || errno != null) {
                end(Outcome.UNREACHABLE, queued != null ? queued.errno() : errno, now);
            } else if (tcp) {
                stream(from, now);
            } else {
                datagram(from, now);
            }
        } catch (ErrnoException e) {
            end(Outcome.UNREACHABLE, e.errno(), now);
        }
    }

    private void datagram(InetSocket from, long now) throws ErrnoException {
        Received received = from.receive(LONGEST);
        DnsMessage.Answer answer =
                received == null ? null : DnsMessage.read(received.bytes(), id, ask.name(), ask.type());
        if (answer == null) {
            return;
        }
        if (!answer.truncated()) {
            end(answer, now);
            return;
        }
        tcp = true;
        InetSocket opened = InetSocket.tcp(ask.server().family());
        use(opened);
        socket = opened;
        opened.connect(ask.server(), ask.port(), ask.egress().prepare(opened, ask.server()));
        await(Pollable.WRITABLE, after(started, ask.waitMillis()));
    }

    private void stream(InetSocket from, long now) throws ErrnoException {
        if (!asked) {
            byte[] whole = new byte[LENGTH + question.length];
            EchoMessage.put(whole, 0, question.length);
            System.arraycopy(question, 0, whole, LENGTH, question.length);
            // it fits into the buffer of a connection that has just opened
            from.send(whole);
            asked = true;
            await(Pollable.READABLE, after(started, ask.waitMillis()));
            return;
        }
        Received received = from.receive(LONGEST);
        if (received == null) {
            return;
        }
        byte[] part = received.bytes().array();
        stream.write(part, 0, part.length);
        Bytes bytes = Bytes.of(stream.toByteArray());
        boolean whole = bytes.size() >= LENGTH && bytes.size() - LENGTH >= bytes.u16(0);
        if (part.length > 0 && !whole) {
            return;
        }
        DnsMessage.Answer answer =
                whole ? DnsMessage.read(bytes.slice(LENGTH, bytes.u16(0)), id, ask.name(), ask.type()) : null;
        if (answer == null || answer.truncated()) {
            end(Outcome.MALFORMED, null, now);
        } else {
            end(answer, now);
        }
    }

    private void end(DnsMessage.Answer answer, long now) {
        finish(new DnsReport(
                ask,
                answer.outcome(),
                answer.code(),
                answer.addresses(),
                answer.canonical(),
                null,
                micros(started, now)));
    }

    private void end(Outcome outcome, @Nullable Errno errno, long now) {
        finish(new DnsReport(ask, outcome, -1, List.of(), null, errno, micros(started, now)));
    }
}
