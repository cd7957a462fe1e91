package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Scene;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Trace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The same routers answer again and again with rising time-to-live. */
final class RoutingLoop implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        for (Observation<Trace> seen : scene.symptoms().traces()) {
            Set<IpAddress> loop = loop(seen.fact());
            if (loop.size() < 2 || seen.fact().reached()) {
                continue;
            }
            String hops =
                    String.join(", ", loop.stream().map(IpAddress::toString).toList());
            Draft draft = new Draft(
                    CauseId.ROUTING_LOOP,
                    Direction.REQUEST,
                    "path",
                    0.8,
                    Phrase.of(Say.LOOP_SUMMARY, new ArrayList<>(loop), scene.targetName()));
            draft.listSubject("hops", loop.stream().map(IpAddress::toString).toList());
            draft.evidence(0.1, seen, Say.SHOWS_LOOP, new ArrayList<>(loop));
            draft.without(
                    List.of("without the loop between " + hops),
                    Outcome.REACHABLE,
                    Phrase.of(Say.WOULD_GO_ON, scene.targetName()));
            if (scene.question().address() != null) {
                draft.remedy(
                        Phrase.of(Say.REMEDY_LOOP, scene.question().address()),
                        List.of("ip route get " + scene.question().address()),
                        List.of(),
                        List.of(),
                        true);
                draft.affects(Prefix.host(scene.question().address()));
            }
            return draft.found();
        }
        return List.of();
    }

    /** The addresses that come back after another one answered in between. */
    private static Set<IpAddress> loop(Trace trace) {
        List<IpAddress> order = new ArrayList<>();
        for (Hop hop : trace.hops()) {
            IpAddress address = hop.address();
            if (address != null) {
                order.add(address);
            }
        }
        Set<IpAddress> loop = new LinkedHashSet<>();
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 2; j < order.size(); j++) {
                if (order.get(i).equals(order.get(j)) && !order.get(i + 1).equals(order.get(i))) {
                    loop.addAll(order.subList(i, j));
                    return loop;
                }
            }
        }
        return loop;
    }
}
