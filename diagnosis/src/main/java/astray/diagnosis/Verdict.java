package astray.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The one answer: what is asked, whether it works, and what is responsible if not.
 *
 * @param question what was asked, or what the text was found to ask
 * @param outcome whether it works
 * @param causes what a person would have to change, the most likely first; empty when all is well or nothing is sure
 * @param ruledOut the usual suspects that were examined and excluded
 * @param next what to type, and where, to learn what could not be seen
 * @param path the way of the request and of the reply as far as it is known
 * @param timeline what happened, by time
 * @param unknown what was not looked at, and why
 * @param contradictions where the evidence disagrees with itself
 */
public record Verdict(
        Question question,
        Outcome outcome,
        List<Finding> causes,
        List<RuledOut> ruledOut,
        List<NextStep> next,
        PathView path,
        List<TimelineEntry> timeline,
        List<Unknown> unknown,
        List<Contradiction> contradictions) {

    private static final List<String> INTERFACE_FIELDS = List.of("interface", "bridge");

    /** Copies the lists. */
    public Verdict {
        causes = List.copyOf(causes);
        ruledOut = List.copyOf(ruledOut);
        next = List.copyOf(next);
        timeline = List.copyOf(timeline);
        unknown = List.copyOf(unknown);
        contradictions = List.copyOf(contradictions);
    }

    /** The interfaces that the causes are about: what else happened to them is worth asking for. */
    public Set<String> interfaces() {
        Set<String> names = new LinkedHashSet<>();
        for (Finding cause : causes) {
            for (String field : INTERFACE_FIELDS) {
                if (cause.subject().get(field) instanceof String name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** The same with more that was not looked at. */
    public Verdict knowingLess(List<Unknown> more) {
        List<Unknown> all = new ArrayList<>(unknown);
        all.addAll(more);
        return new Verdict(question, outcome, causes, ruledOut, next, path, timeline, all, contradictions);
    }

    /** An excluded cause, with the evidence that excludes it. */
    public record RuledOut(CauseId id, Phrase why, List<Evidence> evidence) {}

    /** What to type, where, and what it would show. */
    public record NextStep(String host, String command, Phrase why) {}

    /** What was not looked at, and why. */
    public record Unknown(Phrase what, Phrase why) {}

    /** Two pieces of evidence that cannot both be taken at their word. */
    public record Contradiction(Phrase summary, List<Evidence> evidence) {}
}
