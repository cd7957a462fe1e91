package astray.diagnosis;

import astray.facts.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the user said of the question. What is {@code null} is inferred from the evidence.
 *
 * @param peer the address that asks
 * @param target the name or address that is asked for, in the user's words
 * @param port the target's port
 */
public record Asked(
        @Nullable IpAddress peer,
        @Nullable String target,
        @Nullable Integer port) {

    /** Nothing was said. */
    public static final Asked NOTHING = new Asked(null, null, null);
}
