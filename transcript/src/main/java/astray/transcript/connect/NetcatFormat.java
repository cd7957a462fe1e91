package astray.transcript.connect;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code nc -v} of the traditional netcat: {@code (UNKNOWN) [10.0.0.1] 22 (ssh) : Connection refused}. */
final class NetcatFormat implements Format {
    private static final String TOOL = "nc";

    @Override
    public String name() {
        return "nc (traditional)";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        boolean lookup =
                head.size() > 1 && lookup(first) && parse(head.get(1).text().strip()) != null;
        return lookup || parse(first) != null ? CERTAIN : NO;
    }

    /** A failed reverse lookup, or one that does not fit, says nothing of the connection. */
    private static boolean lookup(String text) {
        return text.contains(": inverse host lookup failed: ") || text.startsWith("DNS fwd/rev mismatch: ");
    }

    private static @Nullable Attempt parse(String text) {
        String forward = ": forward host lookup failed: ";
        int failed = text.indexOf(forward);
        if (failed > 0) {
            return new Attempt().to(text.substring(0, failed), null, null).ended(Outcome.NAME_UNRESOLVED);
        }
        int open = text.indexOf(" [");
        int close = text.indexOf("] ", Math.max(open, 0));
        IpAddress address = open < 1 || close < open ? null : Literals.address(text.substring(open + 2, close));
        if (address == null) {
            return null;
        }
        String host = text.substring(0, open);
        String rest = text.substring(close + 2).strip();
        int blank = rest.indexOf(' ');
        Integer port = blank < 0 ? null : Numbers.parsePort(rest.substring(0, blank));
        int service = rest.indexOf(')');
        if (port == null || service < 0 || host.indexOf(' ') >= 0) {
            return null;
        }
        String words = rest.substring(service + 1).strip();
        Outcome outcome = words.equals("open")
                ? Outcome.CONNECTED
                // with -w the time it waits ends while the connection is still in progress
                : words.equals(": Operation now in progress")
                        ? Outcome.TIMED_OUT
                        : words.startsWith(":") ? ErrnoWords.outcome(words.substring(1)) : null;
        return outcome == null
                ? null
                : new Attempt()
                        .to(host.equals("(UNKNOWN)") ? null : host, address, port)
                        .ended(outcome);
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        ConnectTarget fallback = ConnectTarget.of(command);
        return line -> {
            String text = line.text().strip();
            Attempt attempt = parse(text);
            if (attempt != null) {
                attempt.by(line).give(TOOL, fallback, sink);
                return true;
            }
            return lookup(text) || Banner.is(text) || text.startsWith("sent ") && text.contains(", rcvd ");
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(TOOL)) {
                String host = attempt.target() == null ? "(UNKNOWN)" : attempt.target();
                if (attempt.outcome() == Outcome.NAME_UNRESOLVED) {
                    out.append(host).append(": forward host lookup failed: Unknown host\n");
                    continue;
                }
                out.append(host)
                        .append(" [")
                        .append(String.valueOf(attempt.address()))
                        .append("] ");
                out.append(String.valueOf(attempt.port())).append(" (?) ");
                String words = ErrnoWords.words(attempt.outcome());
                out.append(words == null ? "open" : ": " + words).append('\n');
            }
        }
    }
}
