package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * A line of a log.
 *
 * @param at when; {@code null} when not shown
 * @param host the host's name in the line
 * @param identifier who wrote it: {@code kernel}, {@code sudo}, {@code systemd-networkd}, …
 * @param pid the writer's process id
 * @param message the message
 */
public record LogEntry(
        @Nullable Moment at,
        @Nullable String host,
        @Nullable String identifier,
        @Nullable Long pid,
        String message) implements Fact {}
