package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.model.Filters;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Frame;
import astray.facts.Link;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.List;
import java.util.Map;

/**
 * The neighbour table has another link-layer address for the next hop than the one that answers ARP or ND for it; or an
 * entry that somebody set by hand leads nowhere: all goes out, and nothing whatever comes back.
 */
final class NeighbourWrong implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            if (!(leg.fate() instanceof Fate.Sent sent) || !sent.leaves()) {
                continue;
            }
            Observation<Neighbour> entry = leg.model().neighbour(sent.nextHop(), sent.dev());
            String lladdr = entry == null ? null : entry.fact().lladdr();
            if (entry == null || lladdr == null || !Silence.isBroken(scene, leg)) {
                continue;
            }
            Map<String, Observation<Frame>> answers = leg.wire().answersFor(sent.nextHop(), sent.dev());
            boolean contradicted = answers.size() == 1 && !answers.containsKey(lladdr);
            boolean own = isOwn(leg, sent.dev(), lladdr);
            boolean setByHand = entry.fact().state() == Neighbour.State.PERMANENT;
            if (!contradicted && !own && !(setByHand && answers.isEmpty() && vanishes(scene, leg))) {
                continue;
            }
            return draft(scene, leg, sent, entry, lladdr, contradicted ? answers : Map.of())
                    .found();
        }
        return List.of();
    }

    /** The entry names the sender's own card. */
    private static boolean isOwn(Leg leg, String dev, String lladdr) {
        Observation<Link> link = leg.model().link(dev);
        return link != null && lladdr.equals(link.fact().lladdr());
    }

    /** All that was sent that way was lost, and no filter of the host's own could be why. */
    private static boolean vanishes(Scene scene, Leg leg) {
        return Silence.isTotal(scene, leg) && Filters.on(leg.model().host()) != Filters.SOME;
    }

    private static Draft draft(
            Scene scene,
            Leg leg,
            Fate.Sent sent,
            Observation<Neighbour> entry,
            String lladdr,
            Map<String, Observation<Frame>> answers) {
        String host = scene.nameOf(leg);
        boolean setByHand = entry.fact().state() == Neighbour.State.PERMANENT;
        Draft draft = new Draft(
                CauseId.NEIGHBOUR_WRONG,
                leg.direction(),
                host,
                setByHand ? 0.55 : 0.45,
                Phrase.of(Say.NEIGHBOUR_WRONG_SUMMARY, host, sent.nextHop(), lladdr));
        draft.subject("address", sent.nextHop())
                .subject("interface", sent.dev())
                .subject("lladdr", lladdr);
        draft.evidence(0.05, entry, setByHand ? Say.SHOWS_ENTRY_BY_HAND : Say.SHOWS_ENTRY, sent.nextHop(), lladdr);
        String right = null;
        for (var answer : answers.entrySet()) {
            draft.evidence(0.35, answer.getValue(), Say.SHOWS_ANSWERS_FOR, answer.getKey(), sent.nextHop());
            right = answer.getKey();
        }
        Silence.evidence(draft, scene, leg);
        draft.without(
                List.of(
                        right == null
                                ? "without " + entry.origin().text()
                                : "with " + sent.nextHop() + " dev " + Shell.word(sent.dev()) + " lladdr " + right),
                Outcome.REACHABLE,
                right == null
                        ? Phrase.of(Say.WOULD_ASK_AGAIN, sent.nextHop())
                        : Phrase.of(Say.WOULD_GO_TO_LLADDR, sent.nextHop(), right));
        remedy(draft, leg, sent, entry.fact(), lladdr);
        draft.affects(
                sent.route().fact().via() == null
                        ? Prefix.host(sent.nextHop())
                        : sent.route().fact().destination());
        return draft;
    }

    private static void remedy(Draft draft, Leg leg, Fate.Sent sent, Neighbour entry, String lladdr) {
        String ip = InWords.ip(leg.family());
        String what = sent.nextHop() + " dev " + Shell.word(sent.dev());
        draft.remedy(
                Phrase.of(Say.REMEDY_DROP_ENTRY, sent.nextHop()),
                List.of(ip + " neigh del " + what),
                List.of(ip + " neigh replace " + what + " lladdr " + Shell.word(lladdr) + " nud "
                        + (entry.state() == Neighbour.State.PERMANENT ? "permanent" : "reachable")),
                List.of(Phrase.of(Say.EFFECT_ASKS_ANEW, sent.nextHop())),
                false);
    }
}
