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

/** {@code ncat -v} of Nmap. Only a success names the address; the rest is in the command. */
final class NcatFormat implements Format {
    private static final String TOOL = "ncat";
    private static final String PREFIX = "Ncat: ";

    @Override
    public String name() {
        return "ncat";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        return head.getFirst().text().startsWith(PREFIX) ? CERTAIN : NO;
    }

    /** A line's try; one without an outcome where the line tells nothing of it; {@code null} for another line. */
    private static @Nullable Attempt parse(String text) {
        if (!text.startsWith(PREFIX)) {
            return null;
        }
        String words = text.substring(PREFIX.length());
        Attempt attempt = new Attempt();
        String connected = "Connected to ";
        if (words.startsWith(connected)) {
            String where = words.substring(connected.length());
            where = where.endsWith(".") ? where.substring(0, where.length() - 1) : where;
            ConnectTarget target = ConnectTarget.url(bracketed(where));
            return attempt.to(null, Literals.address(target.host()), target.port())
                    .ended(Outcome.CONNECTED);
        }
        String resolve = "Could not resolve hostname \"";
        if (words.startsWith(resolve)) {
            int end = words.indexOf('"', resolve.length());
            return attempt.to(end < 0 ? null : words.substring(resolve.length(), end), null, null)
                    .ended(Outcome.NAME_UNRESOLVED);
        }
        String failed = "Connection to ";
        int at = words.indexOf(" failed: ");
        if (words.startsWith(failed) && at > failed.length()) {
            attempt.to(null, Literals.address(words.substring(failed.length(), at)), null);
            words = words.substring(at + " failed: ".length());
        }
        Outcome outcome = ErrnoWords.outcome(words);
        return outcome == null ? attempt : attempt.ended(outcome);
    }

    /** {@code 2001:db8::5:22} is an address and a port: the last colon parts them. */
    private static String bracketed(String where) {
        int last = where.lastIndexOf(':');
        return where.indexOf(':') == last ? where : "[" + where.substring(0, last) + "]" + where.substring(last);
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        ConnectTarget fallback = ConnectTarget.of(command);
        return new Reader() {
            private boolean open;

            @Override
            public boolean accept(Line line) {
                String text = line.text().strip();
                Attempt attempt = parse(text);
                if (attempt == null) {
                    return open && Banner.is(text);
                }
                open |= attempt.outcome == Outcome.CONNECTED;
                attempt.by(line).give(TOOL, fallback, sink);
                return true;
            }
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(TOOL)) {
                String words = ErrnoWords.words(attempt.outcome());
                out.append(PREFIX);
                if (attempt.outcome() == Outcome.NAME_UNRESOLVED) {
                    out.append("Could not resolve hostname \"").append(String.valueOf(attempt.target()));
                    out.append("\": Name or service not known. QUITTING.");
                } else if (words == null) {
                    out.append("Connected to ")
                            .append(String.valueOf(attempt.address()))
                            .append(':');
                    out.append(String.valueOf(attempt.port())).append('.');
                } else {
                    if (attempt.address() != null) {
                        out.append("Connection to ")
                                .append(attempt.address().toString())
                                .append(" failed: ");
                    }
                    out.append(words).append('.');
                }
                out.append('\n');
            }
        }
    }
}
