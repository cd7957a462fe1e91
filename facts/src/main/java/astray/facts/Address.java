package astray.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address of an interface (rtnetlink(7), RTM_NEWADDR).
 *
 * @param dev the interface's kernel name
 * @param address the address
 * @param length the prefix length in bits
 * @param peer the other end's address on a point-to-point interface
 * @param broadcast the broadcast address
 * @param scope {@code global}, {@code link}, {@code host}, …
 * @param label the label of an IPv4 address where it is shown
 * @param flags such as {@code tentative}, {@code dadfailed}, {@code deprecated}, {@code dynamic}, {@code secondary},
 *     {@code noprefixroute}, in the order shown
 */
public record Address(
        String dev,
        IpAddress address,
        int length,
        @Nullable IpAddress peer,
        @Nullable IpAddress broadcast,
        @Nullable String scope,
        @Nullable String label,
        List<String> flags)
        implements Fact {

    /** Copies the list and checks the length. */
    public Address {
        flags = List.copyOf(flags);
        if (length < 0 || length > address.family().bits()) {
            throw new IllegalArgumentException("prefix length " + length);
        }
    }

    /** The prefix that is on the link: of the peer's address where there is one. */
    public Prefix prefix() {
        return new Prefix(peer != null ? peer : address, length);
    }
}
