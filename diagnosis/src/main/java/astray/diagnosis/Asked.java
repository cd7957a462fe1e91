package astray.diagnosis;

import astray.facts.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * What the user said of the question. What is {@code null} is inferred from the evidence.
 *
 * @param peer the address that asks
 * @param target the name or address that is asked for, in the user's words
 * @param port the target's port
 * @param live the machine that Astray runs on; {@code null} when the evidence was collected elsewhere
 */
public record Asked(
        @Nullable IpAddress peer,
        @Nullable String target,
        @Nullable Integer port,
        @Nullable Live live) {

    /** Nothing was said. */
    public static final Asked NOTHING = new Asked(null, null, null, null);

    /**
     * The machine that Astray runs on, which is one end of the question.
     *
     * @param host its name, as the origins of its facts have it
     * @param asks whether it is the one that asks, not the one that is asked
     * @param own its own address towards the other; {@code null} when it has none
     * @param other the other end's address; {@code null} when the name has none
     */
    public record Live(
            String host,
            boolean asks,
            @Nullable IpAddress own,
            @Nullable IpAddress other) {}

    /** Asks about evidence that was collected elsewhere. */
    public Asked(@Nullable IpAddress peer, @Nullable String target, @Nullable Integer port) {
        this(peer, target, port, null);
    }
}
