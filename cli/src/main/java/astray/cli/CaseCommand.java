package astray.cli;

import astray.cli.options.Arguments;
import astray.cli.options.Option;
import astray.cli.options.OptionTable;
import astray.cli.options.UsageException;
import astray.collect.CaseException;
import astray.collect.CaseFiles;
import astray.diagnosis.Asked;
import astray.diagnosis.Diagnosis;
import astray.facts.IpAddress;
import astray.report.TextSummary;
import astray.transcript.Limits;
import astray.transcript.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code astray case PATH...}: works from evidence that was collected elsewhere. */
final class CaseCommand {
    private static final OptionTable OPTIONS = new OptionTable(Stream.concat(
                    Stream.of(
                            Option.of("peer", "ADDRESS", "who cannot get through (else read from the text)"),
                            Option.of("to", "HOST[:PORT]", "what cannot be reached (else read from the text)")),
                    Shown.OPTIONS.stream())
            .toList());

    private static final String HELP_HEAD = """
            Usage: astray case PATH... [--peer ADDRESS] [--to HOST[:PORT]]

            Reads what somebody collected - posts, mails, shell sessions, outputs of ip,
            ss, netstat, lsof, traceroute, ping, tcpdump, dmesg, journalctl and others, in
            Markdown or bare, and captures (pcap, pcapng) - and says why the one host
            cannot reach the other. PATH is a file, perhaps compressed by gzip or zstd, a
            folder of files, or - for standard input. With a capture of -i any give ip addr
            of the host too: the capture holds only numbers of its interfaces.

            """;
    private final Map<String, String> environment;
    private final Terminal terminal;

    CaseCommand(Map<String, String> environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    int run(List<String> words) throws UsageException, IOException {
        Arguments arguments = OPTIONS.parse(words);
        if (arguments.has("help")) {
            terminal.print(HELP_HEAD + OPTIONS.help() + Shown.HELP_TAIL);
            return Status.OK;
        }
        if (arguments.operands().isEmpty()) {
            throw new UsageException("case needs a PATH: a file, a folder, or - for standard input");
        }
        Asked asked = asked(arguments);
        Shown shown = Shown.of(arguments, environment, terminal);
        Reading reading = read(arguments.operands(), asked);
        return shown.print(
                reading.observations(),
                summary(reading),
                () -> Diagnosis.of(reading.observations(), asked).knowingLess(Losses.unknown(reading.losses())));
    }

    private static Reading read(List<String> paths, Asked asked) throws UsageException {
        try {
            return CaseFiles.read(
                    paths, System.in, Limits.STANDARD, asked.peer() == null ? Set.of() : Set.of(asked.peer()));
        } catch (CaseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static Asked asked(Arguments arguments) throws UsageException {
        String peer = arguments.value("peer");
        IpAddress address = peer == null ? null : IpAddress.parse(peer);
        if (peer != null && address == null) {
            throw new UsageException("--peer takes an address, not " + peer);
        }
        String to = arguments.value("to");
        Endpoint target = to == null ? null : Endpoint.parse(to);
        return new Asked(address, target == null ? null : target.host(), target == null ? null : target.port());
    }

    private static TextSummary summary(Reading reading) {
        return new TextSummary(
                reading.blocks().size(),
                (int) Math.min(Integer.MAX_VALUE, reading.lines()),
                reading.notUnderstood().stream()
                        .map(n -> new TextSummary.Block(n.document(), n.firstLine(), n.lastLine(), n.words()))
                        .toList());
    }
}
