package astray.cli;

import astray.cli.options.Arguments;
import astray.cli.options.Option;
import astray.cli.options.UsageException;
import astray.diagnosis.Outcome;
import astray.diagnosis.Verdict;
import astray.facts.Observation;
import astray.report.Colour;
import astray.report.FactsReport;
import astray.report.JsonReport;
import astray.report.Language;
import astray.report.PageOptions;
import astray.report.PageReport;
import astray.report.TextSummary;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How an answer is shown: the options that all commands with a verdict share. */
final class Shown {
    static final List<Option> OPTIONS = List.of(
            Option.of("json", null, "print the verdict as one JSON object"),
            Option.of("explain", null, "list every fact with where it was read"),
            new Option('v', "verbose", null, "show all evidence, the timeline, what was ruled out"),
            Option.of("lang", "en|zh", "language of the report (else by the locale)"),
            Option.of("color", "WHEN", "auto, always or never (NO_COLOR is heeded)"),
            Option.of("debug", null, "show where an internal error happened"),
            new Option('h', "help", null, "show this"));

    static final String HELP_TAIL = """

            Exit status: 0 reachable; 1 not reachable, and a cause is named; 3 not
            reachable or unknown, and no cause could be named; 2 wrong usage, or it
            could not run.
            """;

    private final Arguments arguments;
    private final Language language;
    private final PageOptions page;
    private final Terminal terminal;

    private Shown(Arguments arguments, Language language, PageOptions page, Terminal terminal) {
        this.arguments = arguments;
        this.language = language;
        this.page = page;
        this.terminal = terminal;
    }

    static Shown of(Arguments arguments, Map<String, String> environment, Terminal terminal) throws UsageException {
        Language language = language(arguments.value("lang"), environment);
        Colour colour = colour(arguments.value("color"));
        return new Shown(
                arguments,
                language,
                PageOptions.of(environment, terminal.isTerminal(), language, colour, arguments.has("verbose")),
                terminal);
    }

    /** Prints what was asked for; the exit status. The verdict is worked out only where it is wanted. */
    int print(List<? extends Observation<?>> observations, TextSummary summary, Supplier<Verdict> reasoning)
            throws IOException {
        StringBuilder out = new StringBuilder();
        if (arguments.has("explain")) {
            FactsReport.print(observations, summary, page, out);
            terminal.print(out);
            return Status.OK;
        }
        Verdict verdict = reasoning.get();
        if (arguments.has("json")) {
            JsonReport.print(verdict, summary, arguments.has("lang") ? language : Language.EN, out);
        } else {
            PageReport.print(verdict, summary, page, out);
        }
        terminal.print(out);
        if (verdict.outcome() == Outcome.REACHABLE) {
            return Status.OK;
        }
        return verdict.causes().isEmpty() ? Status.NO_CAUSE : Status.CAUSE_NAMED;
    }

    private static Language language(@Nullable String given, Map<String, String> environment) throws UsageException {
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
}
