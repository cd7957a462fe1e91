package astray.transcript.connect;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Sink;
import astray.transcript.text.Numbers;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PowerShell's {@code Test-NetConnection HOST -Port PORT}. It says of a failure only that there was one, not how: that
 * is no outcome, so it gives no fact.
 */
final class TestNetConnectionFormat implements Format {
    private static final String TOOL = "Test-NetConnection";

    @Override
    public String name() {
        return TOOL;
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text();
        if (first.startsWith("WARNING: TCP connect to (")) {
            return CERTAIN;
        }
        return "ComputerName".equals(key(first)) && head.stream().anyMatch(l -> "RemoteAddress".equals(key(l.text())))
                ? CERTAIN
                : NO;
    }

    /** The key of {@code RemotePort       : 3389}, {@code null} for a line without one. */
    private static @Nullable String key(String text) {
        int colon = text.indexOf(": ");
        if (colon < 1) {
            return null;
        }
        String key = text.substring(0, colon).strip();
        return switch (key) {
            case "ComputerName",
                    "RemoteAddress",
                    "RemotePort",
                    "InterfaceAlias",
                    "SourceAddress",
                    "NetRoute (NextHop)",
                    "PingSucceeded",
                    "PingReplyDetails (RTT)",
                    "TcpTestSucceeded" -> key;
            default -> null;
        };
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new Reader() {
            private Attempt attempt = new Attempt();

            @Override
            public boolean accept(Line line) {
                String text = line.text().strip();
                if (text.startsWith("WARNING: TCP connect to (") || text.startsWith("WARNING: Ping to ")) {
                    return true;
                }
                String key = key(text);
                if (key == null) {
                    return false;
                }
                String value = text.substring(text.indexOf(": ") + 2).strip();
                switch (key) {
                    case "ComputerName" -> {
                        end();
                        attempt.to(value, null, null).by(line);
                    }
                    case "RemoteAddress" ->
                        attempt.to(null, Literals.address(value), null).by(line);
                    case "RemotePort" ->
                        attempt.to(null, null, Numbers.parsePort(value)).by(line);
                    case "TcpTestSucceeded" -> {
                        attempt.by(line);
                        if (value.equals("True")) {
                            attempt.ended(Outcome.CONNECTED);
                        }
                    }
                    default -> {}
                }
                return true;
            }

            @Override
            public void end() {
                attempt.give(TOOL, ConnectTarget.of(null), sink);
                attempt = new Attempt();
            }
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof ConnectAttempt attempt
                    && attempt.tool().equals(TOOL)
                    && attempt.outcome() == Outcome.CONNECTED) {
                out.append("ComputerName     : ").append(String.valueOf(attempt.target()));
                out.append("\nRemoteAddress    : ").append(String.valueOf(attempt.address()));
                out.append("\nRemotePort       : ").append(String.valueOf(attempt.port()));
                out.append("\nTcpTestSucceeded : True\n");
            }
        }
    }
}
