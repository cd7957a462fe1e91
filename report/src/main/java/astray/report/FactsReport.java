package astray.report;

import astray.facts.Fact;
import astray.facts.Observation;
import astray.facts.Origin;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that was read, a line for each fact: where it stands, of which host it is, what it was read from and
 * what was understood; then what was not understood. Lines are as long as they have to be, so that they can be
 * searched.
 */
public final class FactsReport {

    private record Row(String line, String host, String source, String kind, String fact) {}

    private FactsReport() {}

    /** Prints all facts by document, in the order given, and the blocks of text that were not understood. */
    public static void print(
            List<? extends Observation<? extends Fact>> facts, TextSummary text, PageOptions options, Appendable out)
            throws IOException {
        Sentences sentences = Sentences.of(options.language());
        Map<String, Set<Row>> documents = new LinkedHashMap<>();
        for (Observation<? extends Fact> seen : facts) {
            documents
                    .computeIfAbsent(seen.origin().document(), _ -> new LinkedHashSet<>())
                    .add(row(seen, options.language()));
        }
        StringBuilder page = new StringBuilder(8192);
        line(sentences.say(Label.FACTS_READ, facts.size(), documents.size()), Style.TITLE, options, page);
        documents.forEach((document, rows) -> {
            page.append('\n');
            line(document, Style.LABEL, options, page);
            table(rows, options, page);
        });
        for (TextSummary.Block block : text.notUnderstood()) {
            page.append('\n');
            String head = sentences.say(
                    Label.TITLED, block.document() + ":" + block.range(), sentences.say(Label.BLOCK_NOT_UNDERSTOOD));
            line(head, Style.DOUBTFUL, options, page);
            block.text().lines().forEach(words -> line("  | " + words, Style.QUIET, options, page));
        }
        out.append(page);
    }

    private static Row row(Observation<? extends Fact> seen, Language language) {
        Origin origin = seen.origin();
        return new Row(
                origin.line() > 0 ? Integer.toString(origin.line()) : "-",
                origin.host() == null ? "-" : Printable.of(origin.host()),
                Printable.of(origin.source()),
                FactKind.of(seen.fact()).in(language),
                FactLine.of(seen.fact()));
    }

    private static void table(Set<Row> rows, PageOptions options, StringBuilder page) {
        int line = 0;
        int host = 0;
        int source = 0;
        for (Row row : rows) {
            line = Math.max(line, row.line().length());
            host = Math.max(host, Width.of(row.host()));
            source = Math.max(source, Width.of(row.source()));
        }
        for (Row row : rows) {
            page.append("  ").repeat(' ', line - row.line().length());
            Style.QUIET.append(row.line(), options.colour(), page);
            page.append("  ").append(row.host()).repeat(' ', host - Width.of(row.host()));
            page.append("  ").append(row.source()).repeat(' ', source - Width.of(row.source()));
            page.append("  ");
            Style.LABEL.append(row.kind(), options.colour(), page);
            page.append(' ').append(Printable.of(row.fact())).append('\n');
        }
    }

    private static void line(String text, Style style, PageOptions options, StringBuilder page) {
        style.append(Printable.of(text), options.colour(), page);
        page.append('\n');
    }
}
