package astray.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network interface (rtnetlink(7), RTM_NEWLINK).
 *
 * @param index the interface index, from 1; {@code null} when not shown
 * @param name the kernel name, without an {@code @peer} part
 * @param peer what stands behind the {@code @}: the lower or peer interface's name, or {@code if} and its index
 * @param flags the flags in the order shown, as ip(8) names them ({@code UP}, {@code LOWER_UP}, {@code NO-CARRIER});
 *     empty when the source shows none
 * @param mtu the MTU in bytes
 * @param qdisc the queueing discipline
 * @param master the bridge, bond or VRF that it belongs to
 * @param state the operational state (RFC 2863): {@code UP}, {@code DOWN}, {@code UNKNOWN}, {@code LOWERLAYERDOWN}, …
 * @param linkType the link-layer type: {@code ether}, {@code loopback}, {@code none}, …
 * @param lladdr the link-layer address, in lower case
 * @param kind the kind of a virtual interface, shown by {@code ip -d}: {@code bridge}, {@code veth}, {@code wireguard}, …
 */
public record Link(
        @Nullable Integer index,
        String name,
        @Nullable String peer,
        List<String> flags,
        @Nullable Integer mtu,
        @Nullable String qdisc,
        @Nullable String master,
        @Nullable String state,
        @Nullable String linkType,
        @Nullable String lladdr,
        @Nullable String kind)
        implements Fact {

    /** Copies the list. */
    public Link {
        flags = List.copyOf(flags);
    }

    /** Whether it is set up; {@code null} when neither flags nor state tell. */
    public @Nullable Boolean adminUp() {
        if (!flags.isEmpty()) {
            return flags.contains("UP");
        }
        // a state of DOWN alone does not tell "set down" from "no carrier"
        return "UP".equals(state) ? Boolean.TRUE : null;
    }

    /** Whether it has a carrier; {@code null} when nothing tells, as for an interface that is set down. */
    public @Nullable Boolean carrier() {
        if (flags.contains("NO-CARRIER")) {
            return false;
        }
        if (flags.contains("LOWER_UP") || flags.contains("RUNNING") || "UP".equals(state)) {
            return true;
        }
        return null;
    }

    /** Whether it is the loopback interface. */
    public boolean isLoopback() {
        return flags.contains("LOOPBACK") || "loopback".equals(linkType) || name.equals("lo") || name.equals("lo0");
    }
}
