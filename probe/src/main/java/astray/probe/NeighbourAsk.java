package astray.probe;

import astray.facts.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Requests for the link-layer address of a neighbour, by ARP (RFC 826) or neighbour discovery (RFC 4861). All answers
 * until the end of the time are heard, since a second one from elsewhere means that two hosts hold the address. Needs
 * CAP_NET_RAW. Linux takes note of none of the answers by it.
 *
 * @param dev the interface
 * @param address whom to ask for; an own address finds others that hold it too
 * @param sender who asks, an own address of the family; {@code null} for nobody in ARP, which is the probe of RFC 5227
 *     that no host remembers, and for the kernel's choice in neighbour discovery
 * @param count how many requests at most, 1 to 20; after the first answer only one more is sent
 * @param intervalMillis how long from one to the next, 1 to 60000
 * @param waitMillis how long to listen after the last one, 1 to 60000
 */
public record NeighbourAsk(
        String dev, IpAddress address, @Nullable IpAddress sender, int count, long intervalMillis, long waitMillis) {

    /** Checks the limits, and that asker and asked are of one family. */
    public NeighbourAsk {
        Limits.check("count", count, 1, Limits.COUNT);
        Limits.check("intervalMillis", intervalMillis, 1, Limits.MILLIS);
        Limits.check("waitMillis", waitMillis, 1, Limits.MILLIS);
        if (sender != null && sender.family() != address.family()) {
            throw new IllegalArgumentException("who asks is of another family");
        }
    }

    /** Three requests within 0.6 s. */
    public static NeighbourAsk of(String dev, IpAddress address, @Nullable IpAddress sender) {
        return new NeighbourAsk(dev, address, sender, 3, 200, 200);
    }
}
