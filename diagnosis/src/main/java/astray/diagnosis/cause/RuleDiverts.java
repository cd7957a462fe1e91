package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.model.Decision;
import astray.diagnosis.model.Grounds;
import astray.diagnosis.walk.Fate;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.Frame;
import astray.facts.Observation;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.Rule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A policy rule sends the packet to a table that leads it elsewhere than the main table would, and in vain. */
final class RuleDiverts implements Cause {
    private static final double ENOUGH = 0.5;

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            Grounds<Rule> rule = special(leg);
            if (rule == null || isOneRoutesFault(leg, rule)) {
                continue;
            }
            Fate otherwise = leg.in(leg.routing().without(rule.fact())).fate();
            if (otherwise instanceof Fate.Sent other && other.leaves() && parts(leg.fate(), other)) {
                Draft draft = draft(scene, leg, rule, other);
                if (draft.confidence() >= ENOUGH) {
                    return draft.found();
                }
            }
        }
        return List.of();
    }

    /** The rule that decided, if it is none of the kernel's own three. */
    private static @Nullable Grounds<Rule> special(Leg leg) {
        Grounds<Rule> rule = switch (leg.routing().decide(leg.flow())) {
            case Decision.Found found -> found.rule();
            case Decision.RuleDiscards(var discarding) -> discarding;
            case Decision.NoRoute _, Decision.Undecided _ -> null;
        };
        if (rule == null || rule.implied()) {
            return null;
        }
        String table = rule.fact().table();
        boolean own = Route.LOCAL.equals(table) || Route.MAIN.equals(table) || "default".equals(table);
        return own ? null : rule;
    }

    /** Without the route that took the packet the same table leads it out another way: the table itself is right. */
    private static boolean isOneRoutesFault(Leg leg, Grounds<Rule> rule) {
        return leg.fate() instanceof Fate.Sent sent
                && leg.in(leg.routing().without(sent.route().fact())).fate() instanceof Fate.Sent other
                && other.rule() != null
                && other.rule().fact().equals(rule.fact())
                && other.leaves()
                && !other.dev().equals(sent.dev());
    }

    private static boolean parts(Fate diverted, Fate.Sent other) {
        return !(diverted instanceof Fate.Sent sent)
                || !sent.dev().equals(other.dev())
                || !Objects.equals(sent.nextHop(), other.nextHop());
    }

    private static Draft draft(Scene scene, Leg leg, Grounds<Rule> grounds, Fate.Sent other) {
        Rule rule = grounds.fact();
        String host = scene.nameOf(leg);
        String table = rule.table() == null ? rule.action().word() : rule.table();
        Draft draft = new Draft(
                CauseId.RULE_DIVERTS,
                leg.direction(),
                host,
                0.4,
                Phrase.of(Say.DIVERTS_SUMMARY, rule.priority(), host, leg.flow().destination(), table));
        draft.subject("destination", leg.flow().destination())
                .subject("priority", rule.priority())
                .subject("table", number(table));
        draft.evidence(0.05, grounds.shown(), Say.SHOWS_RULE, leg.flow().destination(), table);
        switch (leg.fate()) {
            case Fate.Sent sent -> {
                draft.evidence(0.05, sent.route().shown(), Say.SHOWS_TABLE_LEADS, table, sent.nextHop(), sent.dev());
                if (!sent.leaves()) {
                    draft.evidence(0.4, sent.proof(), Say.SHOWS_NEIGHBOUR_SILENT, sent.nextHop(), sent.dev());
                }
            }
            case Fate.Discarded(var route) ->
                draft.evidence(
                        0.45,
                        route.shown(),
                        Say.SHOWS_ROUTE_DISCARDS,
                        route.fact().type().word(),
                        route.fact().destination());
            case Fate.DiscardedByRule _ -> draft.weigh(0.45);
            case Fate.ToItself _, Fate.NoRoute _, Fate.ByUnseenDefault _, Fate.Undecided _ -> draft.weigh(0.2);
        }
        if (scene.symptoms().fails()) {
            draft.weigh(0.15);
        }
        replies(draft, leg);
        String ip = InWords.ip(leg.family());
        draft.without(
                List.of("without rule " + InWords.of(rule)),
                Outcome.REACHABLE,
                Phrase.of(Say.WOULD_LEAVE, other.dev(), other.nextHop()));
        draft.remedy(
                Phrase.of(Say.REMEDY_DROP_RULE, rule.priority()),
                List.of(ip + " rule del priority " + rule.priority()),
                List.of(ip + " rule add " + InWords.arguments(rule)),
                List.of(Phrase.of(Say.EFFECT_RULE_GONE, table)),
                false);
        Prefix selected = rule.to() != null ? rule.to() : Prefix.all(leg.family());
        draft.affects(selected);
        return draft;
    }

    /** The replies go out, and the peer behaves as if none came: it tries again. */
    private static void replies(Draft draft, Leg leg) {
        if (leg.direction() != Direction.REPLY) {
            return;
        }
        int accepted = 0;
        Observation<Frame> first = null;
        for (Observation<Frame> seen : leg.wire().segments(leg.flow().destination(), null)) {
            if (seen.fact().body() instanceof Frame.Tcp tcp
                    && tcp.accepts()
                    && leg.flow().destination().equals(tcp.destination().address())) {
                accepted++;
                first = first == null ? seen : first;
            }
        }
        if (accepted > 1 && first != null) {
            draft.evidence(
                    0.1, first, Say.SHOWS_REPLIES_LEAVE, accepted, leg.flow().destination());
        }
    }

    private static Object number(String table) {
        Long number = null;
        if (table.length() < 12 && !table.isEmpty() && table.chars().allMatch(Character::isDigit)) {
            number = Long.valueOf(table);
        }
        return number == null ? table : number;
    }
}
