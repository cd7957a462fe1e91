package astray.diagnosis.outline;

import astray.diagnosis.Evidence;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.Verdict;
import astray.diagnosis.model.Decision;
import astray.diagnosis.model.Grounds;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Observation;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.facts.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * On a live host the kernel was asked too, at the same time and of the same tables: where it says another way than the
 * model's walk, the model is wrong, and that is said.
 */
final class KernelCheck {
    private KernelCheck() {}

    static void look(Scene scene, List<Verdict.Contradiction> found) {
        for (Leg leg : scene.legs()) {
            if (leg.model().host().of(Watch.class).isEmpty()) {
                continue;
            }
            Observation<RouteLookup> asked = lookup(leg);
            if (asked == null) {
                continue;
            }
            Decision decision = leg.routing().decide(leg.flow());
            String walked = differs(leg, decision, asked.fact());
            if (walked != null) {
                List<Evidence> evidence = new ArrayList<>();
                evidence.add(Evidence.of(asked));
                if (decision instanceof Decision.Found(var _, Grounds<Route> route, var _) && route.shown() != null) {
                    evidence.add(Evidence.of(route.shown()));
                }
                found.add(new Verdict.Contradiction(
                        Phrase.of(
                                Say.CONTRADICTS_KERNEL,
                                walked,
                                kernels(asked.fact()),
                                leg.flow().destination()),
                        evidence));
            }
        }
    }

    /** The question to the kernel that is the leg's own: from its source, or else from none. */
    private static @Nullable Observation<RouteLookup> lookup(Leg leg) {
        Observation<RouteLookup> found = null;
        for (Observation<RouteLookup> seen : leg.model().host().of(RouteLookup.class)) {
            RouteLookup lookup = seen.fact();
            if (lookup.iif() != null || !leg.flow().destination().equals(lookup.destination())) {
                continue;
            }
            IpAddress from = lookup.from();
            if (from != null && from.equals(leg.flow().source())) {
                return seen;
            }
            found = from == null && found == null ? seen : found;
        }
        return found;
    }

    /** The walk's answer when it is not the kernel's; {@code null} when they agree, or the walk has none. */
    private static @Nullable String differs(Leg leg, Decision decision, RouteLookup lookup) {
        Route kernels = lookup.route();
        return switch (decision) {
            case Decision.Undecided _ -> null;
            case Decision.NoRoute() -> kernels == null ? null : "no route";
            case Decision.RuleDiscards(Grounds<astray.facts.Rule> rule) ->
                kernels == null ? null : rule.fact().action().word();
            case Decision.Found(var _, Grounds<Route> grounds, boolean sure) -> {
                Route route = grounds.fact();
                boolean agree = !sure
                        || (route.type().discards()
                                ? kernels == null
                                : kernels != null && (isSame(route, kernels) || isEqual(leg, route, kernels)));
                yield agree ? null : words(route);
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
    private static boolean isEqual(Leg leg, Route route, Route kernels) {
        for (Grounds<Route> other :
                leg.routing().holding(route.table(), leg.flow().destination())) {
            Route candidate = other.fact();
            if (candidate.destination().equals(route.destination())
                    && candidate.metric() == route.metric()
                    && isSame(candidate, kernels)) {
                return true;
            }
        }
        return false;
    }

    private static String kernels(RouteLookup lookup) {
        return lookup.route() == null ? String.valueOf(lookup.error()) : words(lookup.route());
    }

    private static String words(Route route) {
        StringBuilder words = new StringBuilder();
        if (route.type() != Route.Type.UNICAST) {
            words.append(route.type().word()).append(' ');
        }
        if (route.via() != null) {
            words.append("via ").append(route.via()).append(' ');
        }
        return words.append("dev ")
                .append(route.dev() == null ? "-" : route.dev())
                .toString();
    }
}
