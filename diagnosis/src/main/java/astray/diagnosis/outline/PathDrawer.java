package astray.diagnosis.outline;

import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.PathView;
import astray.diagnosis.PathView.Kind;
import astray.diagnosis.PathView.State;
import astray.diagnosis.PathView.Step;
import astray.diagnosis.Phrase;
import astray.diagnosis.Question;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Observation;
import astray.facts.Trace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the way of the request and of the reply as far as it is known. */
public final class PathDrawer {
    private PathDrawer() {}

    /** Draws both. */
    public static PathView draw(Scene scene, List<Finding> findings) {
        Question question = scene.question();
        if (question.address() == null && question.name() == null) {
            // nowhere to go
            return new PathView(List.of(), List.of());
        }
        Finding first = findings.isEmpty() ? null : findings.getFirst();
        return new PathView(request(scene, first), reply(scene, first));
    }

    private static List<Step> request(Scene scene, @Nullable Finding cause) {
        List<Step> steps = new ArrayList<>();
        Leg leg = scene.request();
        String stop = cause != null && cause.direction() == Direction.REQUEST ? cause.host() : null;
        Phrase why = cause != null && stop != null ? cause.summary() : null;
        boolean atAsker = stop != null && leg != null && stop.equals(scene.nameOf(leg));
        boolean onPath = "path".equals(stop);
        boolean arrived = scene.symptoms().works()
                || scene.requestSeenAtTarget() != null
                || cause != null && cause.direction() == Direction.REPLY;
        Fate fate = leg == null ? null : leg.fate();
        State first = atAsker ? State.STOPS : State.PASSES;
        if (fate instanceof Fate.Sent sent) {
            steps.add(new Step(Kind.HOST, scene.askerName(), State.PASSES, null));
            steps.add(new Step(Kind.INTERFACE, sent.dev(), first, atAsker ? why : null));
        } else {
            steps.add(new Step(Kind.HOST, scene.askerName(), first, atAsker ? why : null));
        }
        hops(scene, steps, atAsker, onPath, arrived);
        State end = end(stop, atAsker || onPath, arrived);
        steps.add(new Step(Kind.HOST, scene.targetName(), end, end == State.STOPS ? why : null));
        return steps;
    }

    /** What becomes of the request at the target. */
    private static State end(@Nullable String stop, boolean before, boolean arrived) {
        if (stop == null) {
            return arrived ? State.PASSES : State.UNKNOWN;
        }
        return before ? State.NOT_REACHED : State.STOPS;
    }

    private static void hops(Scene scene, List<Step> steps, boolean cut, boolean stopsOnPath, boolean arrived) {
        Trace trace = scene.symptoms().traces().stream()
                .map(Observation::fact)
                .findFirst()
                .orElse(null);
        Hop last = trace == null ? null : trace.lastAnswered();
        if (trace == null || last == null || cut) {
            return;
        }
        int silent = 0;
        for (Hop hop : trace.hops()) {
            if (hop.ttl() > last.ttl()) {
                break;
            }
            if (!hop.answered()) {
                silent++;
                continue;
            }
            if (silent > 0) {
                steps.add(new Step(Kind.SILENT, "*", State.PASSES, null));
                silent = 0;
            }
            boolean isTarget = trace.reached() && hop.ttl() == last.ttl();
            if (!isTarget) {
                boolean stops = stopsOnPath && hop.ttl() == last.ttl();
                steps.add(new Step(
                        Kind.HOP,
                        hop.address() == null ? "?" : hop.address().toString(),
                        stops ? State.STOPS : State.PASSES,
                        null));
            }
        }
        if (!trace.reached()) {
            steps.add(new Step(Kind.SILENT, "*", arrived ? State.PASSES : State.UNKNOWN, null));
        }
    }

    private static List<Step> reply(Scene scene, @Nullable Finding cause) {
        List<Step> steps = new ArrayList<>();
        Leg leg = scene.reply();
        if (leg == null) {
            return steps;
        }
        boolean stops = cause != null && cause.direction() == Direction.REPLY;
        boolean neverBegins = cause != null && cause.direction() == Direction.REQUEST;
        if (neverBegins) {
            return steps;
        }
        if (leg.fate() instanceof Fate.Sent sent) {
            steps.add(new Step(Kind.HOST, scene.nameOf(leg), State.PASSES, null));
            boolean silent = sent.exit() == Fate.Exit.NEIGHBOUR_SILENT;
            IpAddress about = silent ? sent.nextHop() : leg.flow().destination();
            Phrase note = stops ? Phrase.of(note(sent), about) : null;
            steps.add(new Step(Kind.INTERFACE, sent.dev(), stops ? State.STOPS : State.PASSES, note));
        } else {
            steps.add(new Step(
                    Kind.HOST,
                    scene.nameOf(leg),
                    stops ? State.STOPS : State.UNKNOWN,
                    stops && cause != null ? cause.summary() : null));
        }
        steps.add(new Step(
                Kind.HOST,
                scene.askerName(),
                scene.symptoms().works() ? State.PASSES : stops ? State.NOT_REACHED : State.UNKNOWN,
                null));
        return steps;
    }

    private static Say note(Fate.Sent sent) {
        return switch (sent.exit()) {
            case NEIGHBOUR_SILENT -> Say.AT_NEIGHBOUR_SILENT;
            case NO_CARRIER -> Say.AT_NO_CARRIER;
            case LINK_DOWN -> Say.AT_LINK_DOWN;
            case OPEN, NOT_SHOWN -> Say.AT_WRONG_WAY;
        };
    }
}
