package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * Whether a bridge filters by VLAN (IFLA_BR_VLAN_FILTERING, {@code ip -d link}).
 *
 * @param bridge the bridge's kernel name
 * @param vlanFiltering whether frames of a VLAN that a port does not hold are dropped
 * @param defaultPvid the VLAN that new ports get, 0 for none; {@code null} when not shown
 */
public record BridgeFilter(
        String bridge, boolean vlanFiltering, @Nullable Integer defaultPvid) implements Fact {}
