package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Route;
import java.util.List;

/** A blackhole, unreachable or prohibit route takes the packet. */
final class RouteDiscards implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            if (leg.fate() instanceof Fate.Discarded(var discarding)) {
                Route route = discarding.fact();
                String host = scene.nameOf(leg);
                Draft draft = new Draft(
                        CauseId.ROUTE_DISCARDS,
                        leg.direction(),
                        host,
                        0.9,
                        Phrase.of(
                                Say.DISCARDS_SUMMARY,
                                route.type().word(),
                                route.destination(),
                                host,
                                leg.flow().destination()));
                draft.subject("destination", leg.flow().destination())
                        .subject("prefix", route.destination())
                        .subject("type", route.type().word());
                draft.evidence(
                        0.05,
                        discarding.shown(),
                        Say.SHOWS_ROUTE_DISCARDS,
                        route.type().word(),
                        route.destination());
                draft.affects(route.destination());
                Leg walked = leg.in(leg.routing().without(route));
                boolean unseen = walked.fate() instanceof Fate.ByUnseenDefault;
                if (unseen || walked.fate() instanceof Fate.Sent sent && sent.leaves()) {
                    draft.without(
                            List.of("without " + InWords.of(route)),
                            Outcome.REACHABLE,
                            walked.fate() instanceof Fate.Sent sent
                                    ? Phrase.of(Say.WOULD_LEAVE, sent.dev(), sent.nextHop())
                                    : Phrase.of(
                                            Say.WOULD_LEAVE_BY_UNSEEN_DEFAULT,
                                            leg.flow().destination()));
                    String ip = InWords.ip(leg.family());
                    draft.remedy(
                            Phrase.of(Say.REMEDY_DROP_DISCARD, route.type().word(), route.destination()),
                            List.of(ip + " route del " + InWords.of(route)),
                            List.of(ip + " route add " + InWords.of(route)),
                            List.of(Phrase.of(Say.EFFECT_MEANT_TO_BLOCK, route.destination())),
                            false);
                }
                return draft.found();
            }
        }
        return List.of();
    }
}
