package astray.facts;

/**
 * A fact together with where it was seen.
 *
 * @param fact what was seen
 * @param origin where
 */
public record Observation<F extends Fact>(F fact, Origin origin) {

    /** The same fact, said to be of another host. */
    public Observation<F> on(String host) {
        return new Observation<>(fact, origin.on(host));
    }
}
