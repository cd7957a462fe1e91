package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Evidence;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A finding while it is being put together. Confidence adds up from what speaks for it and stays below certainty. */
final class Draft {
    private static final double NEARLY_SURE = 0.9;
    private static final double CEILING = 0.99;
    private static final double SLOWNESS = 0.25;

    private final CauseId id;
    private final Direction direction;
    private final String host;
    private final Phrase summary;
    private double confidence;
    private final Map<String, Object> subject = new LinkedHashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private Finding.@Nullable Counterfactual counterfactual;
    private final List<Finding.Remedy> remedies = new ArrayList<>();
    private final List<Prefix> affected = new ArrayList<>();
    private final List<Finding.Unaffected> unaffected = new ArrayList<>();
    private Finding.@Nullable Since since;
    private final List<Phrase> notes = new ArrayList<>();

    Draft(CauseId id, Direction direction, String host, double confidence, Phrase summary) {
        this.id = id;
        this.direction = direction;
        this.host = host;
        this.confidence = confidence;
        this.summary = summary;
    }

    Draft subject(String field, @Nullable Object value) {
        if (value != null) {
            subject.put(field, value instanceof Number ? value : value.toString());
        }
        return this;
    }

    Draft listSubject(String field, List<String> values) {
        subject.put(field, List.copyOf(values));
        return this;
    }

    /** Evidence that adds to the confidence. */
    Draft evidence(double weight, Evidence seen) {
        confidence += weight;
        boolean known = evidence.stream()
                .anyMatch(e -> e.line() == seen.line()
                        && e.document().equals(seen.document())
                        && Objects.equals(e.text(), seen.text()));
        if (!known) {
            evidence.add(seen);
        }
        return this;
    }

    Draft evidence(double weight, @Nullable Observation<?> seen, Say shows, Object... arguments) {
        return seen == null ? this : evidence(weight, Evidence.of(seen).showing(Phrase.of(shows, arguments)));
    }

    Draft weigh(double weight) {
        confidence += weight;
        return this;
    }

    Draft without(List<String> change, Outcome outcome, Phrase summary) {
        counterfactual = new Finding.Counterfactual(List.copyOf(change), outcome, summary);
        return this;
    }

    Draft remedy(
            Phrase what, List<String> commands, List<String> undo, List<Phrase> sideEffects, boolean survivesReboot) {
        remedies.add(new Finding.Remedy(
                what, List.copyOf(commands), List.copyOf(undo), List.copyOf(sideEffects), survivesReboot, true));
        return this;
    }

    Draft affects(Prefix prefix) {
        affected.add(prefix);
        return this;
    }

    Draft spares(String who, Phrase why) {
        unaffected.add(new Finding.Unaffected(who, why));
        return this;
    }

    Draft since(Finding.@Nullable Since when) {
        since = when;
        return this;
    }

    Draft note(Phrase note) {
        notes.add(note);
        return this;
    }

    /** How sure it is. Each piece of evidence counts, the last ones ever less: the sum closes in on the ceiling. */
    double confidence() {
        double beyond = confidence - NEARLY_SURE;
        return beyond <= 0 ? confidence : NEARLY_SURE + (CEILING - NEARLY_SURE) * (1 - Math.exp(-beyond / SLOWNESS));
    }

    List<Finding> found() {
        return List.of(new Finding(
                id,
                direction,
                host,
                Math.round(confidence() * 100) / 100.0,
                subject,
                summary,
                evidence,
                counterfactual,
                remedies,
                affected,
                unaffected,
                since,
                notes));
    }
}
