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

/** {@code curl}, plain and {@code -v}. */
final class CurlFormat implements Format {

    @Override
    public String name() {
        return "curl";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String first = CurlReader.withoutMeter(head.getFirst().text());
        if (CurlError.parse(first.strip()) != null || first.startsWith("  % Total    % Received")) {
            return CERTAIN;
        }
        CurlVerbose verbose = CurlVerbose.parse(first);
        if (verbose == null) {
            return NO;
        }
        boolean asked = command != null && command.tool().equals(CurlReader.TOOL);
        // "* Host …" may open a list in somebody's notes
        return verbose.kind() != CurlVerbose.Kind.OTHER ? CERTAIN : asked || more(head) ? LIKELY : NO;
    }

    private static boolean more(List<Line> head) {
        for (Line line : head) {
            CurlVerbose verbose = CurlVerbose.parse(line.text());
            if (verbose != null && verbose.kind() != CurlVerbose.Kind.OTHER || CurlError.parse(line.text()) != null) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new CurlReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(CurlReader.TOOL)) {
                print(attempt, out);
            }
        }
    }

    private static void print(ConnectAttempt attempt, Appendable out) throws IOException {
        String target = String.valueOf(attempt.target());
        String port = String.valueOf(attempt.port());
        String words = ErrnoWords.words(attempt.outcome());
        if (attempt.outcome() == Outcome.NAME_UNRESOLVED) {
            out.append("curl: (6) Could not resolve host: ").append(target).append('\n');
            return;
        }
        if (attempt.address() != null) {
            String address = attempt.address().toString();
            String shown = address.indexOf(':') < 0 ? address : "[" + address + "]";
            out.append("*   Trying ").append(shown).append(':').append(port).append("...\n");
            switch (attempt.outcome()) {
                case CONNECTED, CLOSED, SILENT, RESET ->
                    out.append("* Connected to ")
                            .append(target)
                            .append(" (")
                            .append(address)
                            .append(") port ")
                            .append(port)
                            .append(" (#0)\n");
                default ->
                    out.append("* connect to ")
                            .append(address)
                            .append(" port ")
                            .append(port)
                            .append(" failed: ")
                            .append(words)
                            .append('\n');
            }
        }
        switch (attempt.outcome()) {
            case CONNECTED -> {}
            case CLOSED -> out.append("curl: (52) Empty reply from server\n");
            case RESET -> out.append("curl: (56) Recv failure: Connection reset by peer\n");
            case SILENT -> out.append("curl: (28) Operation timed out with 0 bytes received\n");
            default ->
                out.append("curl: (7) Failed to connect to ")
                        .append(target)
                        .append(" port ")
                        .append(port)
                        .append(": ")
                        .append(words)
                        .append('\n');
        }
    }
}
