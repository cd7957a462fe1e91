package astray.diagnosis.cause;

import astray.diagnosis.Direction;
import astray.diagnosis.Say;
import astray.diagnosis.ask.Retry;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.ConnectAttempt;
import astray.facts.Observation;
import astray.facts.Ping;
import astray.facts.Socket;
import astray.facts.Trace;
import java.util.ArrayList;
import java.util.List;

/** That what a host sent to the other end got lost, as the host that sent it saw it. */
final class Silence {
    private Silence() {}

    /** Whether the way that a leg walks is known not to work: its packets are not answered. */
    static boolean isBroken(Scene scene, Leg leg) {
        if (leg.direction() == Direction.REQUEST) {
            return scene.symptoms()
                            .any(
                                    ConnectAttempt.Outcome.TIMED_OUT,
                                    ConnectAttempt.Outcome.NO_ROUTE_TO_HOST,
                                    ConnectAttempt.Outcome.NETWORK_UNREACHABLE)
                    || scene.symptoms().attempts().isEmpty() && scene.symptoms().fails();
        }
        return !scene.symptoms().halfOpen().isEmpty()
                || !stuck(leg).isEmpty()
                || scene.symptoms().any(ConnectAttempt.Outcome.TIMED_OUT)
                || pings(leg).stream().anyMatch(p -> lost(p.fact()));
    }

    /** Whether nobody at all answered: no echo came back, no hop of a trace, nothing of the other end in a capture. */
    static boolean isTotal(Scene scene, Leg leg) {
        if (!isBroken(scene, leg) || leg.arrival() != null && leg.direction() == Direction.REQUEST) {
            return false;
        }
        boolean tried = false;
        for (Observation<Trace> seen : traces(scene, leg)) {
            if (seen.fact().hops().isEmpty()) {
                continue;
            }
            if (seen.fact().lastAnswered() != null) {
                return false;
            }
            tried = true;
        }
        for (Observation<Ping> seen : pings(scene, leg)) {
            boolean told = seen.fact().errors().stream().anyMatch(e -> e.from() != null);
            if (told || !lost(seen.fact())) {
                return false;
            }
            tried = true;
        }
        for (Observation<ConnectAttempt> seen : scene.symptoms().attempts()) {
            if (seen.fact().errorFrom() != null) {
                return false;
            }
        }
        return tried || !scene.symptoms().halfOpen().isEmpty();
    }

    /** The traces from a leg's host towards its destination. */
    static List<Observation<Trace>> traces(Scene scene, Leg leg) {
        if (leg.direction() == Direction.REQUEST) {
            return scene.symptoms().traces();
        }
        return leg.model().host().of(Trace.class).stream()
                .filter(t -> leg.flow().destination().equals(t.fact().address()))
                .toList();
    }

    private static List<Observation<Ping>> pings(Scene scene, Leg leg) {
        return leg.direction() == Direction.REQUEST ? scene.symptoms().pings() : pings(leg);
    }

    private static List<Observation<Ping>> pings(Leg leg) {
        return leg.model().host().of(Ping.class).stream()
                .filter(p -> leg.flow().destination().equals(p.fact().address()))
                .toList();
    }

    private static boolean lost(Ping ping) {
        return Integer.valueOf(0).equals(ping.received());
    }

    /** Open connections with the other end whose segments are no longer acknowledged. */
    static List<Observation<Socket>> stuck(Leg leg) {
        List<Observation<Socket>> stuck = new ArrayList<>();
        for (Observation<Socket> seen : leg.model().sockets()) {
            Socket socket = seen.fact();
            if (socket.established()
                    && socket.remote() != null
                    && leg.flow().destination().equals(socket.remote().address())
                    && socket.progress() != null
                    && socket.progress().retransmits() > 0) {
                stuck.add(seen);
            }
        }
        return stuck;
    }

    /** Adds what shows it. */
    static void evidence(Draft draft, Scene scene, Leg leg) {
        for (Observation<Trace> seen : traces(scene, leg)) {
            if (!seen.fact().hops().isEmpty() && seen.fact().lastAnswered() == null) {
                draft.evidence(0.1, seen, Say.SHOWS_TRACE_ALL_SILENT, leg.flow().destination());
                break;
            }
        }
        for (Observation<Ping> seen : pings(scene, leg)) {
            if (lost(seen.fact())) {
                draft.evidence(0.05, seen, Say.SHOWS_PING_LOST);
                break;
            }
        }
        if (leg.direction() == Direction.REQUEST) {
            draft.evidence(0.05, scene.symptoms().failure(), Say.SHOWS_ATTEMPT_FAILED);
        }
        unacknowledged(draft, scene, leg);
    }

    /** Adds the connections of the peer that came half way, and the open ones that hang. */
    static void unacknowledged(Draft draft, Scene scene, Leg leg) {
        if (leg.direction() != Direction.REPLY) {
            return;
        }
        var halfOpen = scene.symptoms().halfOpen();
        if (!halfOpen.isEmpty()) {
            draft.evidence(
                    0.1,
                    halfOpen.getFirst(),
                    Say.SHOWS_HALF_OPEN,
                    halfOpen.size(),
                    leg.flow().destination());
        }
        var retries = scene.symptoms().retries();
        if (!retries.isEmpty()) {
            Retry retry = retries.getFirst();
            draft.evidence(
                    0.1,
                    retry.last(),
                    retry.answered() ? Say.SHOWS_ANSWER_LOST : Say.SHOWS_TRIED_AGAIN,
                    leg.flow().destination(),
                    retry.times());
        }
        var stuck = stuck(leg);
        if (!stuck.isEmpty()) {
            draft.evidence(
                    0.05, stuck.getFirst(), Say.SHOWS_SESSION_STUCK, leg.flow().destination());
        }
        var moved = leg.model().moved("TcpExtTCPSynRetrans");
        if (moved != null && !halfOpen.isEmpty()) {
            draft.evidence(
                    0.02,
                    moved,
                    Say.SHOWS_MOVED,
                    moved.fact().by(),
                    moved.fact().name());
        }
    }

    /** A counter that counts drops of this kind: that it moved while it was watched tells more than that it is not 0. */
    static void counter(Draft draft, Leg leg, String name, double weight) {
        var moved = leg.model().moved(name);
        if (moved != null) {
            draft.evidence(weight, moved, Say.SHOWS_MOVED, moved.fact().by(), name);
            return;
        }
        var counted = leg.model().counted(name);
        if (counted != null && !leg.model().stoodStill(name)) {
            draft.evidence(
                    weight / 3, counted, Say.SHOWS_COUNTED, counted.fact().value());
        }
    }
}
