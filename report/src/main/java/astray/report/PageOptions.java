package astray.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a page looks.
 *
 * @param language its language
 * @param width the columns of the terminal; held between 60 and 120
 * @param colour whether to colour; colours never carry meaning alone
 * @param unicode whether to draw with more than ASCII
 * @param verbose whether to show everything, however long the page becomes
 */
public record PageOptions(Language language, int width, boolean colour, boolean unicode, boolean verbose) {

    private static final int NARROWEST = 60;
    private static final int USUAL = 80;
    private static final int WIDEST = 120;
    private static final List<String> CHARSET_VARIABLES = List.of("LC_ALL", "LC_CTYPE", "LANG");

    /** Holds the width in its bounds. */
    public PageOptions {
        width = Math.clamp(width, NARROWEST, WIDEST);
    }

    /**
     * The options that suit an environment: {@code COLUMNS} tells the width (80 without it), the locale's character
     * set whether more than ASCII can be shown.
     *
     * @param terminal whether the page goes to a terminal
     */
    public static PageOptions of(
            Map<String, String> environment, boolean terminal, Language language, Colour colour, boolean verbose) {
        return new PageOptions(
                language,
                columns(environment.getOrDefault("COLUMNS", "")),
                colour.wanted(environment, terminal),
                utf8(environment),
                verbose);
    }

    private static int columns(String text) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return USUAL;
        }
        return Integer.parseInt(text);
    }

    private static boolean utf8(Map<String, String> environment) {
        for (String variable : CHARSET_VARIABLES) {
            String locale = environment.getOrDefault(variable, "").toLowerCase(Locale.ROOT);
            if (!locale.isEmpty()) {
                return locale.contains("utf-8") || locale.contains("utf8");
            }
        }
        return false;
    }
}
