package astray.facts;

import java.util.List;
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
}
