package astray.facts;

/** What a host's clock showed ({@code date}). */
public record ClockReading(Moment at) implements Fact {}
