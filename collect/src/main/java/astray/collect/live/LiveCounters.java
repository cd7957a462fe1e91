package astray.collect.live;

import astray.collect.Gap;
import astray.facts.Counter;
import astray.facts.CounterChange;
import astray.kernel.proc.Counters;
import astray.kernel.proc.NetFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** The network stack's counters, and how they move while they are watched. */
final class LiveCounters {
    private static final String[] WATCHED = {
        "IpInReceives",
        "IpInDelivers",
        "IpForwDatagrams",
        "IpInAddrErrors",
        "IpInHdrErrors",
        "IpInDiscards",
        "IpOutDiscards",
        "IpOutNoRoutes",
        "IpExtInNoRoutes",
        "TcpInSegs",
        "TcpOutSegs",
        "TcpOutRsts",
        "TcpPassiveOpens",
        "TcpActiveOpens",
        "TcpAttemptFails",
        "TcpEstabResets",
        "TcpRetransSegs",
        "TcpInErrs",
        "TcpExtIPReversePathFilter",
        "TcpExtListenOverflows",
        "TcpExtListenDrops",
        "TcpExtTCPSynRetrans",
        "TcpExtTCPReqQFullDrop",
        "TcpExtSyncookiesSent",
        "TcpExtSyncookiesFailed",
        "TcpExtTCPBacklogDrop",
        "IcmpInDestUnreachs",
        "IcmpOutDestUnreachs",
        "IcmpInEchos",
        "IcmpInEchoReps",
        "Ip6InReceives",
        "Ip6InDelivers",
        "Ip6OutForwDatagrams",
        "Ip6InAddrErrors",
        "Ip6InDiscards",
        "Ip6InNoRoutes",
        "Ip6OutNoRoutes",
        "Ip6OutDiscards",
        "Icmp6InDestUnreachs",
        "Icmp6OutDestUnreachs",
        "conntrack.drop",
        "conntrack.early_drop",
        "conntrack.insert_failed",
    };

    private LiveCounters() {}

    /** Reads them all. */
    static Map<String, Long> read(Ledger ledger) {
        Map<String, Long> values = new LinkedHashMap<>();
        add(values, "snmp", "", ledger);
        add(values, "netstat", "", ledger);
        add(values, "snmp6", "", ledger);
        add(values, "stat/nf_conntrack", "conntrack.", ledger);
        return values;
    }

    private static void add(Map<String, Long> values, String file, String prefix, Ledger ledger) {
        switch (NetFile.read(file)) {
            case NetFile.Whole whole -> {
                Counters counters = switch (file) {
                    case "snmp6" -> Counters.ofLines(whole.bytes());
                    case "stat/nf_conntrack" -> Counters.ofProcessors(whole.bytes());
                    default -> Counters.ofTable(whole.bytes());
                };
                counters.forEach((group, name, value) -> values.put(prefix + group + name, value));
            }
            case NetFile.Unreadable unreadable -> {
                // without IPv6 or connection tracking there is no such file
                if (!unreadable.errno().equals(astray.kernel.Errno.ENOENT)) {
                    ledger.refused(Gap.What.COUNTERS, file, unreadable.errno());
                }
            }
        }
    }

    /** Tells what they came to, and how the watched ones moved. */
    static void tell(Map<String, Long> before, Map<String, Long> after, long millis, Ledger ledger) {
        Ledger.Block shown = ledger.block("nstat -az");
        after.forEach((name, value) -> {
            if (value != 0 || isWatched(name)) {
                shown.add(new Counter(name, value), name + " " + value);
            }
        });
        Ledger.Block moved = ledger.block("nstat");
        for (String name : WATCHED) {
            Long from = before.get(name);
            Long to = after.get(name);
            if (from != null && to != null) {
                moved.add(
                        new CounterChange(name, from, to, millis), name + " " + (to - from) + " in " + millis + " ms");
            }
        }
    }

    private static boolean isWatched(String name) {
        for (String watched : WATCHED) {
            if (watched.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
