package astray.facts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One way out of a route.
 *
 * @param via the gateway, {@code null} for a destination on the link; it may be of the other family (RFC 5549)
 * @param dev the outgoing interface
 * @param weight the weight in a multipath route, from 1
 * @param flags such as {@code linkdown}, {@code dead}, {@code onlink}, in the order shown
 */
public record NextHop(@Nullable IpAddress via, @Nullable String dev, int weight, List<String> flags) {

    /** Copies the list. */
    public NextHop {
        flags = List.copyOf(flags);
    }

    // Written out, here and below: what the compiler makes for a record costs 20 ms when a command starts.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NextHop that
                && weight == that.weight
                && Objects.equals(via, that.via)
                && Objects.equals(dev, that.dev)
                && flags.equals(that.flags);
    }

    @Override
    public int hashCode() {
        return Objects.hash(via, dev, weight, flags);
    }
}
