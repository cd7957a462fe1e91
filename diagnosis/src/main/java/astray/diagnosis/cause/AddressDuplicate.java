package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Scene;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two link-layer addresses answer for the target's address. */
final class AddressDuplicate implements Cause {

    @Override
    public List<Finding> examine(Scene scene) {
        IpAddress address = scene.question().address();
        if (address == null) {
            return List.of();
        }
        Map<String, Observation<Frame>> answers = new LinkedHashMap<>();
        for (Observation<Frame> seen : scene.book().of(Frame.class)) {
            if (seen.fact().body() instanceof Frame.Resolution answer
                    && answer.reply()
                    && answer.lladdr() != null
                    && address.equals(answer.about().address())) {
                answers.putIfAbsent(answer.lladdr(), seen);
            }
        }
        if (answers.size() < 2) {
            return List.of();
        }
        String dev = dev(scene, address, answers.values().iterator().next());
        List<String> lladdrs = new ArrayList<>(answers.keySet());
        Draft draft = new Draft(
                CauseId.ADDRESS_DUPLICATE,
                Direction.REQUEST,
                scene.targetName(),
                0.7,
                Phrase.of(Say.DUPLICATE_SUMMARY, address, lladdrs));
        draft.subject("address", address).subject("interface", dev).listSubject("lladdrs", lladdrs);
        answers.forEach((lladdr, seen) -> draft.evidence(0.1, seen, Say.SHOWS_ANSWERS_FOR, lladdr, address));
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

    private static @Nullable String dev(Scene scene, IpAddress address, Observation<Frame> answer) {
        for (Observation<Neighbour> seen : scene.book().of(Neighbour.class)) {
            if (seen.fact().address().equals(address) && seen.fact().dev() != null) {
                return seen.fact().dev();
            }
        }
        return answer.fact().dev();
    }
}
