package astray.diagnosis.model;

import astray.facts.Route;
import astray.facts.Rule;
import org.jspecify.annotations.Nullable;

/** What routing decides for a packet. */
public sealed interface Decision {

    /**
     * A route was found.
     *
     * @param rule the rule whose table holds it
     * @param route the route
     * @param sure whether all that could have come before it was shown
     */
    record Found(Grounds<Rule> rule, Grounds<Route> route, boolean sure) implements Decision {}

    /** A rule itself ends the packet's way (blackhole, unreachable, prohibit). */
    record RuleDiscards(Grounds<Rule> rule) implements Decision {}

    /** All was shown, and nothing matches. */
    record NoRoute() implements Decision {}

    /**
     * What was shown does not decide.
     *
     * @param table the table that was not shown; {@code null} when no table at all was
     */
    record Undecided(@Nullable String table) implements Decision {}
}
