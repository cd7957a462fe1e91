package astray.diagnosis;

import astray.facts.Fact;
import astray.facts.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Words that can be looked up.
 *
 * @param source the tool or format that they were read from
 * @param host the host that they are about, where known
 * @param at when, where known
 * @param document the file's name
 * @param line the line in it, from 1
 * @param text the words; several lines are parted by {@code \n}
 * @param note what they show, {@code null} when they speak for themselves
 */
public record Evidence(
        String source,
        @Nullable String host,
        @Nullable When at,
        String document,
        int line,
        String text,
        @Nullable Phrase note) {

    /** The words that a fact was read from. */
    public static Evidence of(Observation<? extends Fact> seen) {
        return new Evidence(
                seen.origin().source(),
                seen.origin().host(),
                null,
                seen.origin().document(),
                seen.origin().line(),
                seen.origin().text(),
                null);
    }

    /** The same with what it shows. */
    public Evidence showing(Phrase what) {
        return new Evidence(source, host, at, document, line, text, what);
    }

    /** The same with its time. */
    public Evidence at(@Nullable When when) {
        return new Evidence(source, host, when, document, line, text, note);
    }
}
