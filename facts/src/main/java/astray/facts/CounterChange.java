package astray.facts;

/**
 * That a counter of the network stack moved while it was watched.
 *
 * @param name the name as nstat(8) has it, such as {@code TcpExtListenOverflows}
 * @param before the count at the beginning
 * @param after the count at the end
 * @param millis how long it was watched
 */
public record CounterChange(String name, long before, long after, long millis) implements Fact {

    /** By how much it moved. */
    public long by() {
        return after - before;
    }
}
