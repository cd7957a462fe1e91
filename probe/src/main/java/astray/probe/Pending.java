package astray.probe;

/**
 * A probe of a round.
 *
 * @param <R> what it will report
 */
public interface Pending<R> {
    /**
     * What came of it.
     *
     * @throws IllegalStateException before the round is over
     */
    R report();
}
