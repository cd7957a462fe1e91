package astray.facts;

/**
 * That a name stands for an address.
 *
 * @param name the name
 * @param address the address
 * @param source who says so: {@code /etc/hosts}, {@code dns}, or the tool that printed both together
 */
public record NameMapping(String name, IpAddress address, String source) implements Fact {}
