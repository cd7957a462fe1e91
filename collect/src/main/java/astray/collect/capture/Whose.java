package astray.collect.capture;

import astray.collect.capture.PacketHead.Kind;
import astray.facts.Address;
import astray.facts.Attribution;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the host that a capture was made on, among those whose interfaces and addresses the case shows: by what the
 * capture says went out of that host or came in for it, and by whose link-layer addresses are in it.
 */
final class Whose {
    private static final int SAME_MAC_AND_INDEX = 8;
    private static final int OWN_ADDRESS = 4;
    private static final int SAME_NAME = 2;
    private static final int SAME_MAC = 1;

    /**
     * A host.
     *
     * @param host its name or address; {@code null} for the one that the case gives no name
     * @param devices its interfaces
     * @param reason what tells
     * @param quote the words for it
     */
    record Found(@Nullable String host, Devices devices, Attribution.Reason reason, String quote) {}

    private final Map<@Nullable String, Candidate> candidates = new LinkedHashMap<>();

    /** Looks at what a case shows. */
    Whose(List<? extends Observation<?>> seen) {
        for (Observation<?> observation : seen) {
            if (observation.fact() instanceof Link || observation.fact() instanceof Address) {
                candidates
                        .computeIfAbsent(observation.origin().host(), _ -> new Candidate(new ArrayList<>()))
                        .seen()
                        .add(observation);
            }
        }
    }

    private record Candidate(List<Observation<?>> seen) {
        Devices devices() {
            return new Devices(seen);
        }
    }

    /** The host; {@code null} when nothing tells, or it could as well be another. */
    @Nullable
    Found of(Digest digest) {
        Found best = null;
        int most = 0;
        boolean equals = false;
        for (Map.Entry<@Nullable String, Candidate> entry : candidates.entrySet()) {
            Score score = new Score(digest, entry.getValue());
            if (score.total > most) {
                most = score.total;
                equals = false;
                best = new Found(entry.getKey(), score.devices, score.reason, score.quote);
            } else if (score.total == most && most > 0) {
                equals = true;
            }
        }
        return equals ? null : best;
    }

    /** The interfaces of a host that something else tells the capture to be of. */
    Devices devices(@Nullable String host) {
        Candidate candidate = candidates.get(host);
        return candidate == null ? Devices.NONE : candidate.devices();
    }

    /** Whether the case shows interfaces or addresses of a host of this name. */
    boolean knows(String host) {
        return candidates.containsKey(host);
    }

    /** What speaks for one host. */
    private static final class Score {
        private final Devices devices;
        private final Map<Long, Integer> indexOfMac = new HashMap<>();
        private int total;
        private Attribution.Reason reason = Attribution.Reason.SHARED_ADDRESS;
        private String quote = "";

        Score(Digest digest, Candidate candidate) {
            devices = candidate.devices();
            for (Observation<?> seen : candidate.seen()) {
                if (seen.fact() instanceof Link link && link.index() != null) {
                    indexOfMac.merge(Devices.mac(link.lladdr()), link.index(), (a, b) -> a.equals(b) ? a : 0);
                }
            }
            for (IpAddress own : ownAddresses(digest.table())) {
                if (devices.holds(own)) {
                    add(OWN_ADDRESS, Attribution.Reason.SHARED_ADDRESS, own.toString());
                }
            }
            for (String name : digest.names()) {
                if (devices.named(name)) {
                    add(SAME_NAME, Attribution.Reason.SHARED_INTERFACE, name);
                }
            }
            macs(digest.table());
        }

        private void add(int points, Attribution.Reason why, String words) {
            if (total == 0) {
                reason = why;
                quote = words;
            }
            total += points;
        }

        private void macs(FrameTable table) {
            PacketHead head = new PacketHead();
            Set<Long> done = new HashSet<>();
            for (Sample sample : table.samples()) {
                sample.shownTo(head);
                if (head.direction == PacketHead.OUTGOING && head.device > 0 && head.sourceMac > 0) {
                    boolean same = Integer.valueOf(head.device).equals(indexOfMac.get(head.sourceMac));
                    if (same && done.add(head.sourceMac)) {
                        add(
                                SAME_MAC_AND_INDEX,
                                Attribution.Reason.SHARED_INTERFACE,
                                String.valueOf(Devices.macText(head.sourceMac)));
                    }
                } else if (head.direction == PacketHead.UNTOLD
                        && (devices.owns(head.sourceMac) || devices.owns(head.destinationMac))) {
                    long own = devices.owns(head.sourceMac) ? head.sourceMac : head.destinationMac;
                    add(SAME_MAC, Attribution.Reason.SHARED_INTERFACE, String.valueOf(Devices.macText(own)));
                }
            }
        }

        /**
         * The addresses of the capturing host: what it asks its neighbours from, what it sends from without having
         * got it from elsewhere, and what comes in for it and does not go on.
         */
        private static Set<IpAddress> ownAddresses(FrameTable table) {
            Set<IpAddress> own = new HashSet<>();
            Set<IpAddress> sources = new HashSet<>();
            Set<IpAddress> destinations = new HashSet<>();
            for (int row = 0; row < table.rows(); row++) {
                boolean out = table.direction(row) == PacketHead.OUTGOING;
                boolean in = table.direction(row) == PacketHead.TO_US;
                boolean carries = table.kind(row) != Kind.ARP && table.kind(row) != Kind.NEIGHBOUR_DISCOVERY;
                if (out && (carries || table.detail(row) == PacketHead.ARP_REQUEST)) {
                    own.add(table.source(row));
                }
                if (in && carries) {
                    own.add(table.destination(row));
                    sources.add(table.source(row));
                }
                if (out && carries) {
                    destinations.add(table.destination(row));
                }
            }
            own.removeAll(sources);
            own.removeAll(destinations);
            return own;
        }
    }
}
