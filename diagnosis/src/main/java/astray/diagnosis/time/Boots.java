package astray.diagnosis.time;

import astray.diagnosis.When;
import astray.diagnosis.book.Host;
import astray.facts.LogEntry;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Boots that a log shows without saying so: a daemon that starts early and is hardly ever restarted has another
 * process id in each.
 */
public final class Boots {
    private static final Set<String> EARLY = Set.of(
            "systemd-networkd", "systemd-logind", "systemd-udevd", "systemd-resolved", "NetworkManager", "dbus-daemon");

    /**
     * One run of an early daemon.
     *
     * @param identifier the daemon
     * @param pid its process id in this run
     * @param first when it was first seen in this run
     * @param example its first line
     */
    public record Run(String identifier, long pid, When first, Observation<LogEntry> example) {}

    private Boots() {}

    /** The runs of the early daemon that shows the most of them, by time. */
    public static List<Run> of(Host host, Calendar calendar) {
        List<Run> most = List.of();
        for (String daemon : EARLY) {
            List<Run> runs = runs(host, calendar, daemon);
            if (runs.size() > most.size()) {
                most = runs;
            }
        }
        return most;
    }

    private static List<Run> runs(Host host, Calendar calendar, String daemon) {
        List<Run> runs = new ArrayList<>();
        for (Observation<LogEntry> seen : host.of(LogEntry.class)) {
            Long pid = seen.fact().pid();
            if (pid == null || !daemon.equals(seen.fact().identifier())) {
                continue;
            }
            When when = calendar.of(seen);
            if (when != null && (runs.isEmpty() || runs.getLast().pid() != pid)) {
                runs.add(new Run(daemon, pid, when, seen));
            }
        }
        return runs;
    }
}
