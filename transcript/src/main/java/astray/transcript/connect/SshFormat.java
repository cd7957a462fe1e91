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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code ssh} and its kin say when they do not get in, and the first lines of {@code ssh -v}. */
final class SshFormat implements Format {
    private static final Set<String> CLIENTS = Set.of("ssh", "scp", "sftp", "rsync", "git", "ssh-copy-id", "autossh");

    @Override
    public String name() {
        return "ssh";
    }

    @Override
    public int recognise(List<Line> head, @Nullable Command command) {
        String text = head.getFirst().text().strip();
        SshLine first = SshLine.parse(text);
        if (first == null) {
            return NO;
        }
        boolean asked = command != null && CLIENTS.contains(command.tool());
        return switch (first.kind()) {
            case NOISE -> asked || text.startsWith("debug1: ") || text.startsWith("OpenSSH_") ? LIKELY : NO;
            case SERVICE_SPOKE -> LIKELY;
            case STARTS, TELLS -> CERTAIN;
            // the server's log, without what stands before a message, has "Connection closed by … port …" too
            case ENDS -> asked || first.host() != null ? CERTAIN : LIKELY;
        };
    }

    @Override
    public Reader reader(Sink sink, @Nullable Command command) {
        return new SshReader(sink, command);
    }

    @Override
    public void print(List<? extends Fact> facts, Appendable out) throws IOException {
        for (Fact fact : facts) {
            if (fact instanceof ConnectAttempt attempt && attempt.tool().equals(SshReader.TOOL)) {
                print(attempt, out);
            }
        }
    }

    private static void print(ConnectAttempt attempt, Appendable out) throws IOException {
        String words = ErrnoWords.words(attempt.outcome());
        String address = attempt.address() == null ? null : attempt.address().toString();
        String where = address + " port " + attempt.port();
        boolean opened = opened(attempt.outcome());
        if (attempt.outcome() == Outcome.NAME_UNRESOLVED) {
            out.append("ssh: Could not resolve hostname ").append(String.valueOf(attempt.target()));
            out.append(": ").append(words).append('\n');
            return;
        }
        if (attempt.target() != null
                && address != null
                && (opened || !attempt.target().equals(address))) {
            out.append("debug1: Connecting to ")
                    .append(attempt.target())
                    .append(" [")
                    .append(address);
            out.append("] port ").append(String.valueOf(attempt.port())).append(".\n");
            out.append(
                    opened ? "debug1: Connection established." : "debug1: connect to address " + where + ": " + words);
            out.append('\n');
        }
        switch (attempt.outcome()) {
            case CONNECTED -> {}
            case SILENT ->
                out.append("Connection timed out during banner exchange\nConnection to ")
                        .append(where)
                        .append(" timed out\n");
            case CLOSED ->
                out.append("kex_exchange_identification: Connection closed by remote host\nConnection closed by ")
                        .append(where)
                        .append('\n');
            case RESET ->
                out.append("kex_exchange_identification: read: Connection reset by peer\nConnection reset by ")
                        .append(where)
                        .append('\n');
            default ->
                out.append("ssh: connect to host ")
                        .append(String.valueOf(attempt.target()))
                        .append(" port ")
                        .append(String.valueOf(attempt.port()))
                        .append(": ")
                        .append(words)
                        .append('\n');
        }
    }

    private static boolean opened(Outcome outcome) {
        return switch (outcome) {
            case CONNECTED, SILENT, CLOSED, RESET -> true;
            case TIMED_OUT, REFUSED, NO_ROUTE_TO_HOST, NETWORK_UNREACHABLE, NOT_PERMITTED, NAME_UNRESOLVED -> false;
        };
    }
}
