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

/** bash's errors when {@code /dev/tcp/HOST/PORT} does not open. */
final class DevTcpFormat implements Format {
    private static final String TOOL = "bash";
    private static final String PATH = "/dev/tcp/";

    @Override
    public String name() {
        return "bash /dev/tcp";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = head.getFirst().text().strip();
        return parse(first) != null || connect(first) ? CERTAIN : NO;
    }

    /** {@code bash: connect: Connection refused}: the next line says the same with the target. */
    private static boolean connect(String text) {
        int at = text.indexOf(": connect: ");
        return shell(text) && at > 0 && ErrnoWords.outcome(text.substring(at + ": connect: ".length())) != null;
    }

    private static boolean shell(String text) {
        return text.startsWith("bash: ") || text.startsWith("-bash: ");
    }

    private static @Nullable Attempt parse(String text) {
        int path = text.indexOf(PATH);
        int colon = text.lastIndexOf(": ");
        if (!shell(text) || path < 0 || colon < path) {
            return null;
        }
        String where = text.substring(path + PATH.length(), colon);
        int slash = where.lastIndexOf('/');
        Integer port = slash < 1 ? null : Numbers.parsePort(where.substring(slash + 1));
        String words = text.substring(colon + 2);
        Outcome outcome = ErrnoWords.outcome(words);
        // the name did not resolve: bash then says of the path that it is no valid argument
        return port == null || outcome == null
                ? null
                : new Attempt().to(where.substring(0, slash), null, port).ended(outcome);
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        ConnectTarget fallback = ConnectTarget.of(null);
        return line -> {
            String text = line.text().strip();
            Attempt attempt = parse(text);
            if (attempt != null) {
                attempt.by(line).give(TOOL, fallback, sink);
            }
            return attempt != null || connect(text);
        };
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(TOOL)) {
                String words = ErrnoWords.words(attempt.outcome());
                if (words != null) {
                    out.append("bash: connect: ")
                            .append(words)
                            .append("\nbash: ")
                            .append(PATH);
                    out.append(String.valueOf(attempt.target())).append('/').append(String.valueOf(attempt.port()));
                    out.append(": ").append(words).append('\n');
                }
            }
        }
    }
}
