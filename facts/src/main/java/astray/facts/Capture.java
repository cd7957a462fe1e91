package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * That a capture was made, even when it saw nothing.
 *
 * @param dev the interface listened on, {@code any} for all; {@code null} when not shown
 * @param linkType the link type's name, such as {@code EN10MB}
 * @param captured packets captured; {@code null} when the end is not shown
 * @param dropped packets that the kernel dropped
 */
public record Capture(
        @Nullable String dev,
        @Nullable String linkType,
        @Nullable Long captured,
        @Nullable Long dropped) implements Fact {}
