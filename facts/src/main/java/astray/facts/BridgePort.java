package astray.facts;

/**
 * A port of a bridge (bridge(8), {@code bridge link}).
 *
 * @param dev the port's interface
 * @param bridge the bridge
 * @param state the spanning tree state: {@code disabled}, {@code listening}, {@code learning}, {@code forwarding},
 *     {@code blocking}
 */
public record BridgePort(String dev, String bridge, String state) implements Fact {

    /** Whether frames pass. */
    public boolean forwards() {
        return state.equals("forwarding");
    }
}
