package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.book.Host;
import astray.diagnosis.model.Filters;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.model.Publication;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Sysctl;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host that must pass packets on does not forward: one that leads a port to a container, or the router that a leg
 * leaves by. What it may not forward the kernel drops without a word, and counts in IpInAddrErrors (IPv4).
 */
final class ForwardingDisabled implements Cause {
    private static final String DROPPED = "IpInAddrErrors";

    @Override
    public List<Finding> examine(Scene scene) {
        Leg reply = scene.reply();
        Integer port = scene.question().port();
        if (reply != null && port != null) {
            List<Finding> published = published(scene, reply, port);
            if (!published.isEmpty()) {
                return published;
            }
        }
        for (Leg leg : scene.legs()) {
            if (leg.fate() instanceof Fate.Sent sent && sent.route().fact().via() != null) {
                Host router = scene.cast().holding(sent.nextHop());
                if (router != null && router != scene.asker() && router != scene.target()) {
                    List<Finding> found = router(scene, leg, new HostModel(router));
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
    }

    private static List<Finding> published(Scene scene, Leg leg, int port) {
        HostModel model = leg.model();
        Observation<Sysctl> off = off(model, leg.family(), leg.arrivalDev());
        if (off == null) {
            return List.of();
        }
        Publication publication = Publication.of(model, scene.question().protocol(), port);
        IpAddress to = publication == null ? null : publication.to().address();
        boolean elsewhere = publication != null && (to == null || model.holding(to) == null);
        boolean dropped = model.moved(DROPPED) != null;
        Listeners listeners = Listeners.of(model, port, scene.question().address());
        // the rules were not shown, but what comes in for the port is neither taken nor refused, and is counted
        boolean unseen = publication == null
                && dropped
                && listeners.whole()
                && listeners.serving().isEmpty()
                && model.stoodStill("TcpOutRsts")
                && (Filters.mayTurnUnseen(model.host()) || Filters.on(model.host()) == Filters.NOT_SHOWN);
        if (!elsewhere && !unseen) {
            return List.of();
        }
        Draft draft = draft(scene.nameOf(leg), Direction.REQUEST, off, elsewhere ? 0.75 : 0.6);
        if (publication != null) {
            draft.evidence(
                    0.08,
                    publication.shown(),
                    Say.SHOWS_PUBLISHED,
                    port,
                    publication.to().where());
        }
        Silence.counter(draft, leg, DROPPED, 0.1);
        draft.evidence(0.05, leg.arrival(), Say.SHOWS_ARRIVES, leg.flow().destination());
        draft.evidence(0.03, scene.symptoms().failure(), Say.SHOWS_ATTEMPT_FAILED);
        draft.affects(Prefix.all(leg.family()));
        return draft.found();
    }

    private static List<Finding> router(Scene scene, Leg leg, HostModel router) {
        Observation<Sysctl> off = off(router, leg.family(), null);
        String name = router.host().name();
        if (off == null || name == null || !Silence.isBroken(scene, leg)) {
            return List.of();
        }
        Draft draft = draft(name, leg.direction(), off, 0.75);
        draft.evidence(
                0.05,
                ((Fate.Sent) leg.fate()).route().shown(),
                Say.SHOWS_WAY_BACK,
                leg.flow().destination(),
                ((Fate.Sent) leg.fate()).dev());
        Silence.evidence(draft, scene, leg);
        draft.affects(((Fate.Sent) leg.fate()).route().fact().destination());
        return draft.found();
    }

    private static Draft draft(String host, Direction direction, Observation<Sysctl> off, double confidence) {
        String key = off.fact().key();
        Draft draft = new Draft(
                CauseId.FORWARDING_DISABLED, direction, host, confidence, Phrase.of(Say.FORWARDING_SUMMARY, host));
        draft.subject("host", host);
        draft.evidence(0.05, off, Say.SHOWS_FORWARDING_OFF, host);
        draft.without(List.of("with " + key + " = 1"), Outcome.REACHABLE, Phrase.of(Say.WOULD_FORWARD, host));
        return draft.remedy(
                Phrase.of(Say.REMEDY_FORWARD, host),
                List.of("sysctl -w " + Shell.word(key) + "=1"),
                List.of("sysctl -w " + Shell.word(key) + "=0"),
                List.of(Phrase.of(Say.EFFECT_FORWARDS_ALL, host)),
                false);
    }

    /**
     * The setting that turns forwarding off. For IPv4 that of the interface by which packets come in decides, and
     * ip_forward sets all of them; for IPv6 only the one for all interfaces does (Documentation/networking/ip-sysctl).
     */
    private static @Nullable Observation<Sysctl> off(HostModel model, Family family, @Nullable String arrival) {
        if (family == Family.INET6) {
            return zero(model, "net.ipv6.conf.all.forwarding");
        }
        if (arrival != null) {
            String own = HostModel.ofInterface("ipv4", arrival, "forwarding");
            Integer value = model.setting(own);
            if (value != null && value > 0) {
                return null;
            }
            if (value != null && zero(model, "net.ipv4.ip_forward") == null) {
                return zero(model, own);
            }
        }
        Observation<Sysctl> global = zero(model, "net.ipv4.ip_forward");
        return global != null ? global : zero(model, "net.ipv4.conf.all.forwarding");
    }

    private static @Nullable Observation<Sysctl> zero(HostModel model, String key) {
        return Integer.valueOf(0).equals(model.setting(key)) ? model.sysctl(key) : null;
    }
}
