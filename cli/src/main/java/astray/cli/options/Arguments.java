package astray.cli.options;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Arguments, parsed.
 *
 * @param values the options given, by long name; an option without an argument has an empty value
 * @param operands what is no option, in order
 */
public record Arguments(Map<String, String> values, List<String> operands) {

    /** Copies both. */
    public Arguments {
        values = Map.copyOf(values);
        operands = List.copyOf(operands);
    }

    /** Whether an option was given. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** An option's argument; {@code null} when it was not given. */
    public @Nullable String value(String name) {
        return values.get(name);
    }
}
