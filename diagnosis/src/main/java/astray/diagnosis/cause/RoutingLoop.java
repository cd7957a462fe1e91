package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Ping;
import astray.facts.Prefix;
import astray.facts.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same router answers again with a larger time to live, others or nobody between. A packet that may go as far as any
 * and dies of age on the way has been going round too, and the router where it died is on the loop.
 */
final class RoutingLoop implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        Observation<Ping> aged = aged(scene);
        for (Observation<Trace> seen : scene.symptoms().traces()) {
            Set<IpAddress> loop = seen.fact().reached() ? Set.of() : loop(seen.fact());
            if (loop.isEmpty()) {
                continue;
            }
            IpAddress died = aged == null ? null : whereAged(aged.fact());
            if (died != null) {
                loop.add(died);
            }
            if (loop.size() > 1) {
                return found(scene, seen, aged, new ArrayList<>(loop));
            }
        }
        return List.of();
    }

    private static List<Finding> found(
            Scene scene, Observation<Trace> seen, @Nullable Observation<Ping> aged, List<IpAddress> loop) {
        List<String> hops = loop.stream().map(IpAddress::toString).toList();
        Draft draft = new Draft(
                CauseId.ROUTING_LOOP,
                Direction.REQUEST,
                "path",
                0.8,
                Phrase.of(Say.LOOP_SUMMARY, loop, scene.targetName()));
        draft.listSubject("hops", hops);
        draft.evidence(0.1, seen, Say.SHOWS_LOOP, loop);
        draft.evidence(0.05, aged, Say.SHOWS_AGED);
        draft.without(
                List.of("without the loop between " + String.join(", ", hops)),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_GO_ON, scene.targetName()));
        IpAddress address = scene.question().address();
        if (address != null) {
            draft.remedy(
                    Phrase.of(Say.REMEDY_LOOP, address),
                    List.of("ip route get " + address),
                    List.of(),
                    List.of(),
                    true);
            draft.affects(Prefix.host(address));
        }
        return draft.found();
    }

    /** On a running host, where it is known how far the packets might go: an echo request that died of age. */
    private static @Nullable Observation<Ping> aged(Scene scene) {
        Leg request = scene.request();
        if (request == null || request.model().watch() == null) {
            return null;
        }
        for (Observation<Ping> seen : scene.symptoms().pings()) {
            if (whereAged(seen.fact()) != null) {
                return seen;
            }
        }
        return null;
    }

    private static @Nullable IpAddress whereAged(Ping ping) {
        for (Ping.Complaint complaint : ping.errors()) {
            if (complaint.from() != null
                    && (complaint.text().startsWith("Time to live exceeded")
                            || complaint.text().startsWith("Time exceeded: Hop limit"))) {
                return IpAddress.parse(complaint.from());
            }
        }
        return null;
    }

    /** The addresses from the first that comes back later until then; empty where none does. */
    private static Set<IpAddress> loop(Trace trace) {
        List<Hop> hops = trace.hops();
        for (int i = 0; i < hops.size(); i++) {
            IpAddress first = hops.get(i).address();
            for (int j = i + 2; first != null && j < hops.size(); j++) {
                if (!first.equals(hops.get(j).address())) {
                    continue;
                }
                Set<IpAddress> loop = new LinkedHashSet<>();
                boolean left = false;
                for (Hop hop : hops.subList(i, j)) {
                    left |= !first.equals(hop.address());
                    if (hop.address() != null) {
                        loop.add(hop.address());
                    }
                }
                if (left) {
                    return loop;
                }
            }
        }
        return new LinkedHashSet<>();
    }
}
