package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Ingress;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.RouteLookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request comes in by an interface by which the host would not answer, and rp_filter drops it there. The larger
 * of the setting for {@code all} and for the interface holds (Documentation/networking/ip-sysctl): 0 off, 1 strict
 * (the answer must leave by the same interface), 2 loose (there must be any route back).
 */
final class ReversePathFiltered implements Cause {
    private static final int STRICT = 1;
    private static final String COUNTER = "TcpExtIPReversePathFilter";

    @Override
    public List<Finding> examine(Scene scene) {
        Leg leg = scene.reply();
        if (leg == null || !(leg.fate() instanceof Fate.Sent sent)) {
            return List.of();
        }
        IpAddress peer = leg.flow().destination();
        String dev = arrival(leg, sent);
        if (dev == null
                || Ingress.at(leg, dev).admission() != Ingress.Admission.DROPPED_STRICT
                || answers(leg)
                || !scene.symptoms().halfOpen().isEmpty()) {
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
        draft.evidence(0.1, leg.model().larger(dev, "rp_filter"), Say.SHOWS_RP_FILTER_STRICT, dev);
        draft.evidence(0.1, leg.arrival(), Say.SHOWS_ARRIVES_UNANSWERED, peer, dev);
        draft.evidence(0.1, refusal(leg, dev), Say.SHOWS_KERNEL_REFUSES, peer, dev);
        draft.evidence(0.03, sent.route().shown(), Say.SHOWS_WAY_BACK, peer, sent.dev());
        Silence.counter(draft, leg, COUNTER, 0.15);
        String key = HostModel.ofInterface("ipv4", dev, "rp_filter");
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

    /**
     * Where the peer's packets come in: where a capture saw them, or else are expected. Where that is the way back, but
     * the filter's counter moves, it is the one other interface whose filter is strict.
     */
    private static @Nullable String arrival(Leg leg, Fate.Sent sent) {
        String dev = leg.arrivalDev();
        if (dev != null && !dev.equals(sent.dev())) {
            return dev;
        }
        if (leg.arrival() != null || leg.model().moved(COUNTER) == null) {
            return null;
        }
        String only = null;
        for (Observation<Link> seen : leg.model().links()) {
            String name = seen.fact().name();
            if (seen.fact().isLoopback()
                    || !Boolean.TRUE.equals(seen.fact().adminUp())
                    || name.equals(sent.dev())
                    || leg.model().addresses().stream()
                            .noneMatch(a -> a.fact().dev().equals(name))
                    || Ingress.at(leg, name).admission() != Ingress.Admission.DROPPED_STRICT) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = name;
        }
        return only;
    }

    /** The kernel's own answer that it does not take such a packet, where it was asked. */
    private static @Nullable Observation<RouteLookup> refusal(Leg leg, String dev) {
        for (Observation<RouteLookup> seen : leg.model().host().of(RouteLookup.class)) {
            RouteLookup lookup = seen.fact();
            if (dev.equals(lookup.iif())
                    && leg.flow().destination().equals(lookup.from())
                    && lookup.route() == null
                    && lookup.error() != null) {
                return seen;
            }
        }
        return null;
    }

    /** A segment to the peer was seen: then the request was let in. */
    private static boolean answers(Leg leg) {
        for (Observation<Frame> seen : leg.wire().frames()) {
            boolean out = "Out".equals(seen.fact().direction());
            if (out
                    && seen.fact().body() instanceof Frame.Tcp tcp
                    && leg.flow().destination().equals(tcp.destination().address())
                    && (leg.flow().source() == null
                            || leg.flow().source().equals(tcp.source().address()))) {
                return true;
            }
        }
        return false;
    }
}
