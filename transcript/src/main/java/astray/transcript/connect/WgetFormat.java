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

/** GNU wget's lines about a connection: {@code Connecting to server (server)|10.2.0.5|:443... connected.}. */
final class WgetFormat implements Format {
    private static final String TOOL = "wget";
    private static final String CONNECTING = "Connecting to ";
    private static final String RESOLVING = "Resolving ";
    private static final String UNABLE = "wget: unable to resolve host address ";

    @Override
    public String name() {
        return "wget";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        return parse(first) != null || first.startsWith("--") && noise(first) || resolving(first) ? CERTAIN : NO;
    }

    private static boolean resolving(String text) {
        return text.startsWith(RESOLVING) && text.contains("... ");
    }

    private static @Nullable Attempt parse(String text) {
        if (text.startsWith(UNABLE)) {
            String host = text.substring(UNABLE.length()).replaceAll("[‘’'`]", "");
            return new Attempt().to(host, null, null).ended(Outcome.NAME_UNRESOLVED);
        }
        int dots = text.indexOf("... ");
        if (!text.startsWith(CONNECTING) || dots < 0) {
            return null;
        }
        String where = text.substring(CONNECTING.length(), dots);
        int colon = where.lastIndexOf(':');
        Integer port = colon < 0 ? null : Numbers.parsePort(where.substring(colon + 1));
        String words = text.substring(dots + 4);
        Outcome outcome = words.startsWith("connected.")
                ? Outcome.CONNECTED
                : words.startsWith("failed: ") ? ErrnoWords.outcome(words.substring(8)) : null;
        if (port == null || outcome == null) {
            return null;
        }
        String host = where.substring(0, colon);
        int bar = host.indexOf('|');
        int end = host.indexOf('|', bar + 1);
        IpAddress address = bar < 0 || end < 0 ? null : Literals.address(host.substring(bar + 1, end));
        int open = host.indexOf(" (");
        String name = bar < 0 ? host : host.substring(0, open > 0 && open < bar ? open : bar);
        return new Attempt().to(name, address, port).ended(outcome);
    }

    private static boolean noise(String text) {
        return text.startsWith("--") && text.contains("--  ")
                || text.startsWith("HTTP request sent, awaiting response... ")
                || text.startsWith("Retrying.")
                || text.startsWith("Giving up.")
                || text.startsWith("Length: ")
                || text.startsWith("Saving to: ");
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        ConnectTarget fallback = ConnectTarget.of(command);
        return new Reader() {
            private boolean begun;

            @Override
            public boolean accept(Line line) {
                String text = line.text().strip();
                Attempt attempt = parse(text);
                if (attempt != null) {
                    attempt.by(line).give(TOOL, fallback, sink);
                }
                boolean taken = attempt != null || resolving(text) || noise(text);
                begun |= taken;
                return taken || begun && text.isEmpty();
            }
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(TOOL) && attempt.target() != null) {
                String target = attempt.target();
                if (attempt.outcome() == Outcome.NAME_UNRESOLVED) {
                    out.append(UNABLE).append('‘').append(target).append("’\n");
                    continue;
                }
                out.append(CONNECTING).append(target);
                if (attempt.address() != null && Literals.address(target) == null) {
                    out.append(" (")
                            .append(target)
                            .append(")|")
                            .append(attempt.address().toString())
                            .append('|');
                }
                String words = ErrnoWords.words(attempt.outcome());
                out.append(':').append(String.valueOf(attempt.port())).append("... ");
                out.append(words == null ? "connected." : "failed: " + words + ".")
                        .append('\n');
            }
        }
    }
}
