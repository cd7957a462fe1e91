package astray.report;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When to colour. */
public enum Colour {
    /** On a terminal, unless {@code NO_COLOR} is set or the terminal is dumb. */
    AUTO,
    ALWAYS,
    NEVER;

    /** The value of the option {@code --color}; {@code null} when it is none. */
    public static @Nullable Colour parse(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "auto" -> AUTO;
            case "always" -> ALWAYS;
            case "never" -> NEVER;
            default -> null;
        };
    }

    boolean wanted(Map<String, String> environment, boolean terminal) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                terminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
        };
    }
}
