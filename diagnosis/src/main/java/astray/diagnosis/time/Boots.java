package astray.diagnosis.time;

import astray.diagnosis.When;
import astray.diagnosis.book.Host;
import astray.facts.LogEntry;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The boots of a host. Journals mark them; in other logs they show without being said: a daemon that starts early and
 * is hardly ever restarted has another process id in each.
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

    /**
     * A boot that the log marks.
     *
     * @param at when the first line behind the mark was written
     * @param mark the mark
     */
    public record Marked(When at, Observation<LogEntry> mark) {}

    private Boots() {}

    /** The boots that marks tell of, by time; a mark has the time of the line behind it where it has none of its own. */
    public static List<Marked> marked(Host host, Calendar calendar) {
        List<Marked> boots = new ArrayList<>();
        Observation<LogEntry> open = null;
        for (Observation<LogEntry> seen : host.of(LogEntry.class)) {
            if (isMark(seen.fact())) {
                open = seen;
            }
            When when = open == null || !isNear(open, seen) ? null : calendar.of(seen);
            if (open != null && when != null) {
                boots.add(new Marked(when, open));
                open = null;
            }
        }
        boots.sort(Comparator.comparing(Marked::at));
        return boots;
    }

    /** {@code -- Boot 5a5d… --}, as journalctl prints it; {@code -- Reboot --} in older ones. */
    static boolean isMark(LogEntry entry) {
        return entry.identifier() == null
                && (entry.message().startsWith("-- Boot ") || entry.message().startsWith("-- Reboot --"));
    }

    private static boolean isNear(Observation<LogEntry> mark, Observation<LogEntry> seen) {
        return mark.origin().document().equals(seen.origin().document())
                && mark.origin().block() == seen.origin().block();
    }

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
