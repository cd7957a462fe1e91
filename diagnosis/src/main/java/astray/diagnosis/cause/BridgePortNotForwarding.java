package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.BridgePort;
import astray.facts.Observation;
import java.util.List;

/** The packet leaves by a bridge none of whose ports forwards, or whose silent neighbour is behind one that does not. */
final class BridgePortNotForwarding implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            if (!(leg.fate() instanceof Fate.Sent sent) || sent.leaves()) {
                continue;
            }
            List<Observation<BridgePort>> stopped = leg.model().host().of(BridgePort.class).stream()
                    .filter(p ->
                            p.fact().bridge().equals(sent.dev()) && !p.fact().forwards())
                    .toList();
            if (stopped.size() != 1) {
                continue;
            }
            Observation<BridgePort> port = stopped.getFirst();
            String dev = port.fact().dev();
            Draft draft = new Draft(
                    CauseId.BRIDGE_PORT_NOT_FORWARDING,
                    leg.direction(),
                    scene.nameOf(leg),
                    0.75,
                    Phrase.of(Say.PORT_SUMMARY, dev, sent.dev(), port.fact().state()));
            draft.subject("bridge", sent.dev()).subject("interface", dev);
            draft.evidence(0.1, port, Say.SHOWS_PORT_STATE, dev, port.fact().state());
            draft.evidence(0.05, sent.proof(), Say.SHOWS_NEIGHBOUR_SILENT, sent.nextHop(), sent.dev());
            draft.without(
                    List.of("with " + dev + " in state forwarding"),
                    Outcome.REACHABLE,
                    Phrase.of(Say.WOULD_LEAVE_ON_LINK, dev));
            draft.remedy(
                    Phrase.of(Say.REMEDY_PORT, dev),
                    List.of("bridge link set dev " + Shell.word(dev) + " state 3"),
                    List.of("bridge link set dev " + Shell.word(dev) + " state 0"),
                    List.of(Phrase.of(Say.EFFECT_LOOPS, dev)),
                    false);
            draft.affects(astray.facts.Prefix.host(sent.nextHop()));
            return draft.found();
        }
        return List.of();
    }
}
