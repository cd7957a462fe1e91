package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Family;
import astray.facts.Link;
import astray.facts.Observation;
import astray.facts.Sysctl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IPv6 is turned off on the interface, and with it went its addresses and routes. */
final class Ipv6Disabled implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        if (scene.family() != Family.INET6) {
            return List.of();
        }
        for (Leg leg : scene.legs()) {
            boolean noWay = !(leg.fate() instanceof Fate.Sent) && !(leg.fate() instanceof Fate.ToItself);
            Observation<Sysctl> off = noWay ? turnedOff(leg) : null;
            if (off == null) {
                continue;
            }
            String dev = off.fact().key().split("\\.", -1)[3];
            Draft draft = new Draft(
                    CauseId.IPV6_DISABLED,
                    leg.direction(),
                    scene.nameOf(leg),
                    0.85,
                    Phrase.of(Say.IPV6_SUMMARY, scene.nameOf(leg), dev));
            draft.subject("interface", dev);
            draft.evidence(0.1, off, Say.SHOWS_IPV6_OFF, dev);
            String key = off.fact().key();
            draft.without(List.of("with " + key + " = 0"), Outcome.REACHABLE, Phrase.of(Say.WOULD_LEAVE_ON_LINK, dev));
            draft.remedy(
                    Phrase.of(Say.REMEDY_IPV6, dev),
                    List.of("sysctl -w " + Shell.word(key) + "=0"),
                    List.of("sysctl -w " + Shell.word(key) + "=1"),
                    List.of(Phrase.of(Say.EFFECT_ADDRESSES_AGAIN, dev)),
                    false);
            draft.affects(astray.facts.Prefix.all(Family.INET6));
            return draft.found();
        }
        return List.of();
    }

    private static @Nullable Observation<Sysctl> turnedOff(Leg leg) {
        for (Observation<Link> link : leg.model().links()) {
            Observation<Sysctl> seen =
                    leg.model().sysctl("net.ipv6.conf." + link.fact().name() + ".disable_ipv6");
            if (!link.fact().isLoopback()
                    && seen != null
                    && seen.fact().value().strip().equals("1")) {
                return seen;
            }
        }
        return null;
    }
}
