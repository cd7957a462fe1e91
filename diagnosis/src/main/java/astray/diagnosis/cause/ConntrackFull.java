package astray.diagnosis.cause;

import astray.diagnosis.CauseId;
import astray.diagnosis.Direction;
import astray.diagnosis.Finding;
import astray.diagnosis.Outcome;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.model.HostModel;
import astray.diagnosis.walk.Leg;
import astray.diagnosis.walk.Scene;
import astray.facts.LogEntry;
import astray.facts.Observation;
import astray.facts.Prefix;
import java.util.List;

/** Connection tracking knows as many connections as it may: packets of new ones are dropped, those of old ones pass. */
final class ConntrackFull implements Cause {
    private static final String COUNT = "net.netfilter.nf_conntrack_count";
    private static final String MAX = "net.netfilter.nf_conntrack_max";

    @Override
    public List<Finding> examine(Scene scene) {
        for (Leg leg : scene.legs()) {
            HostModel model = leg.model();
            Integer count = model.setting(COUNT);
            Integer max = model.setting(MAX);
            if (count == null || max == null || max == 0 || count < max) {
                continue;
            }
            String host = scene.nameOf(leg);
            Draft draft = new Draft(
                    CauseId.CONNTRACK_FULL,
                    Direction.REQUEST,
                    host,
                    0.8,
                    Phrase.of(Say.CONNTRACK_SUMMARY, host, count, max));
            draft.subject("count", count).subject("max", max);
            draft.evidence(0.05, model.sysctl(COUNT), Say.SHOWS_TRACKED, count);
            draft.evidence(0.02, model.sysctl(MAX), Say.SHOWS_MOST, max);
            for (Observation<LogEntry> seen : model.host().of(LogEntry.class)) {
                if (seen.fact().message().contains("nf_conntrack: table full")) {
                    draft.evidence(0.1, seen, Say.SHOWS_TABLE_FULL);
                    break;
                }
            }
            draft.evidence(0.03, scene.symptoms().failure(), Say.SHOWS_ATTEMPT_FAILED);
            draft.without(
                    List.of("with " + MAX + " = " + 2L * max),
                    Outcome.REACHABLE,
                    Phrase.of(Say.WOULD_BE_TRACKED, host));
            draft.remedy(
                    Phrase.of(Say.REMEDY_CONNTRACK, 2L * max),
                    List.of("sysctl -w " + MAX + "=" + 2L * max),
                    List.of("sysctl -w " + MAX + "=" + max),
                    List.of(Phrase.of(Say.EFFECT_MORE_MEMORY)),
                    false);
            draft.affects(Prefix.all(leg.family()));
            return draft.found();
        }
        return List.of();
    }
}
