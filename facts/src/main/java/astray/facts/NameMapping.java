package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * That a name stands for an address.
 *
 * @param name the name
 * @param address the address
 * @param source who says so: {@code /etc/hosts}, {@code dns}, or the tool that printed both together
 */
public record NameMapping(String name, IpAddress address, String source) implements Fact {

    // Written out, here and below: what the compiler makes for a record costs 20 ms when a command starts.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NameMapping that
                && name.equals(that.name)
                && address.equals(that.address)
                && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + address.hashCode();
    }
}
