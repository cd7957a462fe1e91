package astray.collect.capture;

import astray.facts.Link;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the interfaces are called whose numbers a capture holds. Numbers are given anew when a host starts or an interface
 * is made again: where a link-layer address in the capture says that the numbers are not those of the listing, only
 * such addresses give names.
 */
final class IndexNames {
    private final Devices devices;
    private final Map<Integer, Link> byMac = new HashMap<>();
    private boolean stale;

    /** Compares what went out by each interface with the interfaces of the host. */
    IndexNames(FrameTable table, Devices devices) {
        this.devices = devices;
        PacketHead head = new PacketHead();
        for (Sample sample : table.samples()) {
            sample.shownTo(head);
            Link owner = devices.ownerOf(head.sourceMac);
            if (head.direction == PacketHead.OUTGOING && head.device > 0 && owner != null) {
                Link listed = devices.atIndex(head.device);
                if (listed != null && head.sourceMac != Devices.mac(listed.lladdr()) && !isKin(listed, owner)) {
                    stale = true;
                }
                byMac.putIfAbsent(head.device, owner);
            }
        }
    }

    /** What goes out by a bridge's port, or beneath a macvlan, has the other's address. */
    private static boolean isKin(Link one, Link other) {
        return one.name().equals(other.master())
                || other.name().equals(one.master())
                || one.name().equals(other.peer())
                || other.name().equals(one.peer());
    }

    /** The name; {@code null} when it is not known. */
    @Nullable
    String of(int index) {
        if (!stale) {
            Link listed = devices.atIndex(index);
            return listed == null ? null : listed.name();
        }
        Link owner = byMac.get(index);
        return owner == null ? null : owner.name();
    }
}
