package astray.cli;

import astray.collect.Gap;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What could not be looked at on a live host, as a verdict says it. */
final class Gaps {
    private Gaps() {}

    static List<Verdict.Unknown> unknown(List<Gap> gaps) {
        List<Verdict.Unknown> unknown = new ArrayList<>();
        for (Gap gap : gaps) {
            Verdict.Unknown told = new Verdict.Unknown(what(gap), why(gap));
            if (!unknown.contains(told)) {
                unknown.add(told);
            }
        }
        return unknown;
    }

    private static Phrase what(Gap gap) {
        return switch (gap.what()) {
            case LINKS -> Phrase.of(Say.GAP_LINKS);
            case ADDRESSES -> Phrase.of(Say.GAP_ADDRESSES);
            case RULES -> Phrase.of(Say.GAP_RULES, gap.where());
            case ROUTES -> Phrase.of(Say.GAP_ROUTES, gap.where());
            case NEIGHBOURS -> Phrase.of(Say.GAP_NEIGHBOURS);
            case SOCKETS -> Phrase.of(Say.GAP_SOCKETS);
            case PROCESSES -> Phrase.of(Say.GAP_PROCESSES);
            case SETTINGS -> Phrase.of(Say.GAP_SETTINGS, gap.where());
            case COUNTERS -> Phrase.of(Say.GAP_COUNTERS, gap.where());
            case PACKETS -> Phrase.of(Say.GAP_PACKETS, gap.where());
            case FIREWALL -> Phrase.of(Say.GAP_FIREWALL, gap.where());
            case TRAFFIC_CONTROL -> Phrase.of(Say.GAP_TRAFFIC_CONTROL);
            case IPSEC -> Phrase.of(Say.GAP_IPSEC);
            case CGROUP_PROGRAMS -> Phrase.of(Say.GAP_CGROUP_PROGRAMS);
            case DOCKER -> Phrase.of(Say.GAP_DOCKER, gap.where());
            case NAMES -> Phrase.of(Say.GAP_NAMES, gap.where());
            case PEER_ANSWER -> Phrase.of(Say.GAP_PEER_ANSWER, gap.where());
            case LOOKUP -> Phrase.of(Say.GAP_LOOKUP, gap.where());
            case LOGS -> Phrase.of(Say.GAP_LOGS);
            case KERNEL_LOG -> Phrase.of(Say.GAP_KERNEL_LOG);
        };
    }

    private static Phrase why(Gap gap) {
        return switch (gap.why()) {
            case NOT_PERMITTED ->
                switch (gap.what()) {
                    case PACKETS, PEER_ANSWER -> Phrase.of(Say.BECAUSE_NEEDS, "CAP_NET_RAW");
                    case FIREWALL, IPSEC, TRAFFIC_CONTROL -> Phrase.of(Say.BECAUSE_NEEDS, "CAP_NET_ADMIN");
                    case PROCESSES -> Phrase.of(Say.BECAUSE_NEEDS, "CAP_SYS_PTRACE");
                    default -> Phrase.of(Say.BECAUSE_NOT_PERMITTED);
                };
            case NOT_THERE -> Phrase.of(Say.BECAUSE_NOT_THERE);
            case NO_TIME -> Phrase.of(Say.BECAUSE_NO_TIME);
            case PASSIVE -> Phrase.of(Say.BECAUSE_PASSIVE);
            case LIMIT -> Phrase.of(Say.BECAUSE_LIMIT);
            case NOT_READ -> Phrase.of(Say.BECAUSE_NOT_READ);
            case FAILED ->
                gap.detail().isEmpty() ? Phrase.of(Say.BECAUSE_NO_TIME) : Phrase.of(Say.BECAUSE_FAILED, gap.detail());
        };
    }
}
