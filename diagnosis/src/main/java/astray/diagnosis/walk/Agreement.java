package astray.diagnosis.walk;

import astray.diagnosis.model.Decision;
import astray.diagnosis.model.Flow;
import astray.diagnosis.model.Grounds;
import astray.diagnosis.model.Routing;
import astray.facts.NextHop;
import astray.facts.Route;
import astray.facts.RouteLookup;
import java.util.Objects;

/** Whether the model's routing and the kernel's own lookup of the same packet come to the same. */
public final class Agreement {
    private Agreement() {}

    /** Whether they do. A model that does not decide contradicts nobody. */
    public static boolean holds(Routing routing, Flow flow, Decision decision, RouteLookup lookup) {
        Route kernels = lookup.route();
        return switch (decision) {
            case Decision.Undecided _ -> true;
            case Decision.NoRoute(), Decision.RuleDiscards _ -> kernels == null;
            case Decision.Found(var _, Grounds<Route> grounds, var _) -> {
                Route route = grounds.fact();
                yield route.type().discards()
                        ? kernels == null
                        : kernels != null && (isSame(route, kernels) || isEqual(routing, flow, route, kernels));
            }
        };
    }

    private static boolean isSame(Route route, Route kernels) {
        if (route.type() != kernels.type() && route.type() != Route.Type.ANYCAST) {
            return false;
        }
        if (route.type() != Route.Type.UNICAST) {
            return true;
        }
        for (NextHop hop : route.nextHops()) {
            if (Objects.equals(hop.dev(), kernels.dev()) && Objects.equals(hop.via(), kernels.via())) {
                return true;
            }
        }
        return false;
    }

    /** Of routes that are equally good the kernel may take any (RFC 4861, section 6.3.6). */
    private static boolean isEqual(Routing routing, Flow flow, Route route, Route kernels) {
        for (Grounds<Route> other : routing.holding(route.table(), flow.destination())) {
            Route candidate = other.fact();
            if (candidate.destination().equals(route.destination())
                    && candidate.metric() == route.metric()
                    && isSame(candidate, kernels)) {
                return true;
            }
        }
        return false;
    }
}
