package astray.diagnosis;

import astray.diagnosis.ask.QuestionFinder;
import astray.diagnosis.ask.Situation;
import astray.diagnosis.ask.Symptoms;
import astray.diagnosis.book.Casebook;
import astray.diagnosis.book.Cast;
import astray.diagnosis.cause.Causes;
import astray.diagnosis.outline.Assurance;
import astray.diagnosis.outline.Blanks;
import astray.diagnosis.outline.Contradictions;
import astray.diagnosis.outline.Exclusions;
import astray.diagnosis.outline.Happenings;
import astray.diagnosis.outline.PathDrawer;
import astray.diagnosis.time.Calendar;
import astray.diagnosis.walk.Scene;
import astray.facts.Observation;
import java.util.List;

/** The way from facts to a verdict: who is who, what is asked, the walk, the causes, and what is not known. */
public final class Diagnosis {
    private Diagnosis() {}

    /**
     * Reasons over what was observed.
     *
     * @param observations the facts, in the order in which they were read
     * @param asked what the user said of the question
     */
    public static Verdict of(List<? extends Observation<?>> observations, Asked asked) {
        Casebook book = new Casebook(observations);
        Cast cast = new Cast(book);
        Situation situation = new QuestionFinder(book, cast, asked).find();
        Calendar calendar = new Calendar(book, cast);
        Scene scene = new Scene(book, cast, situation, calendar);
        List<Finding> findings = situation.symptoms().works() ? Causes.thoughItWorks(scene) : Causes.examine(scene);
        Blanks blanks = new Blanks(scene, findings);
        return new Verdict(
                situation.question(),
                outcome(scene, situation, findings),
                findings,
                Exclusions.of(scene, findings),
                blanks.next(),
                PathDrawer.draw(scene, findings),
                Happenings.of(scene, findings),
                blanks.unknown(),
                Contradictions.of(scene));
    }

    private static Outcome outcome(Scene scene, Situation situation, List<Finding> findings) {
        Symptoms symptoms = situation.symptoms();
        if (!findings.isEmpty()) {
            return Causes.leaveItWorking(findings, scene) ? Outcome.DEGRADED : Outcome.UNREACHABLE;
        }
        if (symptoms.works()) {
            return symptoms.badPing() != null || symptoms.oneFamilyFails() ? Outcome.DEGRADED : Outcome.REACHABLE;
        }
        if (Assurance.holds(scene)) {
            return Outcome.REACHABLE;
        }
        if (situation.question().port() == null && symptoms.passes()) {
            // nothing more was asked than whether packets get there and back
            return Outcome.REACHABLE;
        }
        if (symptoms.failure() != null || !symptoms.attempts().isEmpty()) {
            return symptoms.oneFamilyFails() ? Outcome.DEGRADED : Outcome.UNREACHABLE;
        }
        if (symptoms.pings().stream()
                .anyMatch(p -> !Symptoms.lost(p.fact()) && p.fact().received() != null)) {
            // it answers pings; whether the service does was not tried
            return Outcome.UNKNOWN;
        }
        return symptoms.fails() ? Outcome.UNREACHABLE : Outcome.UNKNOWN;
    }
}
