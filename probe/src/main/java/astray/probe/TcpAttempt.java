package astray.probe;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.IpAddress;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.inet.InetSocket;
import astray.kernel.inet.Pollable;
import astray.kernel.inet.QueuedError;
import astray.kernel.inet.Received;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A try to connect at work. */
final class TcpAttempt extends Attempt<TcpReport> {
    static final int GREETING = 512;

    private final TcpAsk ask;
    private @Nullable InetSocket socket;
    private @Nullable IcmpNotice icmp;
    private @Nullable IpAddress source;
    private int sourcePort;
    private long started;
    private long opened;
    private boolean open;

    TcpAttempt(TcpAsk ask) {
        this.ask = ask;
    }

    @Override
    void start(long now) {
        started = now;
        try {
            InetSocket tcp = InetSocket.tcp(ask.address().family());
            use(tcp);
            int scope = ask.egress().prepare(tcp, ask.address());
            Errno refused = connect(tcp, scope);
            if (refused != null) {
                failed(refused, now);
                return;
            }
            IpAddress local = tcp.localAddress();
            source = local == null || local.isAny() ? null : local;
            sourcePort = tcp.localPort();
            socket = tcp;
            await(Pollable.WRITABLE, after(now, ask.connectMillis()));
        } catch (ErrnoException e) {
            end(null, e.errno(), now, "");
        }
    }

    private @Nullable Errno connect(InetSocket tcp, int scope) {
        try {
            tcp.connect(ask.address(), ask.port(), scope);
            return null;
        } catch (ErrnoException e) {
            // a blackhole route answers so; and a link-local address that no interface was given for
            boolean blackhole = e.errno().equals(Errno.EINVAL)
                    && (scope != 0 || !ask.address().isLinkLocal());
            return blackhole ? Errno.ENETUNREACH : e.errno();
        }
    }

    @Override
    void happened(int events, long now) {
        InetSocket tcp = socket;
        if (tcp == null) {
            return;
        }
        try {
            if (open) {
                listen(tcp, now);
            } else {
                decide(tcp, events, now);
            }
        } catch (ErrnoException e) {
            failed(e.errno(), now);
        }
    }

    private void decide(InetSocket tcp, int events, long now) throws ErrnoException {
        // asked first: taking an error out of the queue takes it away here
        Errno errno = tcp.error();
        for (QueuedError error = tcp.queuedError(); error != null; error = tcp.queuedError()) {
            IcmpNotice notice = IcmpNotice.of(error);
            icmp = notice == null ? icmp : notice;
        }
        if (errno != null) {
            failed(errno, now);
        } else if ((events & Pollable.WRITABLE) != 0) {
            open = true;
            opened = now;
            if (ask.greetingMillis() == 0) {
                end(Outcome.CONNECTED, null, now, "");
            } else {
                await(Pollable.READABLE, after(now, ask.greetingMillis()));
            }
        }
    }

    private void listen(InetSocket tcp, long now) throws ErrnoException {
        Received received = tcp.receive(GREETING);
        if (received == null) {
            return;
        }
        if (received.bytes().size() == 0) {
            end(Outcome.CLOSED, null, now, "");
        } else {
            end(Outcome.CONNECTED, null, now, new String(received.bytes().array(), StandardCharsets.UTF_8));
        }
    }

    @Override
    void elapsed(long now) {
        end(open ? Outcome.SILENT : Outcome.TIMED_OUT, null, now, "");
    }

    private void failed(Errno errno, long now) {
        end(outcome(errno, icmp), errno, now, "");
    }

    /**
     * What an error of connect(2), or of a connection that opened, comes to; {@code null} for one that is no answer of
     * the network. The errors that stand for ICMP messages are those of the kernel's icmp_err_convert and
     * icmpv6_err_convert.
     */
    static @Nullable Outcome outcome(Errno errno, @Nullable IcmpNotice icmp) {
        return switch (errno.symbol()) {
            case "ETIMEDOUT" -> Outcome.TIMED_OUT;
            case "ECONNREFUSED", "ENOPROTOOPT" -> Outcome.REFUSED;
            case "EHOSTUNREACH", "EHOSTDOWN" -> Outcome.NO_ROUTE_TO_HOST;
            case "ENETUNREACH", "ENETDOWN", "ENONET" -> Outcome.NETWORK_UNREACHABLE;
            case "EACCES", "EPERM" -> Outcome.NOT_PERMITTED;
            case "ECONNRESET" -> Outcome.RESET;
            case "EPIPE" -> Outcome.CLOSED;
            default -> icmp == null ? null : Outcome.NO_ROUTE_TO_HOST;
        };
    }

    private void end(@Nullable Outcome outcome, @Nullable Errno errno, long now, String greeting) {
        long decided = open ? opened : now;
        finish(new TcpReport(
                ask,
                outcome,
                errno,
                icmp,
                source,
                sourcePort,
                micros(started, decided),
                greeting,
                open ? micros(opened, now) : 0));
    }
}
