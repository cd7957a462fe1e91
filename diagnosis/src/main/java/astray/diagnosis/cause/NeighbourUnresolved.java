package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.diagnosis.wire.Asking;
import astray.facts.BridgePort;
import astray.facts.ConnectAttempt;
import astray.facts.Link;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.List;

/** Nobody answers ARP or ND for the next hop, and nothing deeper explains it. Asked after all that could. */
final class NeighbourUnresolved implements Cause {
    private static final double ENOUGH = 0.5;

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            if (!(leg.fate() instanceof Fate.Sent sent)
                    || sent.exit() != Fate.Exit.NEIGHBOUR_SILENT
                    || deeper(scene, leg, sent)) {
                continue;
            }
            String host = scene.nameOf(leg);
            Draft draft = new Draft(
                    CauseId.NEIGHBOUR_UNRESOLVED,
                    leg.direction(),
                    host,
                    0.5,
                    Phrase.of(Say.NEIGHBOUR_SUMMARY, sent.nextHop(), sent.dev(), host));
            draft.subject("address", sent.nextHop()).subject("interface", sent.dev());
            draft.evidence(
                    0.15,
                    leg.model().neighbour(sent.nextHop(), sent.dev()),
                    Say.SHOWS_NEIGHBOUR_SILENT,
                    sent.nextHop(),
                    sent.dev());
            for (Asking asking : leg.unanswered()) {
                if (asking.about().equals(sent.nextHop())) {
                    draft.evidence(0.15, CaptureEvidence.ofAsking(scene, asking));
                }
            }
            draft.evidence(
                    0.03, sent.route().shown(), Say.SHOWS_WAY_BACK, leg.flow().destination(), sent.dev());
            if (scene.symptoms().any(ConnectAttempt.Outcome.NO_ROUTE_TO_HOST)) {
                draft.evidence(0.1, scene.symptoms().failure(), Say.SHOWS_ATTEMPT_FAILED);
            }
            if (draft.confidence() < ENOUGH) {
                continue;
            }
            draft.without(
                    List.of("with an answer from " + sent.nextHop() + " on " + sent.dev()),
                    Outcome.REACHABLE,
                    Phrase.of(Say.WOULD_LEAVE_ON_LINK, sent.dev()));
            draft.remedy(
                    Phrase.of(Say.REMEDY_NEIGHBOUR, sent.nextHop()),
                    List.of("arping -c 3 -I " + Shell.word(sent.dev()) + " " + sent.nextHop()),
                    List.of(),
                    List.of(),
                    true);
            draft.affects(Prefix.host(sent.nextHop()));
            return draft.found();
        }
        return List.of();
    }

    /** What was shown but cannot be reasoned about yet, and would explain the silence. */
    private static boolean deeper(Scene scene, Leg leg, Fate.Sent sent) {
        Observation<Link> link = leg.model().link(sent.dev());
        boolean bridge = link != null && "bridge".equals(link.fact().kind())
                || sent.dev().startsWith("br");
        // behind a bridge a port may be blocked, and that was not looked at
        boolean portsShown = leg.model().host().of(BridgePort.class).stream()
                .anyMatch(p -> p.fact().bridge().equals(sent.dev()));
        boolean portsUnknown = bridge
                && !portsShown
                && !Owner.of(sent.dev(), leg.model()).kind().isContainerBridge();
        Leg other = leg == scene.reply() ? scene.request() : scene.reply();
        boolean suppressed = other != null && suppresses(other);
        // it is heard on this very link: then it is there, and something else swallows the question or the answer
        var heard = leg.wire().arrival(sent.nextHop());
        boolean there = heard != null
                && (heard.fact().dev() == null || heard.fact().dev().equals(sent.dev()));
        return portsUnknown || suppressed || there;
    }

    /** Whether the host at the other end was told not to answer ARP. */
    private static boolean suppresses(Leg other) {
        String dev = other.sourceDev();
        for (String setting : List.of("arp_ignore", "arp_filter")) {
            for (String where : dev == null ? List.of("all") : List.of("all", dev)) {
                Integer value = other.model().setting("net.ipv4.conf." + where + "." + setting);
                if (value != null && value > 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
