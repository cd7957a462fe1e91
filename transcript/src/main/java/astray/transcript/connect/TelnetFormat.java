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
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code telnet HOST PORT}, of inetutils, BSD and busybox. Only the command tells the port. */
final class TelnetFormat implements Format {
    private static final String TOOL = "telnet";
    private static final String ESCAPE = "Escape character is ";
    private static final String FOREIGN = "Connection closed by foreign host";

    @Override
    public String name() {
        return "telnet";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        if (first.startsWith("telnet: ") || trying(first) != null || first.startsWith("Server lookup failure: ")) {
            return CERTAIN;
        }
        boolean next = head.size() > 1 && head.get(1).text().startsWith(ESCAPE);
        if (connected(first) != null && next) {
            return CERTAIN;
        }
        return first.startsWith(FOREIGN) ? LIKELY : NO;
    }

    /** The address in {@code Trying 10.0.0.1...}. */
    private static @Nullable IpAddress trying(String text) {
        return text.startsWith("Trying ") && text.endsWith("...")
                ? Literals.address(text.substring(7, text.length() - 3))
                : null;
    }

    /** The host in {@code Connected to server.}. */
    private static @Nullable String connected(String text) {
        String opening = "Connected to ";
        if (!text.startsWith(opening) || !text.endsWith(".")) {
            return null;
        }
        String host = text.substring(opening.length(), text.length() - 1);
        return Literals.host(host) ? host : null;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new TelnetReader(sink, command);
    }

    private static final class TelnetReader implements Reader {
        private final Sink sink;
        private final ConnectTarget fallback;
        private @Nullable Attempt pending;
        private boolean greeted;

        TelnetReader(Sink sink, @Nullable Command command) {
            this.sink = sink;
            fallback = ConnectTarget.of(command);
        }

        @Override
        public boolean accept(Line line) {
            String text = line.text().strip();
            IpAddress address = trying(text);
            if (address != null) {
                end();
                pending = new Attempt().to(null, address, null).by(line);
                return true;
            }
            String host = connected(text);
            if (host != null) {
                attempt().to(host, null, null).ended(Outcome.CONNECTED).by(line);
                return true;
            }
            if (text.startsWith(ESCAPE) || text.equals("^]") || text.equals("telnet> quit")) {
                return true;
            }
            if (Banner.is(text) && pending != null) {
                greeted = true;
                pending.by(line);
                return true;
            }
            if (text.startsWith(FOREIGN) || text.equals("Connection closed.")) {
                closed(line, text);
                return true;
            }
            return failure(line, text);
        }

        private void closed(Line line, String text) {
            // whoever was greeted was let in; the person may also have typed something that is not in the text
            if (text.startsWith(FOREIGN) && !greeted) {
                attempt().ended(Outcome.CLOSED).by(line);
            }
            end();
        }

        private boolean failure(Line line, String text) {
            String lookup = "Server lookup failure: ";
            if (text.startsWith(lookup)) {
                String host = ConnectTarget.url(text.substring(lookup.length()).strip())
                        .host();
                attempt().to(host, null, null).ended(Outcome.NAME_UNRESOLVED).by(line);
                end();
                return true;
            }
            int colon = text.lastIndexOf(": ");
            Outcome outcome =
                    text.startsWith("telnet: ") && colon > 6 ? ErrnoWords.outcome(text.substring(colon + 2)) : null;
            if (outcome == null) {
                return text.startsWith("telnet: Unable to connect to remote host");
            }
            String words = text.substring(Math.min(colon, 8), colon);
            Attempt attempt = attempt();
            if (outcome == Outcome.NAME_UNRESOLVED) {
                String opening = "could not resolve ";
                String host = words.startsWith(opening) ? words.substring(opening.length()) : words;
                int slash = host.indexOf('/');
                String name = slash < 0 ? host : host.substring(0, slash);
                attempt.to(Literals.name(name) ? name : null, null, null);
            } else {
                attempt.to(null, addressIn(words), null);
            }
            attempt.ended(outcome).by(line);
            end();
            return true;
        }

        /** {@code connect to address 10.0.0.1} or {@code can't connect to remote host (10.0.0.1)}. */
        private static @Nullable IpAddress addressIn(String words) {
            String last = words.substring(words.lastIndexOf(' ') + 1);
            return last.startsWith("(") ? Literals.inParentheses(last) : Literals.address(last);
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
            greeted = false;
        }
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(TOOL)) {
                if (attempt.outcome() == Outcome.NAME_UNRESOLVED) {
                    out.append("telnet: could not resolve ").append(String.valueOf(attempt.target()));
                    out.append(": Name or service not known\n");
                    continue;
                }
                if (attempt.address() != null) {
                    out.append("Trying ").append(attempt.address().toString()).append("...\n");
                }
                String words = ErrnoWords.words(attempt.outcome());
                if (words == null) {
                    out.append("Connected to ")
                            .append(String.valueOf(attempt.target()))
                            .append(".\n");
                    out.append("Escape character is '^]'.\n");
                    out.append(attempt.outcome() == Outcome.CLOSED ? FOREIGN + ".\n" : "");
                } else {
                    out.append("telnet: Unable to connect to remote host: ")
                            .append(words)
                            .append('\n');
                }
            }
        }
    }
}
