package astray.diagnosis.outline;

import astray.diagnosis.Evidence;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.Verdict;
import astray.diagnosis.book.Host;
import astray.diagnosis.walk.Scene;
import astray.facts.Attribution;
import astray.facts.Endpoint;
import astray.facts.Frame;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where the evidence disagrees with itself: it is said, not papered over. */
public final class Contradictions {
    private Contradictions() {}

    /** Finds them. */
    public static List<Verdict.Contradiction> of(Scene scene) {
        List<Verdict.Contradiction> found = new ArrayList<>();
        Map<String, List<Observation<Frame>>> captures = new LinkedHashMap<>();
        for (Observation<Frame> seen : scene.book().of(Frame.class)) {
            if (seen.fact().body() instanceof Frame.Tcp) {
                captures.computeIfAbsent(
                                seen.origin().document() + ":" + seen.origin().block(), k -> new ArrayList<>())
                        .add(seen);
            }
        }
        captures.values().forEach(frames -> foreignName(scene, frames, found));
        KernelCheck.look(scene, found);
        return found;
    }

    /** A capture said to be of one host in which that host does not appear, but another name always does. */
    private static void foreignName(Scene scene, List<Observation<Frame>> frames, List<Verdict.Contradiction> found) {
        Observation<Frame> first = frames.getFirst();
        Host host = scene.cast().of(first);
        if (host.names().isEmpty()) {
            return;
        }
        Set<String> always = null;
        for (Observation<Frame> seen : frames) {
            Set<String> names = new HashSet<>();
            for (Endpoint end : ends(seen.fact())) {
                boolean own =
                        end.host() != null && host.is(end.host()) || end.address() != null && host.is(end.address());
                if (own || end.host() == null) {
                    return;
                }
                if (scene.cast().named(end.host()) == null) {
                    names.add(end.host());
                }
            }
            if (always == null) {
                always = names;
            } else {
                always.retainAll(names);
            }
        }
        if (always == null || always.size() != 1) {
            return;
        }
        String stranger = always.iterator().next();
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of(first));
        for (Observation<Attribution> label : scene.book().besides(first, Attribution.class)) {
            evidence.add(Evidence.of(label));
        }
        found.add(new Verdict.Contradiction(
                Phrase.of(
                        Say.CONTRADICTS_NAME,
                        host.names().getFirst(),
                        stranger,
                        first.origin().line()),
                evidence));
    }

    private static List<Endpoint> ends(Frame frame) {
        return frame.body() instanceof Frame.Tcp tcp ? List.of(tcp.source(), tcp.destination()) : List.of();
    }
}
