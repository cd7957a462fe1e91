package astray.diagnosis.outline;

import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.PathView;
import astray.diagnosis.PathView.Kind;
import astray.diagnosis.PathView.State;
import astray.diagnosis.PathView.Step;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Hop;
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
        Finding first = findings.isEmpty() ? null : findings.getFirst();
        return new PathView(request(scene, first), reply(scene, first));
    }

    private static List<Step> request(Scene scene, @Nullable Finding cause) {
        List<Step> steps = new ArrayList<>();
        Finding stops = cause != null && cause.direction() == Direction.REQUEST ? cause : null;
        boolean arrived = scene.symptoms().works()
                || scene.requestSeenAtTarget() != null
                || cause != null && cause.direction() == Direction.REPLY;
        Leg leg = scene.request();
        Finding atAsker = stops != null && leg != null && stops.host().equals(scene.nameOf(leg)) ? stops : null;
        boolean onPath = stops != null && stops.host().equals("path");
        steps.add(new Step(Kind.HOST, scene.askerName(), State.PASSES, null));
        if (leg != null && leg.fate() instanceof Fate.Sent sent) {
            steps.add(new Step(
                    Kind.INTERFACE,
                    sent.dev(),
                    atAsker != null ? State.STOPS : State.PASSES,
                    atAsker != null ? atAsker.summary() : null));
        } else if (atAsker != null) {
            steps.set(0, new Step(Kind.HOST, scene.askerName(), State.STOPS, atAsker.summary()));
        }
        hops(scene, steps, atAsker != null, onPath, arrived);
        State end;
        if (stops == null) {
            end = arrived ? State.PASSES : State.UNKNOWN;
        } else {
            end = arrived || atAsker == null && !onPath ? State.STOPS : State.NOT_REACHED;
        }
        steps.add(new Step(
                Kind.HOST, scene.targetName(), end, stops != null && end == State.STOPS ? stops.summary() : null));
        return steps;
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
            boolean isTarget = trace.reached() && hop.equals(last);
            if (!isTarget) {
                boolean stops = stopsOnPath && hop.equals(last);
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
            Phrase note = stops ? Phrase.of(note(sent), leg.flow().destination()) : null;
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
