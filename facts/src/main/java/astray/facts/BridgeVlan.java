package astray.facts;

/**
 * A range of VLANs that a bridge port lets through (bridge(8), {@code bridge vlan}); heeded only where the bridge's
 * VLAN filter is on, see {@link BridgeFilter}.
 *
 * @param dev the port's interface, or the bridge itself
 * @param first the first VLAN id, 1 to 4094
 * @param last the last VLAN id; the same as the first for a single one
 * @param pvid whether untagged frames that come in are put into it
 * @param untagged whether its frames go out without a tag
 */
public record BridgeVlan(String dev, int first, int last, boolean pvid, boolean untagged) implements Fact {

    /** Whether the range holds a VLAN. */
    public boolean holds(int vlan) {
        return first <= vlan && vlan <= last;
    }
}
