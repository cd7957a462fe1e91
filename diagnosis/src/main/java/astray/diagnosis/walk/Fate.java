package astray.diagnosis.walk;

import astray.diagnosis.model.Grounds;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Route;
import astray.facts.Rule;
import org.jspecify.annotations.Nullable;

/** What becomes of a packet that a host sends: the complete list. */
public sealed interface Fate {

    /**
     * It leaves by an interface, as far as routing decides.
     *
     * @param dev the interface
     * @param nextHop whose link-layer address is needed: the gateway, or the destination itself
     * @param route the route
     * @param rule the rule that led to the route's table; {@code null} when the kernel itself was asked
     * @param sure whether all that could have decided otherwise was shown
     * @param exit what stands in its way at the interface
     * @param proof what shows the exit to be so; {@code null} when nothing was shown
     */
    record Sent(
            String dev,
            IpAddress nextHop,
            Grounds<Route> route,
            @Nullable Grounds<Rule> rule,
            boolean sure,
            Exit exit,
            @Nullable Observation<?> proof)
            implements Fate {

        /** Whether the packet gets out, as far as was shown. */
        public boolean leaves() {
            return exit == Exit.OPEN || exit == Exit.NOT_SHOWN;
        }
    }

    /** What a packet meets at the interface. */
    enum Exit {
        /** The link is up and the next hop answered. */
        OPEN,
        /** The interface is set down. */
        LINK_DOWN,
        /** The interface has no carrier. */
        NO_CARRIER,
        /** The next hop does not answer ARP or ND. */
        NEIGHBOUR_SILENT,
        /** Nothing shows it. */
        NOT_SHOWN
    }

    /** The destination is one of the host's own addresses. */
    record ToItself(Grounds<Route> route) implements Fate {}

    /** A blackhole, unreachable or prohibit route takes it. */
    record Discarded(Grounds<Route> route) implements Fate {}

    /** A rule discards it. */
    record DiscardedByRule(Grounds<Rule> rule) implements Fate {}

    /**
     * No route matches.
     *
     * @param proof the kernel's or a tool's own words for it, if shown
     */
    record NoRoute(@Nullable Observation<?> proof) implements Fate {}

    /**
     * Nothing that was shown matches, and the table of the default route was not shown: it leaves by the default
     * route if there is one.
     */
    record ByUnseenDefault() implements Fate {}

    /** A table that decides was not shown. */
    record Undecided(@Nullable String table) implements Fate {}
}
