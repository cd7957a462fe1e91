package astray.facts;

import org.jspecify.annotations.Nullable;

/**
 * How often a capture shows frames that are alike: of one interface and direction, between the same ends, of the same
 * kind, whatever their times, sequence numbers and contents. Said only where not each of them is listed as a
 * {@link Frame}.
 *
 * @param like the first of them
 * @param count how many there are, this one included
 * @param last when the last one was seen
 */
public record FrameCount(Frame like, long count, @Nullable Moment last) implements Fact {}
