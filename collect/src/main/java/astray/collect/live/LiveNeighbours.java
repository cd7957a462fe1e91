package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Coverage;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.kernel.ErrnoException;
import astray.kernel.netlink.Listing;
import astray.kernel.netlink.Message;
import astray.kernel.netlink.NetlinkSocket;
import astray.kernel.route.Families;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The neighbour tables: ARP and ND. */
final class LiveNeighbours {
    private static final int MOST = 20_000;

    /** {@code NUD_NOARP}: groups and broadcasts, which ip-neighbour(8) leaves out. */
    private static final int NOARP = 0x40;

    private LiveNeighbours() {}

    static List<Neighbour> read(NetlinkSocket socket, Family family, Interfaces interfaces, Ledger ledger)
            throws ErrnoException {
        Listing listing = astray.kernel.route.Neighbour.list(socket, Families.number(family), 0, 0, false);
        Ledger.Block shown = ledger.block(family == Family.INET ? "ip neigh" : "ip -6 neigh");
        Quote quote = new Quote("ip neigh");
        List<Neighbour> all = new ArrayList<>();
        for (Message message : listing) {
            astray.kernel.route.Neighbour neighbour = astray.kernel.route.Neighbour.of(message);
            Neighbour fact = neighbour == null ? null : fact(neighbour, interfaces);
            if (fact == null) {
                continue;
            }
            if (all.size() == MOST) {
                ledger.gap(Gap.What.NEIGHBOURS, "", Gap.Why.LIMIT, "");
                return all;
            }
            all.add(fact);
            shown.add(fact, quote.of(fact));
        }
        if (ledger.isWhole(listing, Gap.What.NEIGHBOURS, "")) {
            shown.whole(Coverage.Topic.NEIGHBOURS, family, null);
        }
        return all;
    }

    /** What the table says of an address on an interface. */
    static @Nullable Neighbour find(List<Neighbour> all, IpAddress address, @Nullable String dev) {
        for (Neighbour neighbour : all) {
            if (neighbour.address().equals(address) && Objects.equals(neighbour.dev(), dev)) {
                return neighbour;
            }
        }
        return null;
    }

    private static @Nullable Neighbour fact(astray.kernel.route.Neighbour neighbour, Interfaces interfaces) {
        IpAddress address = neighbour.destination();
        if (address == null || (neighbour.state() & NOARP) != 0) {
            return null;
        }
        List<String> flags = new ArrayList<>();
        if ((neighbour.flags() & astray.kernel.route.Neighbour.ROUTER) != 0) {
            flags.add("router");
        }
        if ((neighbour.flags() & astray.kernel.route.Neighbour.PROXY) != 0) {
            flags.add("proxy");
        }
        if ((neighbour.flags() & astray.kernel.route.Neighbour.EXTERNALLY_LEARNED) != 0) {
            flags.add("extern_learn");
        }
        return new Neighbour(
                address,
                interfaces.name(neighbour.ifindex()),
                LiveLinks.hardware(neighbour.linkLayerAddress()),
                state(neighbour.state()),
                flags);
    }

    private static Neighbour.State state(int bits) {
        return switch (bits) {
            case 0 -> Neighbour.State.NONE;
            case 1 -> Neighbour.State.INCOMPLETE;
            case 2 -> Neighbour.State.REACHABLE;
            case 4 -> Neighbour.State.STALE;
            case 8 -> Neighbour.State.DELAY;
            case 16 -> Neighbour.State.PROBE;
            case 32 -> Neighbour.State.FAILED;
            case 128 -> Neighbour.State.PERMANENT;
            default -> Neighbour.State.UNKNOWN;
        };
    }
}
