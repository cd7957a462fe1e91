package astray.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Rows in two columns: the heads of sections on the left, what they hold on the right. */
final class Page {

    private final int width;
    private final int indent;
    private final List<List<Span>> rows = new ArrayList<>();
    private String head = "";

    /**
     * An empty page.
     *
     * @param width the columns of a row
     * @param indent the column, from 0, at which the right side begins
     */
    Page(int width, int indent) {
        this.width = width;
        this.indent = indent;
    }

    /** The columns of the right side. */
    int room() {
        return width - indent;
    }

    int height() {
        return rows.size();
    }

    void blank() {
        if (!rows.isEmpty() && !rows.getLast().isEmpty()) {
            rows.add(List.of());
        }
    }

    /** A paragraph over the whole width, hanging under the text after its mark. */
    void banner(Style style, String mark, String text) {
        int hang = Width.of(mark) + 1;
        String prefix = mark + " ";
        for (String line : Wrap.lines(Printable.of(text), width - hang)) {
            rows.add(List.of(new Span(style, prefix + line)));
            prefix = " ".repeat(hang);
        }
    }

    /** Names the rows that follow. */
    void head(String label) {
        head = label;
    }

    /** A paragraph on the right side. */
    void text(Style style, String text) {
        text(style, 0, "", text);
    }

    /** A paragraph that begins at a column of the right side, hanging under the text after its mark. */
    void text(Style style, int column, String mark, String text) {
        String prefix = mark.isEmpty() ? "" : mark + " ";
        int hang = Width.of(prefix);
        for (String line : Wrap.lines(Printable.of(text), room() - column - hang)) {
            row(column, List.of(new Span(style, prefix + line)));
            prefix = " ".repeat(hang);
        }
    }

    /** A row on the right side, as it is. */
    void row(int column, List<Span> spans) {
        List<Span> row = new ArrayList<>(spans.size() + 2);
        String label = head;
        int blanks = indent + column - Width.of(label);
        if (!label.isEmpty()) {
            row.add(new Span(Style.LABEL, label));
        }
        row.add(Span.plain(" ".repeat(Math.max(1, blanks))));
        row.addAll(spans);
        rows.add(row);
        head = "";
    }

    /**
     * A command on a row of its own: never broken, so that it can be copied. One that is too wide begins further left,
     * and if need be runs over the width.
     */
    void command(int column, String command) {
        Span span = new Span(Style.COMMAND, command);
        if (span.width() <= room() - column) {
            row(column, List.of(span));
        } else {
            if (!head.isEmpty()) {
                rows.add(List.of(new Span(Style.LABEL, head)));
                head = "";
            }
            rows.add(List.of(Span.plain("  "), span));
        }
    }

    void print(boolean colour, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder(4096);
        for (List<Span> row : rows) {
            for (Span span : row) {
                span.style().append(span.text(), colour, text);
            }
            text.append('\n');
        }
        out.append(text);
    }
}
