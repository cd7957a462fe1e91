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
import astray.facts.Family;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connected prefix is so wide that a remote address looks on-link: nobody answers for it there, and without that
 * prefix it would go through a gateway on the very same interface. Or it is so narrow that a neighbour looks remote.
 */
final class PrefixLengthWrong implements Cause {
    private static final int WIDE = 20;
    private static final int LAN = 24;
    private static final int LAN6 = 64;

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            List<Finding> narrow = tooNarrow(scene, leg);
            if (!narrow.isEmpty()) {
                return narrow;
            }
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
                    || !isRemote(scene, leg, sent, other)) {
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

    /**
     * Whether the two ends are known to be on different links: a router answers between, the other's prefix says so, or
     * requests come in from an address that does not answer on that very link, so that somebody brought them.
     */
    private static boolean isRemote(Scene scene, Leg leg, Fate.Sent sent, Fate.Sent other) {
        boolean router = scene.symptoms().traces().stream()
                .anyMatch(t -> t.fact().hops().stream()
                        .anyMatch(h -> h.address() != null
                                && !h.address().equals(t.fact().address())));
        Leg opposite = leg == scene.reply() ? scene.request() : scene.reply();
        var held = opposite == null ? null : opposite.model().holding(leg.flow().destination());
        boolean narrower = held != null
                && leg.flow().source() != null
                && !held.fact().prefix().contains(leg.flow().source());
        var arrival = leg.arrival();
        boolean brought = leg.direction() == Direction.REPLY
                && (arrival != null && sent.dev().equals(arrival.fact().dev())
                        || !scene.symptoms().halfOpen().isEmpty());
        return router || narrower || brought || isFarApart(leg, sent, other);
    }

    /** A prefix far wider than a LAN, whose gateway is in the sender's own /24 and whose destination is not. */
    private static boolean isFarApart(Leg leg, Fate.Sent sent, Fate.Sent other) {
        IpAddress own = sent.route().fact().source();
        return leg.family() == Family.INET
                && own != null
                && sent.route().fact().destination().length() <= WIDE
                && new Prefix(own, LAN).contains(other.nextHop())
                && !new Prefix(own, LAN).contains(leg.flow().destination());
    }

    /** The other end is a neighbour on the link of an address whose prefix is too narrow to hold it. */
    private static List<Finding> tooNarrow(Scene scene, Leg leg) {
        boolean noWay = leg.fate() instanceof Fate.NoRoute
                || leg.fate() instanceof Fate.Sent sent
                        && sent.exit() == Fate.Exit.NEIGHBOUR_SILENT
                        && sent.route().fact().via() != null;
        Observation<?> near = noWay ? near(leg) : null;
        String dev = near == null ? null : devOf(near);
        Observation<Address> own = dev == null ? null : own(leg, dev);
        if (near == null || dev == null || own == null) {
            return List.of();
        }
        String host = scene.nameOf(leg);
        IpAddress destination = leg.flow().destination();
        Address address = own.fact();
        int length = common(address.address(), destination);
        Draft draft = new Draft(
                CauseId.PREFIX_LENGTH_WRONG,
                leg.direction(),
                host,
                0.65,
                Phrase.of(Say.PREFIX_NARROW_SUMMARY, host, dev, address.prefix(), destination));
        draft.subject("interface", dev).subject("prefix", address.prefix());
        draft.evidence(0.05, own, Say.SHOWS_TOO_NARROW, address.prefix(), destination);
        draft.evidence(0.15, near, Say.SHOWS_ON_LINK, destination, dev);
        String ip = InWords.ip(leg.family());
        String on = " dev " + Shell.word(dev);
        String wide = address.address() + "/" + length + on;
        String narrow = InWords.of(address) + on;
        draft.without(List.of("with " + wide), Outcome.REACHABLE, Phrase.of(Say.WOULD_LEAVE_ON_LINK, dev));
        draft.remedy(
                Phrase.of(Say.REMEDY_PREFIX, address.address(), length),
                List.of(ip + " addr add " + wide, ip + " addr del " + narrow),
                List.of(ip + " addr add " + narrow, ip + " addr del " + wide),
                List.of(Phrase.of(Say.EFFECT_ROUTES_MAY_BE_LOST, dev)),
                false);
        draft.affects(new Prefix(address.address(), length));
        return draft.found();
    }

    /** What shows that the destination is on a link of the host: it asks there, answers there, or is known there. */
    private static @Nullable Observation<?> near(Leg leg) {
        IpAddress destination = leg.flow().destination();
        for (Observation<Frame> seen : leg.wire().frames()) {
            if (seen.fact().dev() != null
                    && !"Out".equals(seen.fact().direction())
                    && seen.fact().body() instanceof Frame.Resolution resolution
                    && (resolution.reply()
                            ? destination.equals(resolution.about().address())
                            : resolution.teller() != null
                                    && destination.equals(resolution.teller().address()))) {
                return seen;
            }
        }
        Observation<Neighbour> entry = leg.model().neighbour(destination, null);
        return entry != null && entry.fact().lladdr() != null && entry.fact().dev() != null ? entry : null;
    }

    private static @Nullable String devOf(Observation<?> near) {
        return near.fact() instanceof Frame frame
                ? frame.dev()
                : near.fact() instanceof Neighbour neighbour ? neighbour.dev() : null;
    }

    private static @Nullable Observation<Address> own(Leg leg, String dev) {
        for (Observation<Address> seen : leg.model().addresses()) {
            Address address = seen.fact();
            if (address.dev().equals(dev)
                    && address.address().family() == leg.family()
                    && !address.address().isLinkLocal()
                    && address.peer() == null
                    && !address.prefix().contains(leg.flow().destination())) {
                return seen;
            }
        }
        return null;
    }

    /** The prefix length of a usual LAN that holds both, or else the longest that does. */
    private static int common(IpAddress one, IpAddress other) {
        int usual = one.family() == Family.INET ? LAN : LAN6;
        if (new Prefix(one, usual).contains(other)) {
            return usual;
        }
        int length = usual;
        while (length > 0 && !new Prefix(one, length).contains(other)) {
            length--;
        }
        return length;
    }
}
