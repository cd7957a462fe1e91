package astray.instruments.getopt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of an instrument: what parses its command line also writes its help. */
public final class OptionTable {
    private static final int COLUMN = 28;
    private static final int WIDTH = 80;

    private final String program;
    private final List<Option> rows;

    /**
     * Makes a table.
     *
     * @param program the instrument's name, in front of every complaint
     * @param rows the options; their order is that of the help and of the names in a complaint
     */
    public OptionTable(String program, Option... rows) {
        this.program = program;
        this.rows = List.of(rows);
    }

    String program() {
        return program;
    }

    List<Option> rows() {
        return rows;
    }

    /** The option of a short form; {@code null} for none. */
    @Nullable
    Option letter(char letter) {
        for (Option row : rows) {
            if (row.key() == letter && row.isShort()) {
                return row;
            }
        }
        return null;
    }

    /** The long form of an option, its dashes in front; the short one where it has none. */
    public String longName(int key) {
        for (Option row : rows) {
            if (row.key() == key && !row.name().isEmpty()) {
                return "--" + row.name();
            }
        }
        return "-" + (char) key;
    }

    /** A line for each option that has a help text, its forms in front. */
    public String help() {
        StringBuilder page = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            Option row = rows.get(i);
            if (row.help().isEmpty()) {
                continue;
            }
            int start = page.length();
            page.append("  ");
            if (row.isShort()) {
                page.append('-').append((char) row.key());
            }
            for (Option alias : rows) {
                if (alias.key() == row.key()
                        && !alias.name().isEmpty()
                        && page.indexOf("--" + alias.name(), start) < 0) {
                    page.append(page.length() > start + 2 ? ", --" : "--").append(alias.name());
                }
            }
            if (row.argument() == Option.Argument.REQUIRED) {
                page.append(row.name().isEmpty() ? " VALUE" : "=VALUE");
            }
            page.append(
                    page.length() - start >= COLUMN
                            ? "\n" + " ".repeat(COLUMN)
                            : " ".repeat(COLUMN - page.length() + start));
            describe(page, row.help());
        }
        return page.toString();
    }

    /** What an option does, its lines below one another and none wider than a terminal of 80 columns. */
    private static void describe(StringBuilder page, String help) {
        int width = COLUMN;
        for (String word : help.split(" ", -1)) {
            boolean first = width == COLUMN;
            if (!first && width + 1 + word.length() > WIDTH) {
                page.append('\n').append(" ".repeat(COLUMN));
                width = COLUMN;
                first = true;
            }
            page.append(first ? "" : " ").append(word);
            width += word.length() + (first ? 0 : 1);
        }
        page.append('\n');
    }
}
