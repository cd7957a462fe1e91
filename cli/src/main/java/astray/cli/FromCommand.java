package astray.cli;

import astray.cli.options.Arguments;
import astray.cli.options.Option;
import astray.cli.options.OptionTable;
import astray.cli.options.UsageException;
import astray.collect.LiveHost;
import astray.collect.Sight;
import astray.diagnosis.Asked;
import astray.diagnosis.Diagnosis;
import astray.diagnosis.Verdict;
import astray.report.TextSummary;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code astray from PEER}: why can PEER not reach this machine? */
final class FromCommand {
    private static final OptionTable OPTIONS = new OptionTable(Stream.concat(
                    Stream.of(
                            Option.of("port", "PORT", "the TCP port that the peer wants"),
                            Option.of("netns", "NAME", "look at this network namespace (name, file or process)"),
                            Option.of("passive", null, "send nothing at all"),
                            Option.of("watch", "SECONDS", "watch the peer's tries so long, 1 to 60 (else about 1)")),
                    Shown.OPTIONS.stream())
            .toList());

    private static final String HELP_HEAD = """
            Usage: astray from PEER [--port PORT] [--netns NAME] [--passive]
                                    [--watch SECONDS]

            Says why PEER, an address or a name, cannot reach this machine: looks at its
            links, addresses, rules, routes, neighbours, settings, sockets and counters, at
            the containers behind its bridges, and for about a second at what the peer does.
            Works without root, and says what root would add. Changes nothing.
            With --watch the packets of that time are evidence, as tcpdump prints them: the
            peer's, ARP and ND on all interfaces. To see them takes root (CAP_NET_RAW).
            Ctrl-C ends the watch and has what is known by then printed.

            """;

    private static final int MOST_SECONDS = 60;

    private final Map<String, String> environment;
    private final Terminal terminal;

    FromCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    int run(List<String> words) throws UsageException, IOException {
        Arguments arguments = OPTIONS.parse(words);
        if (arguments.has("help")) {
            terminal.print(HELP_HEAD + OPTIONS.help() + Shown.HELP_TAIL);
            return Status.OK;
        }
        if (arguments.operands().size() != 1) {
            throw new UsageException("from needs one PEER: an address or a name");
        }
        // a port behind the peer would be the peer's own: nothing that could be asked about
        Endpoint peer = Endpoint.parse(arguments.operands().getFirst());
        if (peer.port() != null) {
            throw new UsageException("PEER has no port here: --port names this machine's");
        }
        String given = arguments.value("port");
        Integer port = given == null ? null : Endpoint.port(given);
        Duration watch = watch(arguments.value("watch"));
        Shown shown = Shown.of(arguments, environment, terminal);
        LiveHost live = new LiveHost(arguments.value("netns"), arguments.has("passive"));
        Sight sight;
        String doing = watch == null
                ? "watching this machine for a moment"
                : "watching this machine for " + watch.toSeconds() + " s";
        try (Progress _ = Progress.show(doing, environment)) {
            sight = live.from(peer.host(), port, watch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.FAILED;
        }
        Asked asked = new Asked(
                sight.other(), peer.host(), port, new Asked.Live(sight.host(), false, sight.own(), sight.other()));
        return shown.print(sight.observations(), TextSummary.NONE, () -> withHistory(sight, asked));
    }

    /** Which interface is to blame is known only now, and so whose history is wanted. */
    private static Verdict withHistory(Sight sight, Asked asked) {
        Verdict verdict = Diagnosis.of(sight.observations(), asked);
        Set<String> interfaces = verdict.interfaces();
        if (interfaces.isEmpty()) {
            return verdict.knowingLess(Gaps.unknown(sight.gaps()));
        }
        Sight more = LiveHost.withLogs(sight, interfaces);
        return Diagnosis.of(more.observations(), asked).knowingLess(Gaps.unknown(more.gaps()));
    }

    private static @Nullable Duration watch(@Nullable String given) throws UsageException {
        if (given == null) {
            return null;
        }
        boolean digits =
                !given.isEmpty() && given.length() <= 2 && given.chars().allMatch(c -> c >= '0' && c <= '9');
        int seconds = digits ? Integer.parseInt(given) : 0;
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw new UsageException("--watch takes 1 to " + MOST_SECONDS + " seconds, not " + given);
        }
        return Duration.ofSeconds(seconds);
    }
}
