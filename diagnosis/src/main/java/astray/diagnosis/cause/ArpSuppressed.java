package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.model.Flow;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Address;
import astray.facts.Family;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Sysctl;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The target holds the address and does not answer ARP for it where it is asked (Documentation/networking/ip-sysctl,
 * arp_ignore and arp_filter; ip-link(8), arp off). Who has it in its neighbour table still gets through, for a while.
 */
final class ArpSuppressed implements Cause {
    private static final int IGNORE_OTHER_INTERFACE = 1;
    private static final int IGNORE_OTHER_SUBNET = 2;
    private static final int IGNORE_SCOPE_HOST = 3;
    private static final int IGNORE_ALL = 8;

    /** What keeps it from answering. */
    private record Muzzle(
            String setting,
            @Nullable Observation<?> shown,
            @Nullable Observation<Sysctl> sysctl) {}

    @Override
    public List<Finding> examine(Scene scene) {
        Leg leg = scene.reply();
        IpAddress asked = scene.question().address();
        if (leg == null || asked == null || asked.family() == Family.INET6) {
            return List.of();
        }
        List<Finding> found = examine(scene, leg, asked);
        if (!found.isEmpty() || leg.model().watch() == null) {
            return found;
        }
        // on the target itself nobody knows by which of its addresses the peer calls it: it is one that is asked for
        for (Observation<Address> held : leg.model().addresses()) {
            IpAddress other = held.fact().address();
            if (other.family() == Family.INET
                    && !other.equals(asked)
                    && !leg.wire().unansweredFor(other).isEmpty()) {
                found = examine(scene, leg, other);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static List<Finding> examine(Scene scene, Leg leg, IpAddress address) {
        Observation<Address> held = leg.model().holding(address);
        if (held == null) {
            return List.of();
        }
        String dev = askedOn(leg, held);
        Muzzle muzzle = dev == null ? null : muzzle(leg, address, held, dev);
        if (dev == null || muzzle == null) {
            return List.of();
        }
        List<Observation<Frame>> asked = leg.wire().unansweredFor(address);
        if (asked.isEmpty() && (scene.symptoms().works() || leg.arrival() != null)) {
            // it has been found without asking; but who answers nobody at all is found only while others still know him
            boolean answersNobody =
                    Integer.valueOf(IGNORE_ALL).equals(leg.model().largerValue(dev, "arp_ignore"));
            if (!answersNobody || leg.model().watch() == null) {
                return List.of();
            }
        }
        String host = scene.nameOf(leg);
        Draft draft = new Draft(
                CauseId.ARP_SUPPRESSED,
                Direction.REQUEST,
                host,
                0.65,
                Phrase.of(Say.ARP_SUMMARY, host, address, dev, muzzle.setting()));
        draft.subject("address", address).subject("interface", dev).subject("setting", muzzle.setting());
        draft.evidence(0.1, muzzle.shown(), Say.SHOWS_ARP_SETTING, address, dev);
        if (!asked.isEmpty()) {
            draft.evidence(0.2, asked.getFirst(), Say.SHOWS_OTHERS_ASK_IN_VAIN, asked.size(), address);
        }
        draft.evidence(0.02, held, Say.SHOWS_HELD, address, held.fact().dev());
        draft.evidence(0.03, scene.symptoms().failure(), Say.SHOWS_ATTEMPT_FAILED);
        mend(draft, leg.model(), dev, address, muzzle);
        draft.affects(Prefix.host(address));
        return draft.found();
    }

    /** Where others ask for the address: on its own interface, or where its subnet or the way to them is. */
    private static @Nullable String askedOn(Leg leg, Observation<Address> held) {
        for (Observation<Frame> seen : leg.wire().unansweredFor(held.fact().address())) {
            if (seen.fact().dev() != null) {
                return seen.fact().dev();
            }
        }
        String arrival = leg.arrivalDev();
        if (arrival != null && !isLoopback(leg.model(), arrival)) {
            return arrival;
        }
        if (!isLoopback(leg.model(), held.fact().dev())) {
            return held.fact().dev();
        }
        for (Observation<Address> seen : leg.model().addresses()) {
            if (seen.fact().length() > 0
                    && seen.fact().length() < Family.INET.bits()
                    && seen.fact().prefix().contains(held.fact().address())
                    && !isLoopback(leg.model(), seen.fact().dev())) {
                return seen.fact().dev();
            }
        }
        return leg.fate() instanceof Fate.Sent sent ? sent.dev() : null;
    }

    private static boolean isLoopback(HostModel model, String dev) {
        Observation<Link> link = model.link(dev);
        return link == null ? dev.equals("lo") : link.fact().isLoopback();
    }

    private static @Nullable Muzzle muzzle(Leg leg, IpAddress address, Observation<Address> held, String dev) {
        HostModel model = leg.model();
        Observation<Link> link = model.link(dev);
        if (link != null
                && link.fact().flags().contains("NOARP")
                && "ether".equals(link.fact().linkType())
                && !"dummy".equals(link.fact().kind())) {
            return new Muzzle("NOARP", link, null);
        }
        Integer ignore = model.largerValue(dev, "arp_ignore");
        Observation<Sysctl> ignoring = model.larger(dev, "arp_ignore");
        if (ignore != null && ignoring != null && isIgnored(ignore, leg, address, held.fact(), dev)) {
            return new Muzzle(
                    ignoring.fact().key() + " = " + ignoring.fact().value().strip(), ignoring, ignoring);
        }
        Integer filter = model.largerValue(dev, "arp_filter");
        Observation<Sysctl> filtering = model.larger(dev, "arp_filter");
        if (filter != null && filter > 0 && filtering != null && isFiltered(leg, address, dev)) {
            return new Muzzle(
                    filtering.fact().key() + " = " + filtering.fact().value().strip(), filtering, filtering);
        }
        return null;
    }

    private static boolean isIgnored(int mode, Leg leg, IpAddress address, Address held, String dev) {
        return switch (mode) {
            case IGNORE_OTHER_INTERFACE -> !isOn(leg.model(), address, dev);
            case IGNORE_OTHER_SUBNET -> {
                IpAddress asker = asker(leg, dev);
                yield !isOn(leg.model(), address, dev)
                        || asker != null && !new Prefix(address, held.length()).contains(asker);
            }
            case IGNORE_SCOPE_HOST -> "host".equals(held.scope());
            case IGNORE_ALL -> true;
            default -> false;
        };
    }

    private static boolean isOn(HostModel model, IpAddress address, String dev) {
        return model.addresses().stream()
                .anyMatch(a ->
                        a.fact().address().equals(address) && a.fact().dev().equals(dev));
    }

    /** With arp_filter it answers only where its own packets to the one who asks would leave. */
    private static boolean isFiltered(Leg leg, IpAddress address, String dev) {
        IpAddress asker = asker(leg, dev);
        if (asker == null) {
            return false;
        }
        Flow back = new Flow(address, asker, null, "arp", null, null);
        return leg.routing().decide(back) instanceof astray.diagnosis.model.Decision.Found found
                && found.sure()
                && found.route().fact().dev() != null
                && !dev.equals(found.route().fact().dev());
    }

    /** Who asks on the link: the peer itself where it is a neighbour, else the router of that link, where known. */
    private static @Nullable IpAddress asker(Leg leg, String dev) {
        for (Observation<Frame> seen : leg.wire().frames()) {
            if (seen.fact().body() instanceof Frame.Resolution ask
                    && !ask.reply()
                    && ask.about().address() != null
                    && ask.about().address().equals(leg.flow().source())
                    && ask.teller() != null
                    && ask.teller().address() != null) {
                return ask.teller().address();
            }
        }
        IpAddress peer = leg.flow().destination();
        for (Observation<Address> seen : leg.model().addresses()) {
            if (seen.fact().dev().equals(dev)
                    && seen.fact().address().family() == Family.INET
                    && seen.fact().prefix().contains(peer)) {
                return peer;
            }
        }
        return leg.fate() instanceof Fate.Sent sent && sent.dev().equals(dev) ? sent.nextHop() : null;
    }

    private static void mend(Draft draft, HostModel model, String dev, IpAddress address, Muzzle muzzle) {
        Phrase then = Phrase.of(Say.WOULD_ANSWER_ARP, dev, address);
        Observation<Sysctl> sysctl = muzzle.sysctl();
        if (sysctl == null) {
            draft.without(List.of("without NOARP on " + dev), Outcome.REACHABLE, then);
            draft.remedy(
                    Phrase.of(Say.REMEDY_ARP_ON, dev),
                    List.of("ip link set dev " + Shell.word(dev) + " arp on"),
                    List.of("ip link set dev " + Shell.word(dev) + " arp off"),
                    List.of(),
                    false);
            return;
        }
        String name = sysctl.fact().key().substring(sysctl.fact().key().lastIndexOf('.') + 1);
        List<String> change = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        List<String> undo = new ArrayList<>();
        // the larger of the two holds: both must be turned off
        for (String key : List.of(HostModel.ofInterface("ipv4", dev, name), "net.ipv4.conf.all." + name)) {
            Integer value = model.setting(key);
            if (value != null && value > 0) {
                change.add("with " + key + " = 0");
                commands.add("sysctl -w " + Shell.word(key) + "=0");
                undo.add("sysctl -w " + Shell.word(key) + "=" + value);
            }
        }
        draft.without(change, Outcome.REACHABLE, then);
        draft.remedy(
                Phrase.of(Say.REMEDY_ARP_SETTING, name, dev),
                commands,
                undo,
                List.of(Phrase.of(Say.EFFECT_ARP_FOR_ALL, dev)),
                false);
    }
}
