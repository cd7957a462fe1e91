package astray.transcript.connect;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.IpAddress;
import astray.transcript.Command;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import astray.transcript.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads what OpenSSH's client says. The lines of one try, with or without {@code -v}, become one fact. */
final class SshReader implements Reader {
    static final String TOOL = "ssh";

    private final Sink sink;
    private final ConnectTarget fallback;
    private @Nullable Attempt pending;

    SshReader(Sink sink, @Nullable Command command) {
        this.sink = sink;
        fallback = ConnectTarget.of(command);
    }

    @Override
    public boolean accept(Line line) {
        SshLine parsed = SshLine.parse(line.text().strip());
        if (parsed == null) {
            return false;
        }
        switch (parsed.kind()) {
            case NOISE -> {}
            case STARTS -> {
                end();
                attempt().to(parsed.host(), parsed.address(), parsed.port()).by(line);
            }
            case TELLS ->
                attempt()
                        .to(parsed.host(), parsed.address(), parsed.port())
                        .ended(outcome(parsed))
                        .by(line);
            case SERVICE_SPOKE -> spoke(parsed, line);
            case ENDS -> {
                if (!belongs(parsed)) {
                    end();
                }
                Attempt attempt = attempt();
                // "Connection closed" after a broken greeting only adds the address
                if (attempt.outcome == null || outcome(parsed) != Outcome.CONNECTED) {
                    attempt.ended(outcome(parsed));
                }
                attempt.to(parsed.host(), parsed.address(), parsed.port()).by(line);
                end();
            }
        }
        return true;
    }

    private void spoke(SshLine parsed, Line line) {
        Attempt attempt = attempt();
        if (attempt.outcome == null) {
            attempt.ended(Outcome.CONNECTED);
        }
        attempt.to(parsed.host(), parsed.address(), parsed.port()).by(line);
    }

    /** Whether a closing line is of the try before it: of the same host, and not after one that had opened. */
    private boolean belongs(SshLine parsed) {
        Attempt before = pending;
        if (before == null) {
            return true;
        }
        boolean failsToOpen = parsed.host() != null;
        boolean otherHost = failsToOpen && before.target != null && !before.target.equals(parsed.host());
        IpAddress known = before.address;
        boolean otherAddress = parsed.address() != null && known != null && !known.equals(parsed.address());
        return !otherHost && !otherAddress && !(failsToOpen && before.outcome == Outcome.CONNECTED);
    }

    private static Outcome outcome(SshLine parsed) {
        return parsed.outcome() == null ? Outcome.CONNECTED : parsed.outcome();
    }

    private Attempt attempt() {
        Attempt now = pending;
        if (now == null) {
            now = new Attempt();
            pending = now;
        }
        return now;
    }

    @Override
    public void end() {
        if (pending != null) {
            pending.give(TOOL, fallback, sink);
            pending = null;
        }
    }

    /** {@code HOST port PORT}, with what follows. */
    record HostPort(String host, @Nullable Integer port, String rest) {
        static @Nullable HostPort parse(String text) {
            Words words = new Words(text);
            String host = words.next();
            if (host == null || !words.skip("port")) {
                return null;
            }
            String number = words.next();
            if (number == null) {
                return null;
            }
            int end = 0;
            while (end < number.length() && Character.isDigit(number.charAt(end))) {
                end++;
            }
            Integer port = Numbers.parsePort(number.substring(0, end));
            return port == null ? null : new HostPort(host, port, (number.substring(end) + " " + words.rest()).strip());
        }
    }
}
