package astray.instruments.journalctl;

import astray.instruments.Console;
import astray.instruments.Output;
import astray.instruments.Pager;
import java.io.Closeable;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where is printed: on the terminal through a pager and in colours, elsewhere as it is (the variables of journalctl(1)). */
final class Screen {
    private static final int COLUMNS = 80;
    private static final String LESS = "FRSXMK";

    private final Settings settings;
    private final Console console;

    Screen(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** Whether people look at what is printed, through a pager or without. */
    boolean isTerminal() {
        return console.isTerminal();
    }

    /** The terminal's width; 80 where it is not known. */
    int columns() {
        String variable = console.variable("COLUMNS");
        Integer columns = variable == null ? null : Integers.parse(variable);
        return columns == null || columns <= 0 ? COLUMNS : columns;
    }

    /** Whether to print in colours: by SYSTEMD_COLORS, NO_COLOR, and whether there is a terminal that can. */
    boolean colours() {
        String wish = console.variable("SYSTEMD_COLORS");
        if (wish != null) {
            switch (wish.toLowerCase(Locale.ROOT)) {
                case "1", "yes", "y", "true", "t", "on", "16", "256" -> {
                    return true;
                }
                case "0", "no", "n", "false", "f", "off" -> {
                    return false;
                }
                default -> {
                    // Neither: as if it were not set.
                }
            }
        }
        String terminal = console.variable("TERM");
        return console.variable("NO_COLOR") == null
                && console.isTerminal()
                && terminal != null
                && !terminal.equals("dumb");
    }

    /** An output that is closed when all is printed: what is behind a pager then waits for its reader. */
    record Page(Output out, @Nullable Pager pager) implements Closeable {
        @Override
        public void close() throws IOException {
            if (pager != null) {
                pager.close();
            } else {
                out.flush();
            }
        }
    }

    /** Opens the output; {@code paged} where a pager is wanted if there is one. */
    Page open(boolean paged) throws IOException {
        String program = console.variable("SYSTEMD_PAGER");
        if (program == null) {
            program = console.variable("PAGER");
        }
        boolean none = program != null && (program.isEmpty() || program.equals("cat"));
        if (!paged || !settings.pager || !console.isTerminal() || none) {
            return new Page(console.out(), null);
        }
        String less = console.variable("SYSTEMD_LESS");
        String options = (less == null ? LESS : less) + (settings.pagerEnd ? " +G" : "");
        Pager pager = Pager.open(program == null ? "less" : program, options);
        return new Page(pager.out(), pager);
    }
}
