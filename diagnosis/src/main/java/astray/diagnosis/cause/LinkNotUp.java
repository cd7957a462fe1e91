package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Address;
import astray.facts.Link;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The interface that the packet needs is set down, or is up and has no carrier. */
final class LinkNotUp implements Cause {
    private static final int DEEPEST = 4;
    private static final Set<String> STACKED = Set.of("vlan", "macvlan", "ipvlan", "macvtap");

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            String dev = needed(leg);
            if (dev == null) {
                continue;
            }
            dev = beneath(leg.model(), dev);
            boolean down = leg.model().isDown(dev);
            if (!down && (!leg.model().hasNoCarrier(dev) || isBridge(leg.model(), dev))) {
                continue;
            }
            String host = scene.nameOf(leg);
            Observation<Link> link = leg.model().link(dev);
            Draft draft = new Draft(
                    down ? CauseId.LINK_ADMIN_DOWN : CauseId.LINK_NO_CARRIER,
                    leg.direction(),
                    host,
                    0.85,
                    Phrase.of(down ? Say.LINK_DOWN_SUMMARY : Say.NO_CARRIER_SUMMARY, host, dev));
            draft.subject("interface", dev);
            draft.evidence(0.1, link, down ? Say.SHOWS_SET_DOWN : Say.SHOWS_NO_CARRIER, dev);
            draft.without(
                    List.of(down ? "with " + dev + " up" : "with a carrier on " + dev),
                    Outcome.REACHABLE,
                    Phrase.of(Say.WOULD_LEAVE_ON_LINK, dev));
            if (down) {
                draft.remedy(
                        Phrase.of(Say.REMEDY_LINK_UP, dev),
                        List.of("ip link set dev " + Shell.word(dev) + " up"),
                        List.of("ip link set dev " + Shell.word(dev) + " down"),
                        List.of(Phrase.of(Say.EFFECT_ROUTES_MAY_BE_LOST, dev)),
                        false);
            } else {
                draft.remedy(
                        Phrase.of(Say.REMEDY_CABLE, dev),
                        List.of("ethtool " + Shell.word(dev), "ip -s link show dev " + Shell.word(dev)),
                        List.of(),
                        List.of(),
                        true);
            }
            draft.affects(Prefix.all(leg.family()));
            return draft.found();
        }
        return List.of();
    }

    /**
     * The interface that keeps this one down: a VLAN has the state of the interface that it is on, a bridge or bond that
     * of its one port.
     */
    private static String beneath(HostModel model, String dev) {
        String found = dev;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Observation<Link> link = model.link(found);
            if (link == null || model.isDown(found)) {
                return found;
            }
            String lower = STACKED.contains(String.valueOf(link.fact().kind()))
                    ? link.fact().peer()
                    : onlyPort(model, found);
            if (lower == null || !model.isDown(lower) && !model.hasNoCarrier(lower)) {
                return found;
            }
            found = lower;
        }
        return found;
    }

    /** The only port of a bridge or bond that has no carrier; a container network without containers has none at all. */
    private static @Nullable String onlyPort(HostModel model, String dev) {
        if (!model.hasNoCarrier(dev)) {
            return null;
        }
        String only = null;
        for (Observation<Link> seen : model.links()) {
            if (dev.equals(seen.fact().master())) {
                if (only != null) {
                    return null;
                }
                only = seen.fact().name();
            }
        }
        return only;
    }

    /** A bridge has a carrier when one of its ports forwards: without one the fault is the ports'. */
    private static boolean isBridge(HostModel model, String dev) {
        Observation<Link> link = model.link(dev);
        boolean hasPorts =
                model.links().stream().anyMatch(l -> dev.equals(l.fact().master()));
        return hasPorts || link != null && "bridge".equals(link.fact().kind());
    }

    /** The interface without which the packet cannot go. */
    private static @Nullable String needed(Leg leg) {
        return switch (leg.fate()) {
            case Fate.Sent sent ->
                sent.exit() == Fate.Exit.LINK_DOWN || sent.exit() == Fate.Exit.NO_CARRIER
                        ? onlyWay(leg, sent)
                        : downArrival(leg);
            case Fate.NoRoute _, Fate.ByUnseenDefault _, Fate.Undecided _ -> downInstead(leg.model(), leg);
            case Fate.ToItself _, Fate.Discarded _, Fate.DiscardedByRule _ -> null;
        };
    }

    /** The interface of the route, unless another way would be open without that route: then the route is at fault. */
    private static @Nullable String onlyWay(Leg leg, Fate.Sent sent) {
        Fate without = leg.in(leg.routing().without(sent.route().fact())).fate();
        boolean elsewhere = without instanceof Fate.Sent other
                        && other.leaves()
                        && !other.dev().equals(sent.dev())
                || without instanceof Fate.ByUnseenDefault && !sent.dev().equals(leg.sourceDev());
        return elsewhere ? null : sent.dev();
    }

    /** The interface by which the other side's packets should come in. */
    private static @Nullable String downArrival(Leg leg) {
        String dev = leg.sourceDev();
        return dev != null && leg.arrival() == null ? dev : null;
    }

    /** With an interface set down its routes are gone: the one that holds the source address, or the only one. */
    private static @Nullable String downInstead(HostModel model, Leg leg) {
        String own = leg.sourceDev();
        if (own != null && !own.equals("lo")) {
            return own;
        }
        String only = null;
        for (Observation<Link> seen : model.links()) {
            if (seen.fact().isLoopback()) {
                continue;
            }
            if (only != null) {
                return downWithAddress(model);
            }
            only = seen.fact().name();
        }
        return only;
    }

    private static @Nullable String downWithAddress(HostModel model) {
        for (Observation<Address> seen : model.addresses()) {
            String dev = seen.fact().dev();
            if (!seen.fact().address().isLinkLocal() && (model.isDown(dev) || model.hasNoCarrier(dev))) {
                return dev;
            }
        }
        return null;
    }
}
