package astray.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What the system's resolver says to a question.
 *
 * @param <T> what was asked for: a name, or addresses
 */
public sealed interface Lookup<T> {
    /** It knows. */
    record Found<T>(T value) implements Lookup<T> {}

    /** It has an error to report: that there is no such name, that no server answered, and others. */
    record Failed<T>(LookupError error) implements Lookup<T> {}

    /**
     * It has said nothing yet.
     *
     * @param millis how long was waited; 0 where it was not even asked, since it left too many questions unanswered
     */
    record Unanswered<T>(long millis) implements Lookup<T> {}

    /** What was found; {@code null} for whatever reason there is none. */
    default @Nullable T orNull() {
        return this instanceof Found<T>(T value) ? value : null;
    }
}
