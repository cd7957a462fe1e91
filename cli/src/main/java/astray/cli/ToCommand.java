package astray.cli;

import astray.cli.options.Arguments;
import astray.cli.options.Option;
import astray.cli.options.OptionTable;
import astray.cli.options.UsageException;
import astray.collect.LiveHost;
import astray.collect.Sight;
import astray.diagnosis.Asked;
import astray.diagnosis.Diagnosis;
import astray.report.TextSummary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code astray to HOST[:PORT]}: why can this machine not reach HOST? */
final class ToCommand {
    private static final OptionTable OPTIONS = new OptionTable(Stream.concat(
                    Stream.of(
                            Option.of("netns", "NAME", "ask from this namespace (name, file or process)"),
                            Option.of("passive", null, "send nothing at all")),
                    Shown.OPTIONS.stream())
            .toList());

    private static final String HELP_HEAD = """
            Usage: astray to HOST[:PORT] [--netns NAME] [--passive]

            Says why this machine cannot reach HOST, an address or a name: resolves the
            name, looks at the links, routes and neighbours on the way out, tries to
            connect, and asks who answers. What only the other side can tell is named,
            with the command to type there. Works without root. Changes nothing.

            """;

    private final Map<String, String> environment;
    private final Terminal terminal;

    ToCommand(Map<String, String> environment, Terminal terminal) {
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
            throw new UsageException("to needs one HOST or HOST:PORT");
        }
        Endpoint target = Endpoint.parse(arguments.operands().getFirst());
        Shown shown = Shown.of(arguments, environment, terminal);
        LiveHost live = new LiveHost(arguments.value("netns"), arguments.has("passive"));
        Sight sight;
        try (Progress _ = Progress.show("trying to reach " + target.host(), environment)) {
            sight = live.to(target.host(), target.port());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.FAILED;
        }
        Asked asked = new Asked(
                null, target.host(), target.port(), new Asked.Live(sight.host(), true, sight.own(), sight.other()));
        return shown.print(
                sight.observations(),
                TextSummary.NONE,
                () -> Diagnosis.of(sight.observations(), asked).knowingLess(Gaps.unknown(sight.gaps())));
    }
}
