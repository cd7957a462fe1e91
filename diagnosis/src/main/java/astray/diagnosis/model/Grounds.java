package astray.diagnosis.model;

import astray.facts.Fact;
import astray.facts.Observation;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the model and what it rests on.
 *
 * @param fact the fact
 * @param shown the observation of it, or for an implied fact the one that implies it; {@code null} for what every
 *     kernel has
 * @param implied whether it was worked out, not shown
 */
public record Grounds<F extends Fact>(F fact, @Nullable Observation<?> shown, boolean implied) {}
