package astray.diagnosis.cause;

import astray.facts.IpAddress;
import astray.facts.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The ranges from which Docker takes a network's subnet when nobody gives it one: 172.17.0.0/16 to 172.31.0.0/16 and
 * then 192.168.0.0/16 in steps of /20 (Docker's default-address-pools).
 */
final class DockerPools {
    private static final List<Prefix> SLOTS = slots();

    private DockerPools() {}

    private static List<Prefix> slots() {
        List<Prefix> slots = new ArrayList<>();
        for (int second = 17; second <= 31; second++) {
            slots.add(new Prefix(IpAddress.v4(172 << 24 | second << 16), 16));
        }
        for (int third = 0; third < 256; third += 16) {
            slots.add(new Prefix(IpAddress.v4(192 << 24 | 168 << 16 | third << 8), 20));
        }
        return slots;
    }

    /** Which slot a prefix is, counted from 1; 0 for none. */
    static int slotOf(Prefix prefix) {
        return SLOTS.indexOf(prefix) + 1;
    }

    /** How many slots there are. */
    static int count() {
        return SLOTS.size();
    }

    /** The slots that the next networks will take: those after a prefix that touch nothing in use. */
    static List<Prefix> next(Prefix after, Collection<Prefix> used, int most) {
        List<Prefix> next = new ArrayList<>();
        for (Prefix slot : SLOTS.subList(slotOf(after), SLOTS.size())) {
            if (next.size() < most && used.stream().noneMatch(slot::overlaps)) {
                next.add(slot);
            }
        }
        return next;
    }
}
