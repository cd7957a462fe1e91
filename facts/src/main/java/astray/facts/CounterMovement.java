package astray.facts;

import java.time.Duration;

/**
 * By how much a counter moved while it was watched. A counter that was watched and stood still says so with 0; one
 * that was not watched has no such fact.
 *
 * @param name the name as nstat(8) has it, such as {@code TcpExtListenOverflows}
 * @param by by how much it rose, from 0
 * @param over how long it was watched
 */
public record CounterMovement(String name, long by, Duration over) implements Fact {}
