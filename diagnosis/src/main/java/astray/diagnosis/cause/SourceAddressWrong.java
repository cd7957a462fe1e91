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
import astray.facts.ConnectAttempt;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Ping;
import astray.facts.Prefix;
import astray.facts.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the asker sends bears a source address that cannot be answered: with another of its own addresses the same
 * packet is answered. A route may name a source, or an interface may bear an address that only its own host knows.
 */
final class SourceAddressWrong implements Cause {

    /** A source that was used unasked and one with which it works, each with what shows it. */
    private record Pair(IpAddress wrong, @Nullable Observation<?> fails, IpAddress right, Observation<?> works) {}

    @Override
    public List<Finding> examine(Scene scene) {
        Leg leg = scene.request();
        if (leg == null || !(leg.fate() instanceof Fate.Sent sent)) {
            return List.of();
        }
        IpAddress chosen = chosen(leg, sent);
        Pair pair = ofConnections(scene, chosen);
        if (pair == null && chosen != null) {
            pair = ofPings(scene, leg, chosen);
        }
        if (pair == null || pair.wrong().equals(pair.right())) {
            return List.of();
        }
        String host = scene.nameOf(leg);
        Draft draft = new Draft(
                CauseId.SOURCE_ADDRESS_WRONG,
                Direction.REPLY,
                host,
                0.7,
                Phrase.of(Say.SOURCE_SUMMARY, host, leg.flow().destination(), pair.wrong()));
        draft.subject("source", pair.wrong()).subject("interface", sent.dev());
        draft.evidence(0.05, pair.fails(), Say.SHOWS_SOURCE_FAILS, pair.wrong());
        draft.evidence(0.15, pair.works(), Say.SHOWS_SOURCE_WORKS, pair.right());
        Route route = sent.route().fact();
        if (pair.wrong().equals(route.source())) {
            draft.evidence(0.05, sent.route().shown(), Say.SHOWS_ROUTE_NAMES_SOURCE, pair.wrong());
        }
        Observation<Address> held = leg.model().holding(pair.wrong());
        if (held != null) {
            draft.evidence(0.03, held, Say.SHOWS_HELD, pair.wrong(), held.fact().dev());
        }
        draft.without(
                List.of("with src " + pair.right() + " dev " + Shell.word(sent.dev())),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_COME_FROM, pair.right()));
        mend(draft, leg, sent, pair.right());
        draft.affects(route.destination());
        return draft.found();
    }

    private static void mend(Draft draft, Leg leg, Fate.Sent sent, IpAddress right) {
        String ip = InWords.ip(leg.family());
        Route route = sent.route().fact();
        boolean single = route.nextHops().size() == 1 && !sent.route().implied();
        if (single && !"kernel".equals(route.protocol())) {
            Route with = new Route(
                    route.type(),
                    route.destination(),
                    route.table(),
                    route.nextHops(),
                    right,
                    route.metric(),
                    route.protocol(),
                    route.scope());
            draft.remedy(
                    Phrase.of(Say.REMEDY_SOURCE, right),
                    List.of(ip + " route replace " + InWords.of(with)),
                    List.of(ip + " route replace " + InWords.of(route)),
                    List.of(Phrase.of(Say.EFFECT_SOURCE_FOR_ALL, route.destination())),
                    false);
            return;
        }
        String what = Prefix.host(leg.flow().destination())
                + (route.via() == null ? "" : " via " + route.via())
                + " dev " + Shell.word(sent.dev()) + " src " + right;
        draft.remedy(
                Phrase.of(Say.REMEDY_SOURCE, right),
                List.of(ip + " route add " + what),
                List.of(ip + " route del " + what),
                List.of(Phrase.of(Say.EFFECT_ONE_ADDRESS)),
                false);
    }

    /** The source that the host takes unasked: the route's, or what the kernel said, or what a try showed. */
    private static @Nullable IpAddress chosen(Leg leg, Fate.Sent sent) {
        for (var seen : leg.model().host().of(astray.facts.RouteLookup.class)) {
            Route route = seen.fact().route();
            if (leg.flow().destination().equals(seen.fact().destination())
                    && seen.fact().from() == null
                    && seen.fact().iif() == null
                    && route != null
                    && route.source() != null) {
                return route.source();
            }
        }
        return sent.route().fact().source();
    }

    private static @Nullable Pair ofConnections(Scene scene, @Nullable IpAddress chosen) {
        Observation<ConnectAttempt> failure = scene.symptoms().failure();
        if (failure == null || failure.fact().outcome() != ConnectAttempt.Outcome.TIMED_OUT) {
            return null;
        }
        IpAddress wrong = failure.fact().source() != null ? failure.fact().source() : chosen;
        for (Observation<ConnectAttempt> seen : scene.symptoms().detours()) {
            boolean came = seen.fact().outcome() == ConnectAttempt.Outcome.CONNECTED
                    || seen.fact().outcome() == ConnectAttempt.Outcome.REFUSED;
            if (came && wrong != null && seen.fact().source() != null) {
                return new Pair(wrong, failure, seen.fact().source(), seen);
            }
        }
        return null;
    }

    private static @Nullable Pair ofPings(Scene scene, Leg leg, IpAddress chosen) {
        Observation<Ping> fails = null;
        Observation<Ping> works = null;
        for (Observation<Ping> seen : leg.model().host().of(Ping.class)) {
            Ping ping = seen.fact();
            if (!leg.flow().destination().equals(ping.address()) || ping.received() == null) {
                continue;
            }
            boolean unasked = ping.source() == null || ping.source().equals(chosen);
            if (unasked && ping.received() == 0) {
                fails = seen;
            } else if (unasked) {
                return null;
            } else if (ping.received() > 0) {
                works = seen;
            }
        }
        boolean tried = scene.symptoms().any(ConnectAttempt.Outcome.TIMED_OUT)
                || scene.symptoms().attempts().isEmpty();
        return fails == null || works == null || works.fact().source() == null || !tried
                ? null
                : new Pair(chosen, fails, works.fact().source(), works);
    }
}
