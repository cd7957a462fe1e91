package astray.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A traced path.
 *
 * @param tool {@code traceroute}, {@code tracepath} or {@code mtr}
 * @param target the target in the user's words; {@code null} when not shown
 * @param address the target's address where shown
 * @param maxHops the largest time-to-live
 * @param packetSize the probes' size in bytes
 * @param pmtu the path MTU in bytes that tracepath(8) ends with
 * @param hops by rising time-to-live
 */
public record Trace(
        String tool,
        @Nullable String target,
        @Nullable IpAddress address,
        @Nullable Integer maxHops,
        @Nullable Integer packetSize,
        @Nullable Integer pmtu,
        List<Hop> hops)
        implements Fact {

    /** Copies the list. */
    public Trace {
        hops = List.copyOf(hops);
    }

    /** The last hop that answered, if any. */
    public @Nullable Hop lastAnswered() {
        return hops.reversed().stream().filter(Hop::answered).findFirst().orElse(null);
    }

    /** Whether the target itself answered, not a router speaking of it. */
    public boolean reached() {
        Hop last = lastAnswered();
        return last != null
                && last.probes().stream()
                        .anyMatch(p -> p.mark() == null
                                && (address != null
                                        ? address.equals(p.address())
                                        : p.name() != null && p.name().equals(target)));
    }
}
