package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Address;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two link-layer addresses answer for the target's address, or for the next hop on the way. */
final class AddressDuplicate implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        IpAddress address = scene.question().address();
        if (address != null) {
            Map<String, Observation<?>> holders = answers(scene.book().of(Frame.class), address);
            addOwn(scene, address, holders);
            if (holders.size() > 1) {
                return found(scene, Direction.REQUEST, scene.targetName(), address, holders);
            }
        }
        for (Leg leg : scene.legs()) {
            if (leg.fate() instanceof Fate.Sent sent && sent.route().fact().via() != null) {
                Map<String, Observation<?>> holders = answers(leg.wire().frames(), sent.nextHop());
                if (holders.size() > 1 && Silence.isBroken(scene, leg)) {
                    return found(scene, leg.direction(), scene.nameOf(leg), sent.nextHop(), holders);
                }
            }
        }
        return List.of();
    }

    private static Map<String, Observation<?>> answers(List<Observation<Frame>> frames, IpAddress address) {
        Map<String, Observation<?>> answers = new LinkedHashMap<>();
        for (Observation<Frame> seen : frames) {
            if (seen.fact().body() instanceof Frame.Resolution answer
                    && answer.reply()
                    && answer.lladdr() != null
                    && address.equals(answer.about().address())) {
                answers.putIfAbsent(answer.lladdr(), seen);
            }
        }
        return answers;
    }

    /**
     * The target's own card counts as a holder beside others that answer. Several cards of its own are one holder: on
     * one link each of them answers for all of the host's addresses.
     */
    private static void addOwn(Scene scene, IpAddress address, Map<String, Observation<?>> holders) {
        HostModel model = scene.targetModel();
        Observation<Address> held = model == null ? null : model.holding(address);
        if (model == null || held == null || holders.isEmpty()) {
            return;
        }
        for (Observation<Link> seen : model.links()) {
            holders.remove(seen.fact().lladdr());
        }
        Observation<Link> own = model.link(held.fact().dev());
        if (!holders.isEmpty() && own != null && own.fact().lladdr() != null) {
            holders.put(own.fact().lladdr(), own);
        }
    }

    private static List<Finding> found(
            Scene scene, Direction direction, String host, IpAddress address, Map<String, Observation<?>> holders) {
        String dev = dev(scene, address, holders.values().iterator().next());
        List<String> lladdrs = new ArrayList<>(holders.keySet());
        Draft draft = new Draft(
                CauseId.ADDRESS_DUPLICATE, direction, host, 0.7, Phrase.of(Say.DUPLICATE_SUMMARY, address, lladdrs));
        draft.subject("address", address).subject("interface", dev).listSubject("lladdrs", lladdrs);
        holders.forEach((lladdr, seen) -> draft.evidence(0.1, seen, Say.SHOWS_ANSWERS_FOR, lladdr, address));
        draft.without(
                List.of("without the second holder of " + address),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_HAVE_ONE_HOLDER, address));
        draft.remedy(
                Phrase.of(Say.REMEDY_FIND_HOLDER, address),
                List.of(
                        "ip neigh show " + address,
                        "arping -D -c 3 -I " + (dev == null ? "eth0" : Shell.word(dev)) + " " + address),
                List.of(),
                List.of(),
                true);
        draft.affects(Prefix.host(address));
        return draft.found();
    }

    private static @Nullable String dev(Scene scene, IpAddress address, Observation<?> answer) {
        HostModel model = scene.targetModel();
        Observation<Address> held = model == null ? null : model.holding(address);
        if (held != null) {
            return held.fact().dev();
        }
        for (Observation<Neighbour> seen : scene.book().of(Neighbour.class)) {
            if (seen.fact().address().equals(address) && seen.fact().dev() != null) {
                return seen.fact().dev();
            }
        }
        return answer.fact() instanceof Frame frame ? frame.dev() : null;
    }
}
