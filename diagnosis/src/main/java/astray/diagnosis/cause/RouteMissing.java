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
import astray.facts.Coverage;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** There is no route to the destination: the tables were shown, or the kernel said so. */
final class RouteMissing implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            if (leg.fate() instanceof Fate.NoRoute(var proof)) {
                String host = scene.nameOf(leg);
                IpAddress destination = leg.flow().destination();
                Draft draft = new Draft(
                        CauseId.ROUTE_MISSING,
                        leg.direction(),
                        host,
                        0.8,
                        Phrase.of(Say.MISSING_SUMMARY, host, destination));
                draft.subject("destination", destination);
                draft.evidence(0.12, proof, Say.SHOWS_KERNEL_NO_ROUTE, destination);
                tableShown(draft, leg, destination);
                if (leg.direction() == Direction.REPLY) {
                    draft.evidence(0.05, leg.arrival(), Say.SHOWS_ARRIVES, destination);
                }
                Observation<Neighbour> neighbour = neighbour(leg);
                Route used = usedGateway(leg);
                if (used == null) {
                    used = siblingsGateway(scene, leg);
                }
                if (neighbour != null) {
                    mend(
                            draft,
                            leg,
                            destination,
                            neighbour.fact().address(),
                            neighbour.fact().dev());
                } else if (used != null && used.via() != null) {
                    mend(draft, leg, destination, used.via(), devTo(leg, used.via()));
                } else {
                    draft.without(
                            List.of("with a route to " + destination),
                            Outcome.REACHABLE,
                            Phrase.of(Say.WOULD_NEED_ROUTE, destination));
                    String ip = InWords.ip(leg.family());
                    draft.remedy(
                            Phrase.of(Say.REMEDY_NEED_ROUTE, destination),
                            List.of(ip + " neigh show", ip + " route show table all"),
                            List.of(),
                            List.of(),
                            true);
                }
                draft.affects(Prefix.all(leg.family()));
                return draft.found();
            }
        }
        return List.of();
    }

    private static void tableShown(Draft draft, Leg leg, IpAddress destination) {
        for (Observation<Coverage> seen : leg.model().coverageOf(Coverage.Topic.ROUTES)) {
            if (seen.fact().whole()) {
                Observation<Route> first = leg.model().host().of(Route.class).stream()
                        .filter(r -> r.origin().block() == seen.origin().block()
                                && r.origin().document().equals(seen.origin().document()))
                        .findFirst()
                        .orElse(null);
                draft.evidence(0.05, first == null ? seen : first, Say.SHOWS_TABLE_WITHOUT, destination);
                return;
            }
        }
    }

    /** A neighbour that answers on the interface that the packets come in by: most likely the router. */
    private static @Nullable Observation<Neighbour> neighbour(Leg leg) {
        String dev = leg.arrivalDev();
        Observation<Neighbour> found = null;
        for (Observation<Neighbour> seen : leg.model().host().of(Neighbour.class)) {
            Neighbour neighbour = seen.fact();
            boolean usable = neighbour.lladdr() != null
                    && neighbour.address().family() == leg.family()
                    && !neighbour.address().equals(leg.flow().destination())
                    && (dev == null || dev.equals(neighbour.dev()))
                    && leg.to(neighbour.address()).fate() instanceof Fate.Sent sent
                    && sent.leaves();
            if (usable) {
                if (found != null) {
                    return null;
                }
                found = seen;
            }
        }
        return found;
    }

    /** The one gateway that other routes use. */
    private static @Nullable Route usedGateway(Leg leg) {
        Route found = null;
        for (var grounds : leg.model().routes()) {
            Route route = grounds.fact();
            if (route.via() == null
                    || route.via().family() != leg.family()
                    || !route.table().equals(Route.MAIN)) {
                continue;
            }
            if (found != null && !route.via().equals(found.via())) {
                return null;
            }
            found = leg.to(route.via()).fate() instanceof Fate.Sent sent && sent.leaves() ? route : found;
        }
        return found;
    }

    /** The gateway of another host's default route, on a network that both are on. */
    private static @Nullable Route siblingsGateway(Scene scene, Leg leg) {
        Route found = null;
        for (Observation<Route> seen : scene.book().of(Route.class)) {
            Route route = seen.fact();
            if (leg.model().host().owns(seen)
                    || route.via() == null
                    || route.destination().length() > 0
                    || route.via().family() != leg.family()
                    || leg.model().holding(route.via()) != null
                    || devTo(leg, route.via()) == null) {
                continue;
            }
            if (found != null && !route.via().equals(found.via())) {
                return null;
            }
            found = route;
        }
        return found;
    }

    /** The interface on whose own network an address is. */
    private static @Nullable String devTo(Leg leg, IpAddress address) {
        return leg.to(address).fate() instanceof Fate.Sent sent
                        && sent.leaves()
                        && sent.nextHop().equals(address)
                ? sent.dev()
                : null;
    }

    private static void mend(Draft draft, Leg leg, IpAddress destination, IpAddress gateway, @Nullable String dev) {
        String ip = InWords.ip(leg.family());
        String what = InWords.hostRoute(destination, gateway, String.valueOf(dev), Route.MAIN);
        draft.without(
                List.of("with " + what), Outcome.REACHABLE, Phrase.of(Say.WOULD_LEAVE, String.valueOf(dev), gateway));
        draft.remedy(
                Phrase.of(Say.REMEDY_ADD_ROUTE, destination, gateway),
                List.of(ip + " route add " + what),
                List.of(ip + " route del " + what),
                List.of(Phrase.of(Say.EFFECT_ONE_ADDRESS)),
                false);
    }
}
