package astray.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network of Docker.
 *
 * @param id the id, 64 hexadecimal digits or the first 12
 * @param name the network's name
 * @param driver {@code bridge}, {@code overlay}, {@code host}, …
 * @param subnets its prefixes; empty when not shown
 * @param project the compose project it belongs to
 * @param containers the names of the containers on it; {@code null} when not shown
 * @param bridge the bridge's name where the network gives it one of its own
 */
public record DockerNetwork(
        String id,
        String name,
        @Nullable String driver,
        List<Prefix> subnets,
        @Nullable String project,
        @Nullable List<String> containers,
        @Nullable String bridge)
        implements Fact {

    /** Copies the lists. */
    public DockerNetwork {
        subnets = List.copyOf(subnets);
        containers = containers == null ? null : List.copyOf(containers);
    }

    /** The kernel name of its bridge: {@code br-} and the first 12 digits of its id unless it has another. */
    public String bridgeName() {
        return bridge != null ? bridge : "br-" + id.substring(0, Math.min(12, id.length()));
    }
}
