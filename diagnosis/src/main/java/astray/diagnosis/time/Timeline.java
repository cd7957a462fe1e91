package astray.diagnosis.time;

import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.TimelineEntry;
import astray.diagnosis.When;
import astray.diagnosis.book.Casebook;
import astray.diagnosis.book.Host;
import astray.diagnosis.wire.Asking;
import astray.diagnosis.wire.Wire;
import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.facts.Observation;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened around an interface or address on a host, by time; lines that belong together are one entry. */
public final class Timeline {
    private static final long TOGETHER_SECONDS = 60;
    private static final long SAME_SECONDS = 2;

    /** Where boots are marked. */
    private static final String LOG = "journalctl";

    private final Calendar calendar;
    private final Host host;

    /** Reads a host's logs. */
    public Timeline(Calendar calendar, Host host) {
        this.calendar = calendar;
        this.host = host;
    }

    private record Dated(When at, Observation<LogEntry> seen) {}

    /** The entries that speak of any of these words (an interface, an address), the earliest first. */
    public List<TimelineEntry> about(Set<String> words, @Nullable Wire wire, Casebook book) {
        List<TimelineEntry> entries = new ArrayList<>();
        Map<Long, Boots.Run> runs = new HashMap<>();
        List<Boots.Marked> boots = Boots.marked(host, calendar);
        // where boots are told there is nothing to work out
        List<Boots.Run> found = boots.isEmpty() ? Boots.of(host, calendar) : List.of();
        found.forEach(run -> runs.put(run.pid(), run));
        for (Boots.Marked marked : boots) {
            Observation<LogEntry> mark = marked.mark();
            entries.add(new TimelineEntry(
                    marked.at(),
                    host.name(),
                    LOG,
                    mark.fact().message(),
                    1,
                    Phrase.of(Say.NOTE_BOOT, boots.indexOf(marked) + 1, boots.size())));
        }
        List<Dated> group = new ArrayList<>();
        for (Dated next : dated(words)) {
            if (!group.isEmpty()
                    && ChronoUnit.SECONDS.between(
                                    group.getLast().at().at(), next.at().at())
                            > TOGETHER_SECONDS) {
                entries.add(entry(group, runs, found));
                group.clear();
            }
            group.add(next);
        }
        if (!group.isEmpty()) {
            entries.add(entry(group, runs, found));
        }
        Calendar.Boot boot = calendar.boot(host);
        if (boot != null && boots.isEmpty()) {
            entries.add(new TimelineEntry(
                    boot.at(),
                    host.name(),
                    "dmesg",
                    "(boot)",
                    boot.matches(),
                    Phrase.of(Say.NOTE_BOOT_FROM_DMESG, boot.matches())));
        }
        if (wire != null) {
            for (Asking asking : wire.askings()) {
                When when = calendar.ofFrame(asking.requests().getFirst());
                if (when != null && !asking.answered()) {
                    entries.add(new TimelineEntry(
                            when,
                            host.name(),
                            asking.requests().getFirst().origin().source(),
                            asking.requests().getFirst().origin().text(),
                            asking.requests().size(),
                            Phrase.of(Say.NOTE_ASKED_IN_VAIN, asking.requests().size(), asking.about())));
                }
            }
        }
        entries.sort((a, b) -> a.at().compareTo(b.at()));
        return entries;
    }

    private TimelineEntry entry(List<Dated> group, Map<Long, Boots.Run> runs, List<Boots.Run> order) {
        Dated first = group.getFirst();
        LogEntry entry = first.seen().fact();
        Phrase note = null;
        for (Dated dated : group) {
            Long pid = dated.seen().fact().pid();
            Boots.Run run = pid == null ? null : runs.get(pid);
            if (run != null && run.example().equals(dated.seen()) && order.indexOf(run) > 0) {
                note = Phrase.of(
                        Say.NOTE_NEW_PROCESS, run.identifier(), run.pid(), order.indexOf(run) + 1, order.size());
            }
        }
        return new TimelineEntry(
                first.at(),
                host.name(),
                entry.identifier() == null ? first.seen().origin().source() : entry.identifier(),
                entry.message(),
                group.size(),
                note);
    }

    /** The host's dated entries about the words, without those of dmesg that the dated log has too. */
    private List<Dated> dated(Set<String> words) {
        List<Dated> all = new ArrayList<>();
        Map<String, List<When>> byMessage = new HashMap<>();
        List<Observation<LogEntry>> entries = host.of(LogEntry.class);
        for (Observation<LogEntry> seen : entries) {
            if (!(seen.fact().at() instanceof Moment.SinceBoot) && speaksOf(seen, words)) {
                When when = calendar.of(seen);
                if (when != null) {
                    all.add(new Dated(when, seen));
                    byMessage
                            .computeIfAbsent(seen.fact().message(), m -> new ArrayList<>())
                            .add(when);
                }
            }
        }
        Set<Observation<LogEntry>> added = new HashSet<>();
        for (Observation<LogEntry> seen : entries) {
            if (seen.fact().at() instanceof Moment.SinceBoot && speaksOf(seen, words)) {
                When when = calendar.of(seen);
                boolean known = when != null
                        && byMessage.getOrDefault(seen.fact().message(), List.of()).stream()
                                .anyMatch(other ->
                                        Math.abs(ChronoUnit.SECONDS.between(other.at(), when.at())) <= SAME_SECONDS);
                if (when != null && !known && added.add(seen)) {
                    all.add(new Dated(when, seen));
                }
            }
        }
        all.sort((a, b) -> a.at().compareTo(b.at()));
        return all;
    }

    private static boolean speaksOf(Observation<LogEntry> seen, Set<String> words) {
        String message = seen.fact().message();
        return words.stream().anyMatch(message::contains);
    }

    /** The earliest dated entry that speaks of a word; the date is the beginning of a bound. */
    public @Nullable TimelineEntry earliest(String word) {
        List<Dated> all = dated(Set.of(word));
        if (all.isEmpty()) {
            return null;
        }
        Dated first = all.getFirst();
        return new TimelineEntry(
                first.at(),
                host.name(),
                first.seen().origin().source(),
                first.seen().fact().message(),
                1,
                null);
    }
}
