package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.book.Host;
import astray.diagnosis.walk.Scene;
import astray.facts.Address;
import astray.facts.ConnectAttempt;
import astray.facts.Frame;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Ping;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.Socket;
import astray.facts.Trace;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Packets vanish after a hop, and nobody could look further: said only when nothing of the target was seen. */
final class PathSilentBeyond implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        if (toldUnreachable(scene)
                || seen(scene.target())
                || scene.symptoms().works()
                || scene.symptoms().openedInVain()) {
            return List.of();
        }
        if (scene.symptoms()
                        .any(
                                ConnectAttempt.Outcome.REFUSED,
                                ConnectAttempt.Outcome.CONNECTED,
                                ConnectAttempt.Outcome.NAME_UNRESOLVED)
                || scene.symptoms().pings().stream().anyMatch(p -> answered(p.fact()) || complained(p.fact()))) {
            return List.of();
        }
        for (Observation<Trace> trace : scene.symptoms().traces()) {
            Hop last = trace.fact().lastAnswered();
            if (last == null || last.address() == null || !isSilentAfter(trace.fact(), last)) {
                continue;
            }
            Draft draft = new Draft(
                    CauseId.PATH_SILENT_BEYOND,
                    Direction.REQUEST,
                    "path",
                    0.6,
                    Phrase.of(Say.SILENT_SUMMARY, scene.targetName(), last.address()));
            draft.subject("hop", last.address());
            draft.evidence(0.1, trace, Say.SHOWS_TRACE_SILENT, scene.targetName(), last.address());
            draft.evidence(0.05, scene.symptoms().failure(), Say.SHOWS_ATTEMPT_FAILED);
            Observation<Ping> ping =
                    scene.symptoms().pings().stream().findFirst().orElse(null);
            draft.evidence(0.05, ping, Say.SHOWS_PING_LOST);
            Comparison comparison = Comparison.of(scene);
            if (comparison != null) {
                draft.evidence(
                        0,
                        comparison.arriving(),
                        Say.SHOWS_TRACE_SIBLING,
                        comparison.sibling(),
                        comparison.arrivedAt());
            }
            draft.without(
                    List.of("with an answer from beyond " + last.address()),
                    Outcome.REACHABLE,
                    Phrase.of(Say.WOULD_GO_ON, scene.targetName()));
            draft.remedy(
                    Phrase.of(Say.REMEDY_LOOK_BEYOND, scene.targetName(), scene.askerName()),
                    List.of("ip route get "
                            + (scene.question().peer() == null
                                    ? "PEER"
                                    : scene.question().peer())
                            + "; ip addr; ip neigh; ss -ltn"),
                    List.of(),
                    List.of(),
                    true);
            if (scene.question().address() != null) {
                draft.affects(Prefix.host(scene.question().address()));
            }
            return draft.found();
        }
        return List.of();
    }

    private static boolean answered(Ping ping) {
        return ping.received() != null && ping.received() > 0;
    }

    /** A router that says that it goes no further is not silent. */
    private static boolean complained(Ping ping) {
        return ping.errors().stream()
                .anyMatch(e ->
                        e.from() != null && e.text().toLowerCase(Locale.ROOT).contains("unreachable"));
    }

    /** Whether a capture at the asker shows a router's ICMP error about the target. */
    private static boolean toldUnreachable(Scene scene) {
        IpAddress address = scene.question().address();
        return scene.request() != null
                && address != null
                && scene.request().wire().frames().stream()
                        .anyMatch(f -> f.fact().body() instanceof Frame.Icmp icmp
                                && icmp.details().contains(address + " unreachable"));
    }

    /** Whether anything of the target itself was shown: then it is there that one has to look. */
    private static boolean seen(@Nullable Host target) {
        return target != null
                && (!target.of(Address.class).isEmpty()
                        || !target.of(Route.class).isEmpty()
                        || !target.of(Socket.class).isEmpty()
                        || !target.of(Frame.class).isEmpty());
    }

    /** At least two hops after it stayed silent, and it did not itself say that it goes no further. */
    private static boolean isSilentAfter(Trace trace, Hop last) {
        boolean complained = last.probes().stream().anyMatch(p -> p.mark() != null);
        return !complained && !trace.reached() && trace.hops().getLast().ttl() >= last.ttl() + 2;
    }
}
