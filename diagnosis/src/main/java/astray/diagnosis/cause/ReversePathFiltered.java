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
import astray.facts.Counter;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Sysctl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request comes in by an interface by which the host would not answer, and rp_filter drops it there. The larger
 * of the setting for {@code all} and for the interface holds (Documentation/networking/ip-sysctl): 0 off, 1 strict
 * (the answer must leave by the same interface), 2 loose (there must be any route back).
 */
final class ReversePathFiltered implements Cause {
    private static final int STRICT = 1;

    @Override
    public List<Finding> examine(Scene scene) {
        Leg leg = scene.reply();
        if (leg == null || !(leg.fate() instanceof Fate.Sent sent)) {
            return List.of();
        }
        IpAddress peer = leg.flow().destination();
        String dev = leg.arrivalDev();
        if (dev == null
                || dev.equals(sent.dev())
                || !Integer.valueOf(STRICT).equals(effective(leg, dev))
                || answers(leg)) {
            return List.of();
        }
        String host = scene.nameOf(leg);
        Draft draft = new Draft(
                CauseId.REVERSE_PATH_FILTERED,
                Direction.REQUEST,
                host,
                0.7,
                Phrase.of(Say.RPF_SUMMARY, host, peer, dev, sent.dev()));
        draft.subject("source", peer).subject("interface", dev);
        draft.evidence(0.1, decisive(leg, dev), Say.SHOWS_RP_FILTER_STRICT, dev);
        draft.evidence(0.1, leg.wire().arrival(peer), Say.SHOWS_ARRIVES_UNANSWERED, peer, dev);
        draft.evidence(0.03, sent.route().shown(), Say.SHOWS_WAY_BACK, peer, sent.dev());
        for (Observation<Counter> seen : leg.model().host().of(Counter.class)) {
            if (seen.fact().name().endsWith("IPReversePathFilter")
                    && seen.fact().value() > 0) {
                draft.evidence(0.05, seen, Say.SHOWS_COUNTED, seen.fact().value());
            }
        }
        String key = "net.ipv4.conf." + dev + ".rp_filter";
        draft.without(
                List.of("with " + key + " = 2"), Outcome.REACHABLE, Phrase.of(Say.WOULD_PASS_LOOSE, dev, sent.dev()));
        Integer before = leg.model().setting(key);
        draft.remedy(
                Phrase.of(Say.REMEDY_LOOSE, dev),
                List.of("sysctl -w " + Shell.word(key) + "=2"),
                List.of("sysctl -w " + Shell.word(key) + "=" + (before == null ? STRICT : before)),
                List.of(Phrase.of(Say.EFFECT_ASYMMETRIC, dev)),
                false);
        draft.affects(Prefix.host(peer));
        return draft.found();
    }

    /** The larger of the two settings; {@code null} while one of them that could decide was not shown. */
    static @Nullable Integer effective(Leg leg, String dev) {
        Integer all = leg.model().setting("net.ipv4.conf.all.rp_filter");
        Integer own = leg.model().setting("net.ipv4.conf." + dev + ".rp_filter");
        if (own == null || all == null) {
            return null;
        }
        return Math.max(all, own);
    }

    private static @Nullable Observation<Sysctl> decisive(Leg leg, String dev) {
        Observation<Sysctl> own = leg.model().sysctl("net.ipv4.conf." + dev + ".rp_filter");
        return own != null && own.fact().value().strip().equals("1")
                ? own
                : leg.model().sysctl("net.ipv4.conf.all.rp_filter");
    }

    /** A segment or echo reply to the peer was seen: then the request was let in. */
    private static boolean answers(Leg leg) {
        for (Observation<Frame> seen : leg.wire().frames()) {
            boolean out = "Out".equals(seen.fact().direction());
            if (out
                    && seen.fact().body() instanceof Frame.Tcp tcp
                    && leg.flow().destination().equals(tcp.destination().address())) {
                return true;
            }
        }
        return false;
    }
}
