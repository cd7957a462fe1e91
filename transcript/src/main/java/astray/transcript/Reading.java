package astray.transcript;

import astray.facts.Observation;
import java.util.List;

/**
 * All that was read from some documents.
 *
 * @param observations the facts, in the order of the documents and their lines
 * @param blocks the outputs found
 * @param notUnderstood stretches of output that no format took
 * @param tally what became of the lines
 * @param losses what was left out
 */
public record Reading(
        List<Observation<?>> observations,
        List<Block> blocks,
        List<NotUnderstood> notUnderstood,
        Tally tally,
        List<Loss> losses) {

    /** Copies the lists. */
    public Reading {
        observations = List.copyOf(observations);
        blocks = List.copyOf(blocks);
        notUnderstood = List.copyOf(notUnderstood);
        losses = List.copyOf(losses);
    }

    /** How many lines the documents have. */
    public long lines() {
        return tally.lines();
    }
}
