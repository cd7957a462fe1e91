package astray.diagnosis.outline;

import astray.diagnosis.Evidence;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.Verdict;
import astray.diagnosis.model.Decision;
import astray.diagnosis.model.Grounds;
import astray.diagnosis.walk.Agreement;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Observation;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.facts.Rule;
import astray.facts.Watch;
import java.util.ArrayList;
import java.util.List;
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
            Observation<RouteLookup> asked = leg.lookup();
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

    /** The walk's answer when it is not the kernel's; {@code null} when they agree, or the walk is not sure of its own. */
    private static @Nullable String differs(Leg leg, Decision decision, RouteLookup lookup) {
        boolean sure = !(decision instanceof Decision.Found found) || found.sure();
        if (!sure || Agreement.holds(leg.routing(), leg.flow(), decision, lookup)) {
            return null;
        }
        return switch (decision) {
            case Decision.Undecided _ -> null;
            case Decision.NoRoute() -> "no route";
            case Decision.RuleDiscards(Grounds<Rule> rule) ->
                rule.fact().action().word();
            case Decision.Found(var _, Grounds<Route> grounds, var _) -> words(grounds.fact());
        };
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
