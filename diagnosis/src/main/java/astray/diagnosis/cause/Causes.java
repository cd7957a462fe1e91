package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.walk.Scene;
import astray.facts.IpAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * All causes, asked in order. Where two would explain the same leg of the way the earlier one does: each of the first
 * group is a state that the later ones are mere consequences of. Causes of the service are asked besides, since a
 * closed port is a fault of its own; the last group is asked only when nothing else was found.
 */
public final class Causes {
    private static final List<Cause> OF_THE_WALK = List.of(
            new NameWrong(),
            new Ipv6Disabled(),
            new BridgeVlanFiltered(),
            new BridgePortNotForwarding(),
            new LinkNotUp(),
            new AddressDadFailed(),
            new DestinationIsLocal(),
            new RouteDiscards(),
            new RuleDiverts(),
            new RouteCaptured(),
            new PrefixLengthWrong(),
            new RouteMissing(),
            new ReversePathFiltered(),
            new ForwardingDisabled(),
            new ArpSuppressed(),
            new ConntrackFull());
    private static final List<Cause> OF_THE_END = List.of(
            new AddressDuplicate(),
            new AddressMissing(),
            new AcceptQueueFull(),
            new OpenedInVain(),
            new ServiceAbsent());
    private static final List<Cause> WHEN_NOTHING_ELSE = List.of(
            new NeighbourWrong(),
            new SourceAddressWrong(),
            new GatewayWrong(),
            new NeighbourUnresolved(),
            new RoutingLoop(),
            new PathSilentBeyond());

    /** Faults that a connection which came about does not exclude: it is slow to open, or was the last to open. */
    private static final List<Cause> THOUGH_IT_WORKS = List.of(
            new NamePrefersBrokenFamily(),
            new ArpSuppressed(),
            new AddressDuplicate(),
            new AcceptQueueFull(),
            new OpenedInVain());

    /** After these it is not the target's own service that was, or was not, found. */
    private static final Set<CauseId> DOUBTFUL_TARGET = EnumSet.of(
            CauseId.ADDRESS_DUPLICATE,
            CauseId.NAME_WRONG_ADDRESS,
            CauseId.NAME_UNRESOLVED,
            CauseId.DESTINATION_IS_LOCAL,
            CauseId.ADDRESS_DAD_FAILED,
            CauseId.FORWARDING_DISABLED);

    /** Faults with which it works at times, or badly. */
    private static final Set<CauseId> OF_SOME_TRIES =
            EnumSet.of(CauseId.NAME_PREFERS_BROKEN_FAMILY, CauseId.ADDRESS_DUPLICATE, CauseId.ARP_SUPPRESSED);

    private Causes() {}

    /** Whether it may well work, in spite of all that was found. */
    public static boolean leaveItWorking(List<Finding> findings, Scene scene) {
        IpAddress address = scene.question().address();
        boolean askedInVain = scene.reply() != null
                && address != null
                && !scene.reply().wire().unansweredFor(address).isEmpty();
        return findings.stream().allMatch(f -> f.id() == CauseId.NAME_PREFERS_BROKEN_FAMILY)
                || findings.stream().allMatch(f -> OF_SOME_TRIES.contains(f.id()))
                        && scene.symptoms().passes()
                        && !askedInVain;
    }

    /** What was found, the most likely first. */
    public static List<Finding> examine(Scene scene) {
        List<Finding> found = new ArrayList<>();
        for (Cause cause : OF_THE_WALK) {
            for (Finding finding : cause.examine(scene)) {
                if (found.stream().noneMatch(f -> explainsToo(f, finding))) {
                    found.add(finding);
                }
            }
        }
        List<Finding> atTheEnd = new ArrayList<>();
        for (Cause cause : OF_THE_END) {
            // who answers for a doubtful address or name says nothing about the service
            if (atTheEnd.isEmpty() && found.stream().noneMatch(f -> DOUBTFUL_TARGET.contains(f.id()))) {
                atTheEnd.addAll(cause.examine(scene));
            }
        }
        found.addAll(atTheEnd);
        for (Cause cause : WHEN_NOTHING_ELSE) {
            if (found.isEmpty()) {
                found.addAll(cause.examine(scene));
            }
        }
        found.sort((a, b) -> Double.compare(b.confidence(), a.confidence()));
        return found;
    }

    /** What was found although a connection came about. */
    public static List<Finding> thoughItWorks(Scene scene) {
        List<Finding> found = new ArrayList<>();
        for (Cause cause : THOUGH_IT_WORKS) {
            if (found.isEmpty()) {
                found.addAll(cause.examine(scene));
            }
        }
        return found;
    }

    /** The same host's same leg; a request dropped on arrival is about the target's way back too. */
    private static boolean explainsToo(Finding found, Finding later) {
        return found.host().equals(later.host())
                && (found.direction() == later.direction()
                        || later.direction() == Direction.REQUEST && found.direction() == Direction.REPLY);
    }
}
