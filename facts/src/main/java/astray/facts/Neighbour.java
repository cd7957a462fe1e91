package astray.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour table entry (ARP or ND; ip-neighbour(8)).
 *
 * @param address the neighbour's address
 * @param dev the interface it is on
 * @param lladdr its link-layer address, in lower case; {@code null} where it is not known
 * @param state the state
 * @param flags such as {@code router}, {@code proxy}, {@code extern_learn}, in the order shown
 */
public record Neighbour(
        IpAddress address, @Nullable String dev, @Nullable String lladdr, State state, List<String> flags)
        implements Fact {

    /** The NUD states of the kernel ({@code linux/neighbour.h}); UNKNOWN where the source shows none. */
    public enum State {
        INCOMPLETE,
        REACHABLE,
        STALE,
        DELAY,
        PROBE,
        FAILED,
        NOARP,
        PERMANENT,
        NONE,
        UNKNOWN;

        /** Whether the neighbour was asked for and has not answered. */
        public boolean unanswered() {
            return this == INCOMPLETE || this == FAILED;
        }
    }

    /** Copies the list. */
    public Neighbour {
        flags = List.copyOf(flags);
    }
}
