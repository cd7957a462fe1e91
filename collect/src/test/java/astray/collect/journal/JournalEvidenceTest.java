package astray.collect.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.collect.CaseException;
import astray.collect.CaseFiles;
import astray.collect.Gap;
import astray.collect.live.Ledger;
import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.facts.Observation;
import astray.testkit.Commands;
import astray.testkit.Journals;
import astray.testkit.NeedsTool;
import astray.transcript.Limits;
import astray.transcript.Loss;
import astray.transcript.Reading;
import astray.transcript.Transcript;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Journals that systemd wrote, as evidence of a case and of a live host. */
@NeedsTool("journalctl")
class JournalEvidenceTest {
    private static final long START = 1_700_461_524_123_456L;
    private static final String BRIDGE = "br-0123456789ab";

    private final TimeZone before = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @BeforeEach
    void inUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterEach
    void asBefore() {
        TimeZone.setDefault(before);
    }

    /** Two boots; the bridge comes in both, somebody looks at it, much else is said. */
    private static Journals journal() {
        Journals journal = new Journals();
        for (int boot = 0; boot < 2; boot++) {
            long at = START + boot * 3_600_000_000L;
            entry(journal, boot, at, "systemd-networkd", "700", BRIDGE + ": Link UP");
            entry(journal, boot, at + 1_000, "kernel", "", BRIDGE + ": port 1(veth68fe7f7) entered blocking state");
            entry(journal, boot, at + 2_000, "kernel", "", BRIDGE + "0: port 1(veth0) entered blocking state");
            for (int i = 0; i < 50; i++) {
                entry(journal, boot, at + 10_000 + i, "app", "4711", "nothing to do with it, number " + i);
            }
            entry(journal, boot, at + 99_000, "dockerd", "812", "error of\nthe bridge " + BRIDGE + "\nin three lines");
        }
        String command = " ada : TTY=pts/2 ; PWD=/home/ada ; USER=root ; COMMAND=/usr/sbin/tcpdump -i " + BRIDGE;
        entry(journal, 1, START + 3_700_000_000L, "sudo", "999", command);
        return journal;
    }

    private static void entry(Journals journal, int boot, long at, String writer, String pid, String message) {
        journal.entry(boot, at, at - START + 1_000_000)
                .field("_HOSTNAME", "gpu1")
                .field("SYSLOG_IDENTIFIER", writer)
                .field("MESSAGE", message);
        if (writer.equals("kernel")) {
            journal.field("_TRANSPORT", "kernel");
        } else {
            journal.field("SYSLOG_PID", pid);
        }
    }

    private static Reading read(Path path) throws CaseException {
        return CaseFiles.read(List.of(path.toString()), InputStream.nullInputStream(), Limits.STANDARD, Set.of());
    }

    private static List<LogEntry> entries(Reading reading) {
        return entries(reading.observations());
    }

    private static List<LogEntry> entries(List<? extends Observation<?>> seen) {
        return seen.stream()
                .map(Observation::fact)
                .filter(LogEntry.class::isInstance)
                .map(LogEntry.class::cast)
                .toList();
    }

    /** The original prints the mark of a boot in front of all but the first. */
    @ParameterizedTest
    @EnumSource
    void aJournalSaysWhatJournalctlPrintsOfIt(Journals.Variant variant) throws Exception {
        Path file = journal().write(folder.resolve("system.journal"), variant);
        List<LogEntry> ours = entries(read(file));
        String text = Commands.must(List.of("journalctl", "--file", file.toString(), "-o", "short-iso-precise"));
        List<LogEntry> theirs = entries(Transcript.read(
                "journal.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.STANDARD));
        assertEquals("-- Boot " + Journals.bootId(0) + " --", ours.getFirst().message());
        assertEquals(theirs, ours.subList(1, ours.size()));
        assertEquals(11, ours.size());
    }

    @Test
    void theFilesOfAFolderAreOneJournalAndABrokenOneIsSaid() throws Exception {
        Path logs = Files.createDirectories(folder.resolve("gpu1/journal"));
        Path whole = journal().write(logs.resolve("system.journal"), Journals.Variant.PLAIN);
        Path broken =
                Files.write(logs.resolve("system@x.journal"), "LPKSHHRH and no more".getBytes(StandardCharsets.UTF_8));
        Reading reading = read(folder);
        assertEquals(11, entries(reading).size());
        assertEquals(
                List.of(Loss.Kind.JOURNAL_DAMAGED),
                reading.losses().stream().map(Loss::kind).toList());
        assertEquals(broken.toString(), reading.losses().getFirst().document());
        assertEquals(whole.toString(), reading.observations().getLast().origin().document());
        String message = assertThrows(CaseException.class, () -> read(broken)).getMessage();
        assertTrue(message.startsWith(broken + ": "), message);
    }

    @Test
    void aCompressedJournalIsRefusedWithWhatToDo() throws Exception {
        Path file = journal().write(folder.resolve("system.journal"), Journals.Variant.PLAIN);
        Path zipped = folder.resolve("system.journal.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            Files.copy(file, out);
        }
        String message = assertThrows(CaseException.class, () -> read(zipped)).getMessage();
        assertTrue(message.contains("unpack"), message);
    }

    @Test
    void theTextComesInPiecesOfAnySize() throws IOException {
        Path file = journal().write(folder.resolve("system.journal"), Journals.Variant.COMPACT);
        String whole = new String(text(file, 1 << 20), StandardCharsets.UTF_8);
        assertEquals(whole, new String(text(file, 1), StandardCharsets.UTF_8));
        assertEquals(whole, new String(text(file, 7), StandardCharsets.UTF_8));
        assertEquals(2, whole.split("-- Boot ", -1).length - 1);
    }

    private static byte[] text(Path file, int piece) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (astray.journal.Journal journal = astray.journal.Journal.open(new astray.journal.Sources.Builder()
                        .file(file.toString())
                        .build());
                JournalText text = new JournalText(journal, java.time.ZoneOffset.UTC)) {
            byte[] bytes = new byte[piece];
            for (int count; (count = text.read(bytes, 0, piece)) >= 0; ) {
                all.write(bytes, 0, count);
            }
        }
        return all.toByteArray();
    }

    @Test
    void aLiveHostsJournalIsAskedForTheInterfaceOnly() throws IOException {
        Path machine = Files.createDirectories(folder.resolve("var/log/journal").resolve(Journals.bootId(9)));
        journal().write(machine.resolve("system.journal"), Journals.Variant.PLAIN);
        Ledger ledger = new Ledger("gpu1");
        LiveLogs.look(Set.of(BRIDGE), folder.toString(), ledger);
        List<LogEntry> entries = entries(ledger.seen());
        // two boots with their marks; each time the link, its port, and Docker; and who looked. No word of the other
        // bridge.
        assertEquals(9, entries.size());
        assertEquals("-- Boot " + Journals.bootId(0) + " --", entries.getFirst().message());
        assertTrue(entries.stream().noneMatch(entry -> entry.message().contains(BRIDGE + "0")));
        assertEquals("sudo", entries.getLast().identifier());
        assertEquals(999, entries.getLast().pid());
        assertTrue(entries.stream().allMatch(entry -> entry.at() instanceof Moment.Dated));
        assertEquals(List.of(), ledger.gaps());
    }

    @Test
    void aHostWithoutJournalIsSaidToHaveNone() {
        Ledger ledger = new Ledger("gpu1");
        LiveLogs.look(Set.of("astray-no-such-interface"), folder.toString(), ledger);
        assertEquals(List.of(), ledger.seen());
        assertEquals(Gap.What.LOGS, ledger.gaps().getFirst().what());
        assertEquals(Gap.Why.NOT_THERE, ledger.gaps().getFirst().why());
    }
}
