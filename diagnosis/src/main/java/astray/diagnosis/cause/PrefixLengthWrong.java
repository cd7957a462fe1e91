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

/**
 * A connected prefix is so wide that a remote address looks on-link: nobody answers for it there, and without that
 * prefix it would go through a gateway on the very same interface.
 */
final class PrefixLengthWrong implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            if (!(leg.fate() instanceof Fate.Sent sent)
                    || sent.exit() != Fate.Exit.NEIGHBOUR_SILENT
                    || sent.route().fact().via() != null
                    || !"kernel".equals(sent.route().fact().protocol())) {
                continue;
            }
            Route route = sent.route().fact();
            Fate otherwise = leg.in(leg.routing().without(route)).fate();
            if (!(otherwise instanceof Fate.Sent other)
                    || !other.dev().equals(sent.dev())
                    || other.route().fact().via() == null
                    || !isRemote(scene, leg)) {
                continue;
            }
            String host = scene.nameOf(leg);
            Draft draft = new Draft(
                    CauseId.PREFIX_LENGTH_WRONG,
                    leg.direction(),
                    host,
                    0.65,
                    Phrase.of(
                            Say.PREFIX_SUMMARY,
                            host,
                            sent.dev(),
                            route.destination(),
                            leg.flow().destination()));
            draft.subject("interface", sent.dev()).subject("prefix", route.destination());
            draft.evidence(
                    0.05,
                    sent.route().shown(),
                    Say.SHOWS_ROUTE_HOLDS,
                    route.destination(),
                    leg.flow().destination());
            draft.evidence(0.1, sent.proof(), Say.SHOWS_NEIGHBOUR_SILENT, sent.nextHop(), sent.dev());
            draft.without(
                    List.of("without " + InWords.of(route)),
                    other.leaves() ? Outcome.REACHABLE : Outcome.UNREACHABLE,
                    Phrase.of(Say.WOULD_LEAVE, other.dev(), other.nextHop()));
            if (other.leaves()) {
                String ip = InWords.ip(leg.family());
                String what = InWords.hostRoute(leg.flow().destination(), other.nextHop(), other.dev(), Route.MAIN);
                draft.remedy(
                        Phrase.of(Say.REMEDY_HOST_ROUTE, leg.flow().destination(), other.dev()),
                        List.of(ip + " route add " + what),
                        List.of(ip + " route del " + what),
                        List.of(Phrase.of(Say.EFFECT_ONE_ADDRESS)),
                        false);
            }
            draft.affects(route.destination());
            return draft.found();
        }
        return List.of();
    }

    /** Whether the two ends are known to be on different links: a router answers between, or the other's prefix says so. */
    private static boolean isRemote(Scene scene, Leg leg) {
        boolean router = scene.symptoms().traces().stream()
                .anyMatch(t -> t.fact().hops().stream()
                        .anyMatch(h -> h.address() != null
                                && !h.address().equals(t.fact().address())));
        Leg other = leg == scene.reply() ? scene.request() : scene.reply();
        var held = other == null ? null : other.model().holding(leg.flow().destination());
        boolean narrower = held != null
                && leg.flow().source() != null
                && !held.fact().prefix().contains(leg.flow().source());
        return router || narrower;
    }
}
