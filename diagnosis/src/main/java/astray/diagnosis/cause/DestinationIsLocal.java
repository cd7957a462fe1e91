package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Address;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The destination is one of the sender's own addresses, so that the packet never leaves. */
final class DestinationIsLocal implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            // facts of which nobody said a host may be of two hosts
            if (leg.fate() instanceof Fate.ToItself(var local)
                    && leg.model().host() != scene.cast().nameless()
                    && scene.asker() != scene.target()
                    && !isItself(leg)) {
                Route route = local.fact();
                Observation<Address> address = leg.model().holding(leg.flow().destination());
                String dev = address == null ? route.dev() : address.fact().dev();
                String host = scene.nameOf(leg);
                Draft draft = new Draft(
                        CauseId.DESTINATION_IS_LOCAL,
                        leg.direction(),
                        host,
                        0.85,
                        Phrase.of(Say.LOCAL_SUMMARY, leg.flow().destination(), host, dev == null ? "lo" : dev));
                draft.subject("address", leg.flow().destination()).subject("interface", dev);
                draft.evidence(0.07, address, Say.SHOWS_HELD, leg.flow().destination(), dev == null ? "lo" : dev);
                draft.evidence(
                        0.05, local.shown(), Say.SHOWS_LOCAL_ROUTE, leg.flow().destination());
                prove(draft, leg, route, address, dev);
                draft.affects(Prefix.host(leg.flow().destination()));
                return draft.found();
            }
        }
        return List.of();
    }

    /** Who asks why this very host, or its loopback address, does not reach it means it. */
    private static boolean isItself(Leg leg) {
        return leg.flow().destination().isLoopback()
                || leg.direction() == Direction.REPLY
                        && leg.flow().destination().equals(leg.flow().source());
    }

    private static void prove(
            Draft draft, Leg leg, Route route, @Nullable Observation<Address> address, @Nullable String dev) {
        Leg walked = leg.in(leg.routing().without(route));
        if (!(walked.fate() instanceof Fate.Sent sent && sent.leaves()
                || walked.fate() instanceof Fate.ByUnseenDefault)) {
            return;
        }
        Phrase where = walked.fate() instanceof Fate.Sent sent
                ? Phrase.of(Say.WOULD_LEAVE, sent.dev(), sent.nextHop())
                : Phrase.of(Say.WOULD_LEAVE_BY_UNSEEN_DEFAULT, leg.flow().destination());
        if (address == null
                && !route.destination().equals(Prefix.host(leg.flow().destination()))) {
            // a whole prefix was made local by a route: no address is there to be taken away
            String what = InWords.of(route);
            draft.without(List.of("without " + what), Outcome.REACHABLE, where);
            draft.remedy(
                    Phrase.of(Say.REMEDY_DROP_ROUTE, route.destination(), dev == null ? "lo" : dev),
                    List.of(InWords.ip(leg.family()) + " route del " + what),
                    List.of(InWords.ip(leg.family()) + " route add " + what),
                    List.of(Phrase.of(Say.EFFECT_SERVICES_ON_ADDRESS, route.destination())),
                    false);
            return;
        }
        String held =
                address == null ? leg.flow().destination() + "/" + leg.family().bits() : InWords.of(address.fact());
        String on = dev == null ? "lo" : dev;
        draft.without(List.of("without " + held + " dev " + on), Outcome.REACHABLE, where);
        draft.remedy(
                Phrase.of(Say.REMEDY_DROP_ADDRESS, leg.flow().destination(), on),
                List.of(InWords.ip(leg.family()) + " addr del " + held + " dev " + Shell.word(on)),
                List.of(InWords.ip(leg.family()) + " addr add " + held + " dev " + Shell.word(on)),
                List.of(Phrase.of(Say.EFFECT_SERVICES_ON_ADDRESS, leg.flow().destination())),
                false);
    }
}
