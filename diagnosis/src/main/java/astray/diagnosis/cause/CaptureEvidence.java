package astray.diagnosis.cause;

import astray.diagnosis.Direction;
import astray.diagnosis.Evidence;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Ingress;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.diagnosis.wire.Asking;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.RouteLookup;
import astray.facts.Socket;
import java.time.Duration;
import java.util.stream.Collectors;

/** What speaks for a packet having gone into the wrong interface. */
final class CaptureEvidence {
    private CaptureEvidence() {}

    static void add(Draft draft, Scene scene, Leg leg, Fate.Sent sent) {
        var destination = leg.flow().destination();
        for (Asking asking : leg.unanswered()) {
            if (asking.about().equals(sent.nextHop())
                    && (asking.dev() == null || asking.dev().equals(sent.dev()))) {
                draft.evidence(0.2, ofAsking(scene, asking));
            }
        }
        Observation<Neighbour> neighbour = leg.model().neighbour(sent.nextHop(), sent.dev());
        if (neighbour != null && neighbour.fact().state().unanswered()) {
            draft.evidence(0.15, neighbour, Say.SHOWS_NEIGHBOUR_SILENT, sent.nextHop(), sent.dev());
        }
        for (Observation<RouteLookup> lookup : leg.model().host().of(RouteLookup.class)) {
            var route = lookup.fact().route();
            if (destination.equals(lookup.fact().destination())
                    && route != null
                    && sent.dev().equals(route.dev())) {
                draft.evidence(0.1, lookup, Say.SHOWS_KERNEL_CHOOSES, destination, sent.dev());
                break;
            }
        }
        if (leg.direction() == Direction.REPLY) {
            var arrival = leg.arrival();
            if (arrival != null
                    && arrival.fact().dev() != null
                    && !arrival.fact().dev().equals(sent.dev())) {
                draft.evidence(
                        0.15,
                        arrival,
                        Say.SHOWS_ARRIVES_ELSEWHERE,
                        destination,
                        arrival.fact().dev());
            } else if (arrival != null && arrival.fact().dev() == null) {
                draft.evidence(0.1, arrival, Say.SHOWS_ARRIVES, destination);
            }
        } else {
            draft.evidence(0.1, leg.wire().departure(destination), Say.SHOWS_LEAVES, destination, sent.dev());
        }
        if (leg.direction() == Direction.REPLY) {
            atTheDoor(draft, scene, leg);
        }
        draft.evidence(0.05, leg.wire().selfComplaint(destination), Say.SHOWS_SELF_COMPLAINT, destination);
        if (sent.exit() == Fate.Exit.NO_CARRIER && sent.proof() != null) {
            draft.evidence(0.05, sent.proof(), Say.SHOWS_NO_CARRIER, sent.dev());
        }
        addComparison(draft, scene);
        addSessionElsewhere(draft, scene, leg);
        addSibling(draft, scene);
        addSymptom(draft, scene);
    }

    /** What becomes of the peer's requests where they come in: a strict rp_filter drops them, or they are half opened. */
    private static void atTheDoor(Draft draft, Scene scene, Leg leg) {
        String arrival = leg.arrivalDev();
        if (arrival != null) {
            Ingress ingress = Ingress.at(leg, arrival);
            if (ingress.admission().filtered()) {
                draft.evidence(
                        0.1,
                        ingress.setting(),
                        Say.SHOWS_RP_FILTER_DROPS,
                        leg.flow().destination(),
                        arrival);
                Silence.counter(draft, leg, "TcpExtIPReversePathFilter", 0.15);
            }
        }
        Silence.unacknowledged(draft, scene, leg);
    }

    /** All requests of an asking as one piece of evidence. */
    static Evidence ofAsking(Scene scene, Asking asking) {
        var first = asking.requests().getFirst();
        String text =
                asking.requests().stream().limit(5).map(r -> r.origin().text()).collect(Collectors.joining("\n"));
        Duration gap = asking.gap();
        long count = asking.count();
        Phrase shows = gap == null
                ? Phrase.of(Say.SHOWS_ASKED_IN_VAIN, count, asking.about())
                : Phrase.of(Say.SHOWS_ASKED_IN_VAIN_EVERY, count, asking.about(), gap);
        Evidence plain = Evidence.of(first);
        return new Evidence(
                plain.source(),
                plain.host(),
                scene.calendar().ofFrame(first),
                plain.document(),
                plain.line(),
                text,
                shows);
    }

    private static void addComparison(Draft draft, Scene scene) {
        Comparison comparison = Comparison.of(scene);
        if (comparison == null) {
            return;
        }
        String last = comparison.lastHop() == null || comparison.lastHop().address() == null
                ? "-"
                : comparison.lastHop().address().toString();
        draft.evidence(0.1, comparison.silent(), Say.SHOWS_TRACE_COMPARED, last, comparison.sibling());
    }

    private static void addSibling(Draft draft, Scene scene) {
        Comparison comparison = Comparison.of(scene);
        if (comparison != null) {
            draft.evidence(
                    0.05, comparison.arriving(), Say.SHOWS_TRACE_SIBLING, comparison.sibling(), comparison.arrivedAt());
        }
    }

    /** The same peer has an open connection to another host: its own side and most of the way are fine. */
    private static void addSessionElsewhere(Draft draft, Scene scene, Leg leg) {
        for (Observation<Socket> seen : scene.book().of(Socket.class)) {
            Socket socket = seen.fact();
            if (socket.established()
                    && socket.remote() != null
                    && leg.flow().destination().equals(socket.remote().address())
                    && !leg.model().host().owns(seen)) {
                String where = seen.origin().host() == null
                        ? socket.local().where()
                        : seen.origin().host();
                draft.evidence(
                        0.05, seen, Say.SHOWS_SESSION_ELSEWHERE, leg.flow().destination(), where);
                return;
            }
        }
    }

    private static void addSymptom(Draft draft, Scene scene) {
        var failure = scene.symptoms().failure();
        if (failure != null) {
            draft.evidence(0.03, failure, Say.SHOWS_ATTEMPT_FAILED);
        }
    }
}
