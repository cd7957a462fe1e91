package astray.facts;

/**
 * A kernel setting.
 *
 * @param key the dotted name, such as {@code net.ipv4.conf.all.rp_filter}
 * @param value the value as shown
 */
public record Sysctl(String key, String value) implements Fact {}
