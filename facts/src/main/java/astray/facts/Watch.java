package astray.facts;

import java.time.Duration;

/**
 * That a running host was looked at directly, and for how long: its sockets and {@link CounterChange}s
 * are of this time, and what none of them shows did not happen in it.
 *
 * @param length how long it was watched; zero for a single look
 */
public record Watch(Duration length) implements Fact {}
