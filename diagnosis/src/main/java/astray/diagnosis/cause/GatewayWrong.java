package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.model.Filters;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Address;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.Ping;
import astray.facts.Prefix;
import astray.facts.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The gateway that the route names is no router for this destination: it is there and forwards nothing (no hop answers,
 * not even the first), or nobody is there although another router is seen on that very link.
 */
final class GatewayWrong implements Cause {
    private static final double ENOUGH = 0.55;

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            if (!(leg.fate() instanceof Fate.Sent sent)
                    || sent.route().fact().via() == null
                    || !Silence.isBroken(scene, leg)) {
                continue;
            }
            Draft draft = sent.exit() == Fate.Exit.NEIGHBOUR_SILENT
                    ? absent(scene, leg, sent)
                    : sent.leaves() ? idle(scene, leg, sent) : null;
            if (draft != null && draft.confidence() >= ENOUGH) {
                return draft.found();
            }
        }
        return List.of();
    }

    /** Nobody answers for the gateway, but a router is on this link: it brings the requests, or answers by itself. */
    private static @Nullable Draft absent(Scene scene, Leg leg, Fate.Sent sent) {
        Observation<?> arrives = brought(scene, leg, sent);
        Observation<Neighbour> router = router(leg, sent);
        if (arrives == null && (router == null || !isPlainlyRouter(leg, router.fact()))) {
            return null;
        }
        Draft draft = draft(scene, leg, sent, Say.GATEWAY_ABSENT_SUMMARY, 0.5);
        draft.evidence(0.15, sent.proof(), Say.SHOWS_NEIGHBOUR_SILENT, sent.nextHop(), sent.dev());
        draft.evidence(0.1, arrives, Say.SHOWS_ARRIVES_ELSEWHERE, leg.flow().destination(), sent.dev());
        Silence.unacknowledged(draft, scene, leg);
        mend(draft, leg, sent, router);
        return draft;
    }

    /** The gateway is there, and whatever is sent through it vanishes at once. */
    private static @Nullable Draft idle(Scene scene, Leg leg, Fate.Sent sent) {
        if (Filters.on(leg.model().host()) == Filters.SOME) {
            return null;
        }
        Observation<Neighbour> entry = leg.model().neighbour(sent.nextHop(), sent.dev());
        Observation<Ping> echo = echo(leg, sent.nextHop());
        boolean there = entry != null && entry.fact().lladdr() != null
                || echo != null && !Integer.valueOf(0).equals(echo.fact().received());
        boolean traced = Silence.traces(scene, leg).stream()
                .anyMatch(t -> t.fact().hops().size() > 0 && t.fact().lastAnswered() == null);
        Observation<Neighbour> router = router(leg, sent);
        Observation<Frame> other = byAnother(leg, entry);
        boolean vanishes = traced && Silence.isTotal(scene, leg);
        boolean lost = !scene.symptoms().halfOpen().isEmpty() && leg.direction() == Direction.REPLY;
        boolean bypassed = lost
                && (other != null
                        || router != null
                                && isPlainlyRouter(leg, router.fact())
                                && entry != null
                                && !isPlainlyRouter(
                                        leg, entry.fact(), sent.route().fact()));
        if (!there || !vanishes && !bypassed) {
            return null;
        }
        Draft draft = draft(scene, leg, sent, Say.GATEWAY_IDLE_SUMMARY, 0.45);
        draft.evidence(
                0.05, sent.route().shown(), Say.SHOWS_WAY_BACK, leg.flow().destination(), sent.dev());
        draft.evidence(0.05, entry, Say.SHOWS_ENTRY, sent.nextHop(), entry == null ? "?" : lladdr(entry));
        draft.evidence(0.05, echo, Say.SHOWS_GATEWAY_ANSWERS, sent.nextHop());
        draft.evidence(0.15, other, Say.SHOWS_BROUGHT_BY_OTHER, leg.flow().destination());
        Silence.evidence(draft, scene, leg);
        mend(draft, leg, sent, router);
        return draft;
    }

    private static Draft draft(Scene scene, Leg leg, Fate.Sent sent, Say summary, double confidence) {
        String host = scene.nameOf(leg);
        Draft draft = new Draft(
                CauseId.GATEWAY_WRONG,
                leg.direction(),
                host,
                confidence,
                Phrase.of(summary, sent.nextHop(), host, leg.flow().destination()));
        return draft.subject("gateway", sent.nextHop())
                .subject("interface", sent.dev())
                .affects(sent.route().fact().destination());
    }

    private static String lladdr(Observation<Neighbour> entry) {
        return entry.fact().lladdr() == null ? "?" : entry.fact().lladdr();
    }

    /** Requests of a peer that is not on the link come in by the interface of the gateway: somebody brought them. */
    private static @Nullable Observation<?> brought(Scene scene, Leg leg, Fate.Sent sent) {
        if (leg.direction() != Direction.REPLY) {
            return null;
        }
        var arrival = leg.arrival();
        if (arrival != null && sent.dev().equals(arrival.fact().dev())) {
            return arrival;
        }
        return !scene.symptoms().halfOpen().isEmpty() && sent.dev().equals(leg.sourceDev())
                ? scene.symptoms().halfOpen().getFirst()
                : null;
    }

    /** A packet of the peer that another neighbour than the gateway handed over. */
    private static @Nullable Observation<Frame> byAnother(Leg leg, @Nullable Observation<Neighbour> gateway) {
        var arrival = leg.arrival();
        String from = arrival == null ? null : arrival.fact().sourceMac();
        String lladdr = gateway == null ? null : gateway.fact().lladdr();
        return from == null || lladdr == null || from.equals(lladdr) ? null : arrival;
    }

    private static @Nullable Observation<Ping> echo(Leg leg, IpAddress gateway) {
        for (Observation<Ping> seen : leg.model().host().of(Ping.class)) {
            if (gateway.equals(seen.fact().address())
                    && seen.fact().received() != null
                    && seen.fact().received() > 0) {
                return seen;
            }
        }
        return null;
    }

    /** The one other neighbour on the link that answers and could be the router, through which the packet would leave. */
    private static @Nullable Observation<Neighbour> router(Leg leg, Fate.Sent sent) {
        Observation<Neighbour> found = null;
        String bearer = bearer(leg);
        for (Observation<Neighbour> seen : leg.model().host().of(Neighbour.class)) {
            Neighbour neighbour = seen.fact();
            if (neighbour.lladdr() == null
                    || neighbour.state().unanswered()
                    || neighbour.address().family() != leg.family()
                    || neighbour.address().equals(sent.nextHop())
                    || !sent.dev().equals(neighbour.dev())
                    || !(leg.to(neighbour.address()).fate() instanceof Fate.Sent direct)
                    || !direct.nextHop().equals(neighbour.address())) {
                continue;
            }
            if (neighbour.lladdr().equals(bearer) || neighbour.flags().contains("router")) {
                return seen;
            }
            if (found != null && isPlainlyRouter(leg, found.fact()) == isPlainlyRouter(leg, neighbour)) {
                return null;
            }
            found = found == null || isPlainlyRouter(leg, neighbour) ? seen : found;
        }
        return found;
    }

    private static @Nullable String bearer(Leg leg) {
        var arrival = leg.arrival();
        return arrival == null ? null : arrival.fact().sourceMac();
    }

    /** It says that it is one, other routes lead through it, or it has the address that routers have: first or last. */
    private static boolean isPlainlyRouter(Leg leg, Neighbour neighbour) {
        return isPlainlyRouter(leg, neighbour, null);
    }

    private static boolean isPlainlyRouter(Leg leg, Neighbour neighbour, @Nullable Route besides) {
        if (neighbour.flags().contains("router")) {
            return true;
        }
        for (var route : leg.model().routes()) {
            if (neighbour.address().equals(route.fact().via()) && !route.fact().equals(besides)) {
                return true;
            }
        }
        return isFirstOrLast(leg.model(), neighbour);
    }

    private static boolean isFirstOrLast(HostModel model, Neighbour neighbour) {
        for (Observation<Address> seen : model.addresses()) {
            Prefix prefix = seen.fact().prefix();
            int free = prefix.family().bits() - prefix.length();
            if (!seen.fact().dev().equals(neighbour.dev())
                    || !prefix.contains(neighbour.address())
                    || free < 2
                    || free > 16) {
                continue;
            }
            IpAddress first = prefix.address().plus(1);
            IpAddress last = prefix.address().plus((1L << free) - 2);
            return neighbour.address().equals(first) || neighbour.address().equals(last);
        }
        return false;
    }

    private static void mend(Draft draft, Leg leg, Fate.Sent sent, @Nullable Observation<Neighbour> router) {
        String ip = InWords.ip(leg.family());
        Route route = sent.route().fact();
        if (leg.in(leg.routing().without(route)).fate() instanceof Fate.Sent other
                && other.leaves()
                && other.route().fact().via() != null
                && !other.nextHop().equals(sent.nextHop())
                && !sent.route().implied()) {
            draft.without(
                    List.of("without " + InWords.of(route)),
                    Outcome.REACHABLE,
                    Phrase.of(Say.WOULD_LEAVE, other.dev(), other.nextHop()));
            draft.remedy(
                    Phrase.of(Say.REMEDY_GATEWAY, InWords.destination(route), other.nextHop()),
                    List.of(ip + " route del " + InWords.of(route)),
                    List.of(ip + " route add " + InWords.of(route)),
                    List.of(Phrase.of(Say.EFFECT_ALL_THAT_WAY, InWords.destination(route))),
                    false);
            return;
        }
        if (router == null || route.nextHops().size() != 1 || sent.route().implied()) {
            draft.without(
                    List.of("with a gateway on " + sent.dev() + " that forwards"),
                    Outcome.REACHABLE,
                    Phrase.of(Say.WOULD_GO_ON, leg.flow().destination()));
            draft.remedy(
                    Phrase.of(Say.REMEDY_FIND_GATEWAY, sent.dev()),
                    List.of(
                            ip + " neigh show dev " + Shell.word(sent.dev()),
                            "traceroute -n " + leg.flow().destination()),
                    List.of(),
                    List.of(),
                    true);
            return;
        }
        IpAddress through = router.fact().address();
        draft.evidence(0.05, router, Say.SHOWS_OTHER_ROUTER, through, sent.dev());
        Route mended = new Route(
                route.type(),
                route.destination(),
                route.table(),
                List.of(new astray.facts.NextHop(through, sent.dev(), 1, List.of())),
                route.source(),
                route.metric(),
                route.protocol(),
                route.scope());
        draft.without(
                List.of("with " + InWords.of(mended)),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_LEAVE, sent.dev(), through));
        draft.remedy(
                Phrase.of(Say.REMEDY_GATEWAY, InWords.destination(route), through),
                List.of(ip + " route replace " + InWords.of(mended)),
                List.of(ip + " route replace " + InWords.of(route)),
                List.of(Phrase.of(Say.EFFECT_ALL_THAT_WAY, InWords.destination(route))),
                false);
    }
}
