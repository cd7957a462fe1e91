package astray.transcript.connect;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code nc -v} of OpenBSD, as most Linux distributions and macOS have it, and busybox's. */
final class NcFormat implements Format {
    private static final String TOOL = "nc";

    @Override
    public String name() {
        return "nc";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        if (NcLine.parse(first) != null) {
            return CERTAIN;
        }
        boolean asked = command != null
                && (command.tool().equals(TOOL) || command.tool().equals("netcat"));
        return asked && Banner.is(first) ? CERTAIN : NO;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new NcReader(sink, command);
    }

    private static final class NcReader implements Reader {
        private final Sink sink;
        private final ConnectTarget fallback;
        private @Nullable Attempt open;
        private boolean described;

        NcReader(Sink sink, @Nullable Command command) {
            this.sink = sink;
            fallback = ConnectTarget.of(command);
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text().strip();
            NcLine parsed = NcLine.parse(text);
            if (parsed == null) {
                return text.isEmpty() ? described && !closeDescription() : more(line, text);
            }
            if (parsed.outcome() == null) {
                described |= text.startsWith("found ");
                return true;
            }
            end();
            Attempt attempt = new Attempt()
                    .to(parsed.host(), parsed.address(), parsed.port())
                    .ended(parsed.outcome())
                    .by(line);
            if (parsed.outcome() == Outcome.CONNECTED) {
                open = attempt;
            } else {
                attempt.give(TOOL, fallback, sink);
            }
            return true;
        }

        private boolean closeDescription() {
            described = false;
            return false;
        }

        /** What an open connection brought: the service's greeting. */
        private boolean more(Line line, String text) {
            if (described && NcLine.detail(text)) {
                return true;
            }
            if (text.equals("^C")) {
                return open != null;
            }
            if (!Banner.is(text)) {
                return false;
            }
            if (open == null) {
                open = new Attempt().ended(Outcome.CONNECTED);
            }
            open.by(line);
            return true;
        }

        @Override
        public void end() {
            if (open != null) {
                open.give(TOOL, fallback, sink);
                open = null;
            }
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(TOOL) && attempt.target() != null) {
                print(attempt, attempt.target(), out);
            }
        }
    }

    private static void print(ConnectAttempt attempt, String target, Appendable out) throws IOException {
        String port = String.valueOf(attempt.port());
        String shown = attempt.address() == null || attempt.address().equals(Literals.address(target))
                ? target
                : target + " (" + attempt.address() + ")";
        switch (attempt.outcome()) {
            case CONNECTED, CLOSED, SILENT ->
                out.append("Connection to ")
                        .append(shown)
                        .append(' ')
                        .append(port)
                        .append(" port [tcp/*] succeeded!\n");
            case TIMED_OUT ->
                out.append("nc: connect to ")
                        .append(shown)
                        .append(" port ")
                        .append(port)
                        .append(" (tcp) timed out: Operation now in progress\n");
            case NAME_UNRESOLVED ->
                out.append("nc: getaddrinfo for host \"")
                        .append(target)
                        .append("\" port ")
                        .append(port)
                        .append(": Name or service not known\n");
            case REFUSED, NO_ROUTE_TO_HOST, NETWORK_UNREACHABLE, NOT_PERMITTED, RESET ->
                out.append("nc: connect to ")
                        .append(shown)
                        .append(" port ")
                        .append(port)
                        .append(" (tcp) failed: ")
                        .append(ErrnoWords.words(attempt.outcome()))
                        .append('\n');
        }
    }
}
