package astray.diagnosis;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param at when
 * @param host where
 * @param source which log or tool told
 * @param text its words, or the first of several that belong together
 * @param count how many lines it stands for, from 1
 * @param note what it means, {@code null} when it speaks for itself
 */
public record TimelineEntry(
        When at,
        @Nullable String host,
        String source,
        String text,
        int count,
        @Nullable Phrase note) {}
