package astray.instruments;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What surrounds a run: where it prints, its environment, whether its output is a terminal. */
public final class Console {
    private final Output out;
    private final PrintStream err;
    private final Map<String, String> environment;
    private final boolean terminal;

    /**
     * Describes the surroundings.
     *
     * @param out standard output
     * @param err standard error
     * @param environment the environment's variables
     * @param terminal whether standard output is a terminal
     */
    public Console(OutputStream out, OutputStream err, Map<String, String> environment, boolean terminal) {
        this.out = new Output(out);
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
        this.environment = environment;
        this.terminal = terminal;
    }

    /** Standard output; flushed by whoever runs the instrument. */
    public Output out() {
        return out;
    }

    /** A line on standard error, with {@code ?} in the place of control characters. */
    public void complain(String message) {
        StringBuilder line = new StringBuilder(message.length());
        message.codePoints()
                .forEach(c -> line.appendCodePoint(Character.isISOControl(c) && c != '\n' && c != '\t' ? '?' : c));
        err.println(line);
    }

    /** A short text on standard error that the next one, or a line, overwrites. */
    public void progress(String text) {
        err.print(text + '\r');
        err.flush();
    }

    /** A variable of the environment. */
    public @Nullable String variable(String name) {
        return environment.get(name);
    }

    /**
     * Whether the locale's encoding is UTF-8 (locale(7)). Where it is not, the launcher runs Java in one that is, and
     * leaves the user's own in {@code ASTRAY_LOCALE}.
     */
    public boolean isUtf8() {
        String locale = "";
        for (String name : new String[] {"ASTRAY_LOCALE", "LC_ALL", "LC_CTYPE", "LANG"}) {
            String value = variable(name);
            if (locale.isEmpty() && value != null) {
                locale = value;
            }
        }
        String lower = locale.toLowerCase(Locale.ROOT);
        return lower.contains("utf-8") || lower.contains("utf8");
    }

    /** Whether standard output is a terminal. */
    public boolean isTerminal() {
        return terminal;
    }
}
