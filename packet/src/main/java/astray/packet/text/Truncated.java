package astray.packet.text;

/**
 * A getter was asked for bytes beyond the end of what was captured. It ends the printing of the packet, or of the part
 * whose protocol catches it, with {@code [|protocol]}. Never leaves this package.
 */
final class Truncated extends RuntimeException {
    /** One for all: it holds no stack and no state, and a cut packet is no rare thing. */
    @SuppressWarnings("StaticAssignmentOfThrowable")
    static final Truncated HERE = new Truncated();

    private static final long serialVersionUID = 1;

    private Truncated() {
        super("the captured bytes end here", null, false, false);
    }
}
