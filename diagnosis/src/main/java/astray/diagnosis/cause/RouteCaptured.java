package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.TimelineEntry;
import astray.diagnosis.model.Filters;
import astray.diagnosis.model.Routing;
import astray.diagnosis.time.Timeline;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Ingress;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Hop;
import astray.facts.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A more specific, connected or better route leads into the wrong interface. Told by the walk: without that route
 * the packet would leave by another interface, by which the other side's packets come in or are expected to; and by
 * what the wrong interface does with it: nobody answers there, or there is nobody.
 */
final class RouteCaptured implements Cause {
    private static final double ENOUGH = 0.5;
    private static final String FILTERED = "TcpExtIPReversePathFilter";

    /** What the walk comes to without the route. */
    private record Alternative(Leg leg, @Nullable String dev) {}

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            if (leg.fate() instanceof Fate.Sent sent
                    && sent.route().fact().type() == Route.Type.UNICAST
                    && (sent.rule() == null || isOrdinary(sent))) {
                List<Finding> found = examine(scene, leg, sent);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    /** A table that a special rule leads to is the rule's fault, unless the rule is for everybody. */
    private static boolean isOrdinary(Fate.Sent sent) {
        return sent.rule() == null
                || sent.rule().implied()
                || Route.MAIN.equals(sent.rule().fact().table())
                || "default".equals(sent.rule().fact().table())
                || sent.rule().fact().from() == null && sent.rule().fact().to() == null
                || isNarrowerInTable(sent);
    }

    /** In a policy table a connected prefix beside its default route can clash just as in the main table. */
    private static boolean isNarrowerInTable(Fate.Sent sent) {
        return sent.route().fact().destination().length() > 0;
    }

    private List<Finding> examine(Scene scene, Leg leg, Fate.Sent sent) {
        Route route = sent.route().fact();
        Alternative other = without(leg, route, sent.dev());
        if (other == null || sent.dev().equals(other.dev())) {
            return List.of();
        }
        String arrival = leg.direction() == Direction.REPLY ? leg.arrivalDev() : null;
        if (sent.dev().equals(arrival)) {
            return List.of();
        }
        Owner owner = Owner.of(sent.dev(), leg.model());
        boolean deadEnd = sent.exit() == Fate.Exit.NEIGHBOUR_SILENT
                || sent.exit() == Fate.Exit.NO_CARRIER
                || sent.exit() == Fate.Exit.LINK_DOWN;
        boolean strange = arrival != null && !arrival.equals(sent.dev());
        boolean filtered = arrival != null && strange && isFiltered(leg, arrival);
        boolean fails =
                scene.symptoms().fails() || filtered || !Silence.stuck(leg).isEmpty();
        if (!deadEnd && !(strange && fails) && !isDeadTunnel(scene, leg, owner)) {
            return List.of();
        }
        String host = scene.nameOf(leg);
        Draft draft = new Draft(
                CauseId.ROUTE_CAPTURED, leg.direction(), host, deadEnd ? 0.55 : 0.4, summary(leg, sent, other));
        draft.subject("destination", leg.flow().destination())
                .subject("prefix", route.destination())
                .subject("interface", sent.dev())
                .subject("owner", owner.name());
        evidence(draft, scene, leg, sent, owner, other);
        if (draft.confidence() < ENOUGH) {
            return List.of();
        }
        counterfactual(draft, leg, sent, other);
        CaptureRemedies.add(draft, scene, leg, sent, owner, other.leg().fate());
        draft.affects(route.destination());
        spared(draft, scene, route);
        if (owner.kind() == Owner.Kind.DOCKER && DockerPools.slotOf(route.destination()) > 0) {
            draft.note(Phrase.of(
                    Say.NOTE_DOCKER_SLOT,
                    route.destination(),
                    DockerPools.slotOf(route.destination()),
                    DockerPools.count(),
                    DockerPools.next(route.destination(), FreeRange.used(scene), 2)));
        }
        draft.since(since(scene, leg, sent.dev()));
        return draft.found();
    }

    private static Phrase summary(Leg leg, Fate.Sent sent, Alternative other) {
        boolean reply = leg.direction() == Direction.REPLY;
        if (other.dev() == null) {
            return Phrase.of(
                    reply ? Say.CAPTURED_REPLY : Say.CAPTURED_REQUEST,
                    leg.flow().destination(),
                    sent.dev(),
                    sent.route().fact().destination());
        }
        return Phrase.of(
                reply ? Say.CAPTURED_REPLY_INSTEAD : Say.CAPTURED_REQUEST_INSTEAD,
                leg.flow().destination(),
                sent.dev(),
                sent.route().fact().destination(),
                other.dev());
    }

    /** Takes the route away, and its like on the same interface, until the packet goes elsewhere. */
    private static @Nullable Alternative without(Leg leg, Route route, String dev) {
        Routing routing = leg.routing();
        Route next = route;
        for (int i = 0; i < 3; i++) {
            routing = routing.without(next);
            Leg walked = leg.in(routing);
            if (walked.fate() instanceof Fate.ByUnseenDefault) {
                return new Alternative(walked, null);
            }
            if (!(walked.fate() instanceof Fate.Sent sent)) {
                return null;
            }
            if (!sent.dev().equals(dev)) {
                return new Alternative(walked, sent.dev());
            }
            next = sent.route().fact();
        }
        return null;
    }

    /** A strict rp_filter drops the peer's requests where they come in, and counts them: the capture's other face. */
    private static boolean isFiltered(Leg leg, String arrival) {
        return Ingress.at(leg, arrival).admission().filtered()
                && (leg.model().moved(FILTERED) != null || leg.arrival() != null);
    }

    /** A tunnel from which nothing ever comes back, though all goes into it. */
    private static boolean isDeadTunnel(Scene scene, Leg leg, Owner owner) {
        if (!owner.kind().isTunnel() || !scene.symptoms().fails()) {
            return false;
        }
        boolean allSilent = scene.symptoms().traces().stream()
                .anyMatch(t -> t.fact().hops().stream().noneMatch(Hop::answered));
        boolean nothingBack = leg.wire().departure(leg.flow().destination()) != null && leg.arrival() == null;
        boolean unheard = Silence.isTotal(scene, leg) && Filters.on(leg.model().host()) != Filters.SOME;
        return allSilent || nothingBack || unheard;
    }

    private static void evidence(Draft draft, Scene scene, Leg leg, Fate.Sent sent, Owner owner, Alternative other) {
        var peer = leg.flow().destination();
        draft.evidence(
                0.05,
                sent.route().shown(),
                sent.route().implied() ? Say.SHOWS_ADDRESS_HOLDS : Say.SHOWS_ROUTE_HOLDS,
                sent.route().fact().destination(),
                peer);
        CaptureEvidence.add(draft, scene, leg, sent);
        if (owner.network() != null) {
            draft.evidence(
                    0.05,
                    owner.network(),
                    Say.SHOWS_DOCKER_NETWORK,
                    owner.network().fact().name());
        }
        if (owner.kind().isContainerBridge() || owner.kind().isTunnel()) {
            draft.weigh(0.1);
        }
        if (other.dev() != null) {
            draft.weigh(0.1);
        }
        if (sent.sure()) {
            draft.weigh(0.05);
        }
    }

    private static void counterfactual(Draft draft, Leg leg, Fate.Sent sent, Alternative other) {
        List<String> change = List.of("without " + InWords.of(sent.route().fact()));
        Fate fate = other.leg().fate();
        if (fate instanceof Fate.Sent elsewhere) {
            draft.without(
                    change,
                    elsewhere.leaves() ? Outcome.REACHABLE : Outcome.UNREACHABLE,
                    elsewhere.route().fact().via() == null
                            ? Phrase.of(Say.WOULD_LEAVE_ON_LINK, elsewhere.dev())
                            : Phrase.of(Say.WOULD_LEAVE, elsewhere.dev(), elsewhere.nextHop()));
        } else {
            draft.without(
                    change,
                    Outcome.REACHABLE,
                    Phrase.of(Say.WOULD_LEAVE_BY_UNSEEN_DEFAULT, leg.flow().destination()));
        }
    }

    /** Who is not touched, and why: those whose addresses lie outside, and hosts without the route. */
    private static void spared(Draft draft, Scene scene, Route route) {
        for (var seen : scene.book().of(astray.facts.Mention.class)) {
            var mention = seen.fact();
            if (mention.role() == astray.facts.Mention.Role.NEW_ADDRESS
                    && mention.address() != null
                    && !route.destination().contains(mention.address())) {
                draft.spares(
                        mention.address().toString(),
                        Phrase.of(Say.SPARED_OUTSIDE, mention.address(), route.destination()));
                draft.evidence(0.05, seen, Say.SHOWS_NEW_ADDRESS, mention.address(), route.destination());
            }
        }
        Comparison comparison = Comparison.of(scene);
        if (comparison != null && comparison.arriving().fact().address() != null) {
            draft.spares(
                    comparison.sibling(),
                    Phrase.of(
                            Say.SPARED_SIBLING,
                            comparison.sibling(),
                            comparison.arriving().fact().address(),
                            route.destination()));
        }
    }

    private static Finding.@Nullable Since since(Scene scene, Leg leg, String dev) {
        TimelineEntry earliest = new Timeline(scene.calendar(), leg.model().host()).earliest(dev);
        return earliest == null ? null : new Finding.Since(earliest.at(), Finding.Bound.AT_OR_BEFORE, earliest.text());
    }
}
