package astray.cli;

import astray.cli.options.Arguments;
import astray.cli.options.Option;
import astray.cli.options.OptionTable;
import astray.cli.options.UsageException;
import astray.collect.CaseException;
import astray.collect.CaseFiles;
import astray.diagnosis.Asked;
import astray.diagnosis.Diagnosis;
import astray.diagnosis.Outcome;
import astray.diagnosis.Verdict;
import astray.facts.IpAddress;
import astray.report.Colour;
import astray.report.FactsReport;
import astray.report.JsonReport;
import astray.report.Language;
import astray.report.PageOptions;
import astray.report.PageReport;
import astray.report.TextSummary;
import astray.transcript.Limits;
import astray.transcript.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code astray case PATH...}: works from evidence that was collected elsewhere. */
final class CaseCommand {
    private static final OptionTable OPTIONS = new OptionTable(List.of(
            Option.of("peer", "ADDRESS", "who cannot get through (else read from the text)"),
            Option.of("to", "HOST[:PORT]", "what cannot be reached (else read from the text)"),
            Option.of("json", null, "print the verdict as one JSON object"),
            Option.of("explain", null, "list every fact with the line it was read from"),
            new Option('v', "verbose", null, "show all evidence, the timeline, what was ruled out"),
            Option.of("lang", "en|zh", "language of the report (else by the locale)"),
            Option.of("color", "WHEN", "auto, always or never (NO_COLOR is heeded)"),
            Option.of("debug", null, "show where an internal error happened"),
            new Option('h', "help", null, "show this")));

    private static final String HELP_HEAD = """
            Usage: astray case PATH... [--peer ADDRESS] [--to HOST[:PORT]]

            Reads what somebody collected - posts, mails, shell sessions, outputs of ip,
            ss, netstat, lsof, traceroute, ping, tcpdump, dmesg, journalctl and others, in
            Markdown or bare - and says why the one host cannot reach the other.
            PATH is a file, a folder of files, or - for standard input.

            """;
    private static final String HELP_TAIL = """

            Exit status: 0 reachable; 1 not reachable, and a cause is named; 3 not
            reachable or unknown, and no cause could be named; 2 wrong usage, or it
            could not run.
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
            terminal.print(HELP_HEAD + OPTIONS.help() + HELP_TAIL);
            return Status.OK;
        }
        if (arguments.operands().isEmpty()) {
            throw new UsageException("case needs a PATH: a file, a folder, or - for standard input");
        }
        Asked asked = asked(arguments);
        Language language = language(arguments);
        Colour colour = colour(arguments.value("color"));
        Reading reading;
        try {
            reading = CaseFiles.read(arguments.operands(), System.in, Limits.STANDARD);
        } catch (CaseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        TextSummary summary = summary(reading);
        PageOptions page =
                PageOptions.of(environment, terminal.isTerminal(), language, colour, arguments.has("verbose"));
        StringBuilder out = new StringBuilder();
        if (arguments.has("explain")) {
            FactsReport.print(reading.observations(), summary, page, out);
            terminal.print(out);
            return Status.OK;
        }
        Verdict verdict = Diagnosis.of(reading.observations(), asked).knowingLess(Losses.unknown(reading.losses()));
        if (arguments.has("json")) {
            JsonReport.print(verdict, summary, arguments.has("lang") ? language : Language.EN, out);
        } else {
            PageReport.print(verdict, summary, page, out);
        }
        terminal.print(out);
        return status(verdict);
    }

    private static int status(Verdict verdict) {
        if (verdict.outcome() == Outcome.REACHABLE) {
            return Status.OK;
        }
        return verdict.causes().isEmpty() ? Status.NO_CAUSE : Status.CAUSE_NAMED;
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

    private Language language(Arguments arguments) throws UsageException {
        String given = arguments.value("lang");
        if (given == null) {
            return Language.of(environment);
        }
        return switch (given) {
            case "en" -> Language.EN;
            case "zh" -> Language.ZH;
            default -> throw new UsageException("--lang is en or zh, not " + given);
        };
    }

    private static Colour colour(@Nullable String given) throws UsageException {
        if (given == null) {
            return Colour.AUTO;
        }
        for (Colour colour : Colour.values()) {
            if (colour.name().toLowerCase(Locale.ROOT).equals(given)) {
                return colour;
            }
        }
        throw new UsageException("--color is auto, always or never, not " + given);
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
