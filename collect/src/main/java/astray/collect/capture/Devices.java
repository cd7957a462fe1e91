package astray.collect.capture;

import astray.facts.Address;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Observation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The interfaces and addresses of the host that a capture was made on, as the case shows them: they give names to the
 * indexes that a capture holds, and tell what went out from what came in where the capture itself does not.
 */
final class Devices {
    /** Of a host that nothing is known of. */
    static final Devices NONE = new Devices(List.of());

    private final Map<Integer, Link> byIndex = new HashMap<>();
    private final Map<Long, Link> byMac = new HashMap<>();
    private final Set<Long> shared = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<IpAddress> addresses = new HashSet<>();

    /** Of a host that shows these facts. */
    Devices(List<? extends Observation<?>> seen) {
        for (Observation<?> observation : seen) {
            if (observation.fact() instanceof Link link) {
                names.add(link.name());
                if (link.index() != null) {
                    byIndex.putIfAbsent(link.index(), link);
                }
                own(mac(link.lladdr()), link);
            } else if (observation.fact() instanceof Address address
                    && !address.address().isLoopback()) {
                addresses.add(address.address());
            }
        }
    }

    /** A bridge mostly has the address of one of its ports: what the host itself sends by either, it sends by the bridge. */
    private void own(long mac, Link link) {
        Link other = byMac.get(mac);
        if (mac <= 0 || other != null && link.name().equals(other.master())) {
            byMac.computeIfPresent(mac, (_, _) -> link);
        } else if (other != null
                && !other.name().equals(link.master())
                && !other.name().equals(link.name())) {
            shared.add(mac);
        } else if (other == null) {
            byMac.put(mac, link);
        }
    }

    /** A link-layer address of six bytes as a number; -1 for any other. */
    static long mac(@Nullable String text) {
        if (text == null || text.length() != 17) {
            return -1;
        }
        long mac = 0;
        for (int i = 0; i < 17; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (i % 3 == 2 ? text.charAt(i) != ':' : digit < 0) {
                return -1;
            }
            mac = i % 3 == 2 ? mac : mac << 4 | digit;
        }
        return mac;
    }

    /** As ip(8) writes it; {@code null} for none. */
    static @Nullable String macText(long mac) {
        if (mac < 0) {
            return null;
        }
        StringBuilder text = new StringBuilder(17);
        for (int shift = 44; shift >= 0; shift -= 4) {
            text.append(Character.forDigit((int) (mac >>> shift) & 15, 16));
            if (shift % 8 == 0 && shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }

    /** The interface with an index, as it was listed; {@code null} when none was. */
    @Nullable
    Link atIndex(int index) {
        return byIndex.get(index);
    }

    /** The one interface that has a link-layer address, a bridge rather than its ports; {@code null} for none or several. */
    @Nullable
    Link ownerOf(long mac) {
        return shared.contains(mac) ? null : byMac.get(mac);
    }

    /** Whether there is an interface of this name. */
    boolean named(String name) {
        return names.contains(name);
    }

    /** Whether a link-layer address is one of the host's. */
    boolean owns(long mac) {
        return byMac.containsKey(mac);
    }

    /** Whether any link-layer address of the host is known. */
    boolean knowsMacs() {
        return !byMac.isEmpty();
    }

    /** The one interface that has a link-layer address; {@code null} for none or several. */
    @Nullable
    String ofMac(long mac) {
        Link owner = ownerOf(mac);
        return owner == null ? null : owner.name();
    }

    /** Whether the host was seen to hold an address. */
    boolean holds(IpAddress address) {
        return addresses.contains(address);
    }
}
