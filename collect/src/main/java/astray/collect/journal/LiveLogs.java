package astray.collect.journal;

import astray.collect.Gap;
import astray.collect.live.Ledger;
import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.journal.Entry;
import astray.journal.Id128;
import astray.journal.Journal;
import astray.journal.JournalException;
import astray.journal.Matches;
import astray.journal.Sources;
import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.log.KernelLog;
import astray.kernel.log.KernelRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What this machine's logs say about some interfaces and their owners: the journal, through its indexes, from the newest
 * entry back; the kernel's own log where no journal can be read.
 */
public final class LiveLogs {
    /** Who speaks of links and of what owns them; whoever else does says it of an interface in a field. */
    private static final List<String> WRITERS = List.of(
            "kernel",
            "sudo",
            "dockerd",
            "containerd",
            "libvirtd",
            "virtnetworkd",
            "NetworkManager",
            "systemd-networkd",
            "systemd-udevd",
            "wg-quick",
            "tailscaled",
            "firewalld");

    /** Entries looked at, and how long at most: a verdict is waited for. */
    private static final int MOST_LOOKED_AT = 200_000;

    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final int MOST_TOLD = 500;
    private static final long SECOND = 1_000_000;

    private final Ledger ledger;
    private final Set<String> words;
    private final ZoneId zone = ZoneId.systemDefault();
    private final long end = System.nanoTime() + MOST_NANOS;

    private LiveLogs(Ledger ledger, Set<String> words) {
        this.ledger = ledger;
        this.words = words;
    }

    /** A line that speaks of what was asked about. */
    private record Told(
            LogEntry entry, String text, @Nullable Id128 boot) {}

    /**
     * Looks.
     *
     * @param words names of interfaces, networks and the like
     */
    public static void look(Set<String> words, Ledger ledger) {
        look(words, "", ledger);
    }

    /** The same with the journals below a root. */
    static void look(Set<String> words, String root, Ledger ledger) {
        LiveLogs logs = new LiveLogs(ledger, words);
        try (Journal journal = Journal.open(new Sources.Builder().system(root).build())) {
            if (journal.files() > 0) {
                logs.journal(journal);
                return;
            }
            boolean forbidden = journal.problems().stream()
                    .anyMatch(problem -> problem.reason() == JournalException.Reason.FORBIDDEN);
            ledger.gap(Gap.What.LOGS, "", forbidden ? Gap.Why.NOT_PERMITTED : Gap.Why.NOT_THERE, "");
        } catch (JournalException e) {
            boolean forbidden = e.reason() == JournalException.Reason.FORBIDDEN;
            ledger.gap(
                    Gap.What.LOGS,
                    "",
                    forbidden ? Gap.Why.NOT_PERMITTED : Gap.Why.FAILED,
                    e.reason().text());
        }
        logs.kernel();
    }

    private void journal(Journal journal) {
        Matches matches = new Matches();
        WRITERS.forEach(writer -> matches.add("SYSLOG_IDENTIFIER=" + writer));
        for (String word : words) {
            matches.or();
            matches.add("INTERFACE=" + word);
        }
        journal.select(matches);
        journal.seekTail();
        Deque<Told> told = new ArrayDeque<>();
        EntryLine line = new EntryLine(zone);
        int looked = 0;
        while (told.size() < MOST_TOLD && journal.previous()) {
            if (++looked > MOST_LOOKED_AT || looked % 256 == 0 && System.nanoTime() > end) {
                ledger.gap(Gap.What.LOGS, "", Gap.Why.LIMIT, "");
                break;
            }
            if (line.read(journal.entry()) && speaks(line.message())) {
                told.addFirst(told(journal.entry(), line));
            }
        }
        if (!told.isEmpty()) {
            Ledger.Block block = ledger.block("journalctl");
            Set<Id128> boots = new LinkedHashSet<>();
            for (Told each : told) {
                if (each.boot() != null && boots.add(each.boot())) {
                    boot(journal, each.boot(), block);
                }
                block.add(each.entry(), each.text());
            }
        }
    }

    private Told told(Entry entry, EntryLine line) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        line.append(entry, text);
        return new Told(
                new LogEntry(
                        new Moment.Dated(line.time(entry), line.offset()),
                        line.host(),
                        line.identifier(),
                        number(line.pid()),
                        line.message()),
                text.toString(StandardCharsets.UTF_8).stripTrailing(),
                entry.bootId());
    }

    private static @Nullable Long number(String pid) {
        try {
            return pid.isEmpty() ? null : Long.valueOf(pid);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The beginning of a boot: its first entry, which the index has. */
    private void boot(Journal journal, Id128 boot, Ledger.Block block) {
        Matches matches = new Matches();
        matches.add("_BOOT_ID=" + boot);
        journal.select(matches);
        journal.seekHead();
        if (journal.next()) {
            String mark = "-- Boot " + boot + " --";
            block.add(new LogEntry(moment(journal.entry().realtime()), null, null, null, mark), mark);
        }
    }

    private Moment.Dated moment(long micros) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1000);
        ZoneOffset offset = zone.getRules().getOffset(instant);
        return new Moment.Dated(instant.atOffset(offset).toLocalDateTime(), offset);
    }

    private void kernel() {
        byte[] bytes = new byte[KernelLog.LONGEST + 1];
        KernelRecord record = new KernelRecord();
        Ledger.Block block = null;
        int told = 0;
        try (KernelLog log = KernelLog.open(false)) {
            long epoch = KernelLog.epoch();
            for (int length; (length = log.read(bytes)) != KernelLog.NONE && told < MOST_TOLD; ) {
                record.read(bytes, length);
                String message = new String(bytes, record.from(), record.to() - record.from(), StandardCharsets.UTF_8);
                if (record.facility() == 0 && speaks(message)) {
                    block = block == null ? ledger.block("dmesg") : block;
                    told++;
                    block.add(
                            new LogEntry(moment(epoch + record.micros()), null, "kernel", null, message),
                            String.format("[%5d.%06d] ", record.micros() / SECOND, record.micros() % SECOND) + message);
                }
            }
        } catch (ErrnoException e) {
            boolean forbidden = e.errno().equals(Errno.EPERM) || e.errno().equals(Errno.EACCES);
            ledger.gap(
                    Gap.What.KERNEL_LOG,
                    "",
                    forbidden ? Gap.Why.NOT_PERMITTED : Gap.Why.FAILED,
                    e.errno().text());
        } catch (IOException e) {
            ledger.gap(Gap.What.KERNEL_LOG, "", Gap.Why.FAILED, String.valueOf(e.getMessage()));
        }
    }

    /** Whether a message has one of the words as a whole word. */
    private boolean speaks(String message) {
        for (String word : words) {
            for (int at = message.indexOf(word); at >= 0; at = message.indexOf(word, at + 1)) {
                int behind = at + word.length();
                if ((at == 0 || !isPart(message.charAt(at - 1)))
                        && (behind == message.length() || !isPart(message.charAt(behind)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }
}
