package astray.facts;

/**
 * A counter of the network stack.
 *
 * @param name the name as nstat(8) has it, such as {@code TcpExtIPReversePathFilter}
 * @param value the count
 */
public record Counter(String name, long value) implements Fact {}
