package astray.cli.options;

import org.jspecify.annotations.Nullable;

/**
 * One option of a command.
 *
 * @param letter its short name, or {@code 0} for none
 * @param name its long name, without dashes
 * @param argument what its argument is called in the help; {@code null} when it takes none
 * @param help one line for the help, without a full stop
 */
public record Option(char letter, String name, @Nullable String argument, String help) {

    /** An option without a short name. */
    public static Option of(String name, @Nullable String argument, String help) {
        return new Option('\0', name, argument, help);
    }
}
