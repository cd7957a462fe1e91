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
import astray.facts.BridgeFilter;
import astray.facts.BridgePort;
import astray.facts.BridgeVlan;
import astray.facts.Link;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The packet leaves by a bridge that filters by VLAN, into a VLAN that the bridge itself or its only other port does
 * not hold (bridge(8), vlan_filtering): the bridge drops it, and nobody answers.
 */
final class BridgeVlanFiltered implements Cause {

    /** A port that does not hold the VLAN. */
    private record Gap(String bridge, String port, int vlan, Observation<?> shown) {}

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            if (!(leg.fate() instanceof Fate.Sent sent) || sent.exit() != Fate.Exit.NEIGHBOUR_SILENT) {
                continue;
            }
            Gap gap = gap(leg.model(), sent.dev());
            if (gap == null) {
                continue;
            }
            String host = scene.nameOf(leg);
            Draft draft = new Draft(
                    CauseId.BRIDGE_VLAN_FILTERED,
                    leg.direction(),
                    host,
                    0.75,
                    Phrase.of(Say.VLAN_FILTER_SUMMARY, gap.bridge(), host, gap.vlan(), gap.port()));
            draft.subject("bridge", gap.bridge())
                    .subject("interface", gap.port())
                    .subject("vlan", gap.vlan());
            draft.evidence(0.1, gap.shown(), Say.SHOWS_WITHOUT_VLAN, gap.port(), gap.vlan());
            draft.evidence(0.05, sent.proof(), Say.SHOWS_NEIGHBOUR_SILENT, sent.nextHop(), sent.dev());
            String dev = Shell.word(gap.port()) + " vid " + gap.vlan();
            String self = gap.port().equals(gap.bridge()) ? " self" : " pvid untagged";
            draft.without(
                    List.of("with vlan " + gap.vlan() + " on " + gap.port()),
                    Outcome.REACHABLE,
                    Phrase.of(Say.WOULD_LEAVE_ON_LINK, gap.port()));
            draft.remedy(
                    Phrase.of(Say.REMEDY_VLAN, gap.port(), gap.vlan()),
                    List.of("bridge vlan add dev " + dev + self),
                    List.of("bridge vlan del dev " + dev + (self.equals(" self") ? self : "")),
                    List.of(Phrase.of(Say.EFFECT_VLAN_JOINS, gap.port(), gap.vlan())),
                    false);
            draft.affects(Prefix.host(sent.nextHop()));
            return draft.found();
        }
        return List.of();
    }

    private static @Nullable Gap gap(HostModel model, String dev) {
        String bridge = dev;
        Integer vlan = null;
        Observation<Link> link = model.link(dev);
        if (link != null && "vlan".equals(link.fact().kind()) && link.fact().peer() != null) {
            bridge = link.fact().peer();
            vlan = number(dev);
        }
        Observation<BridgeFilter> filter = filter(model, bridge);
        if (filter == null) {
            return null;
        }
        List<Observation<BridgeVlan>> own = vlans(model, bridge);
        for (Observation<BridgeVlan> seen : own) {
            vlan = vlan == null && seen.fact().pvid()
                    ? Integer.valueOf(seen.fact().first())
                    : vlan;
        }
        if (vlan == null) {
            return null;
        }
        if (!own.isEmpty() && !holds(own, vlan)) {
            return new Gap(bridge, bridge, vlan, own.getFirst());
        }
        Gap only = null;
        for (Observation<BridgePort> seen : model.host().of(BridgePort.class)) {
            List<Observation<BridgeVlan>> held = vlans(model, seen.fact().dev());
            if (!seen.fact().bridge().equals(bridge) || held.isEmpty() || holds(held, vlan)) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = new Gap(bridge, seen.fact().dev(), vlan, held.getFirst());
        }
        return only;
    }

    private static @Nullable Observation<BridgeFilter> filter(HostModel model, String bridge) {
        for (Observation<BridgeFilter> seen : model.host().of(BridgeFilter.class)) {
            if (seen.fact().bridge().equals(bridge) && seen.fact().vlanFiltering()) {
                return seen;
            }
        }
        return null;
    }

    private static List<Observation<BridgeVlan>> vlans(HostModel model, String dev) {
        List<Observation<BridgeVlan>> found = new ArrayList<>();
        for (Observation<BridgeVlan> seen : model.host().of(BridgeVlan.class)) {
            if (seen.fact().dev().equals(dev)) {
                found.add(seen);
            }
        }
        return found;
    }

    private static boolean holds(List<Observation<BridgeVlan>> held, int vlan) {
        return held.stream().anyMatch(v -> v.fact().holds(vlan));
    }

    /** The number behind the last dot: {@code br0.10}. */
    private static @Nullable Integer number(String dev) {
        int dot = dev.lastIndexOf('.');
        String digits = dot < 0 ? "" : dev.substring(dot + 1);
        return digits.isEmpty() || digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? null
                : Integer.valueOf(digits);
    }
}
