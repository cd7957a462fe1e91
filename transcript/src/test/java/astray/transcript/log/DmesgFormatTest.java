package astray.transcript.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Fact;
import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DmesgFormatTest {
    private static final String BLOCKING = "br-b1a37228308c: port 1(veth4974272) entered blocking state";
    private static final LogEntry FIRST =
            new LogEntry(new Moment.SinceBoot(Duration.ofNanos(2_193_647_651_000L)), null, "kernel", null, BLOCKING);

    @ParameterizedTest
    @ValueSource(strings = {"dmesg.txt", "dmesg-x.txt", "dmesg-r.txt", "dmesg-d.txt"})
    void readsSecondsSinceBootWhateverStandsAround(String fixture) {
        List<Fact> facts = Texts.read(DmesgFormat.plain(), Texts.fixture("log/" + fixture), null);
        assertEquals(7, facts.size());
        assertEquals(FIRST, facts.getFirst());
    }

    private static Moment first(Format format, String fixture) {
        List<Fact> facts = Texts.read(format, Texts.fixture("log/" + fixture), null);
        assertEquals(7, facts.size());
        LogEntry entry = (LogEntry) facts.getFirst();
        assertEquals(BLOCKING, entry.message());
        return java.util.Objects.requireNonNull(entry.at());
    }

    @Test
    void readsDatedStamps() {
        LocalDateTime at = LocalDateTime.of(2026, 11, 23, 5, 7, 50);
        assertEquals(new Moment.Dated(at, null), first(DmesgFormat.ctime(), "dmesg-T.txt"));
        assertEquals(
                new Moment.Dated(at.withNano(647_651_000), ZoneOffset.UTC), first(DmesgFormat.iso(), "dmesg-iso.txt"));
    }

    @Test
    void readsMinutesAndDifferences() {
        assertEquals(new Moment.Yearless(11, 23, LocalTime.of(5, 7)), first(DmesgFormat.reltime(), "dmesg-e.txt"));
        List<Fact> facts = Texts.read(DmesgFormat.reltime(), Texts.fixture("log/dmesg-e.txt"), null);
        assertEquals(new Moment.Elapsed(Duration.ofNanos(10_000), false), ((LogEntry) facts.get(1)).at());
        Texts.read(DmesgFormat.reltime(), Texts.fixture("log/dmesg-delta.txt"), null);
    }

    @Test
    void readsJson() {
        List<Fact> facts = Texts.read(new DmesgJsonFormat(), Texts.fixture("log/dmesg-J.json"), null);
        assertEquals(3, facts.size());
        assertEquals(
                "br-b1a37228308c: port 2(veth086e445) entered blocking state", ((LogEntry) facts.getLast()).message());
    }

    @Test
    void passesOverCallerAndKnowsSystemd() {
        List<Fact> facts = Texts.read(DmesgFormat.plain(), """
            [    0.000000][    T0] Linux version 6.1.0-13-amd64 (debian-kernel@lists.debian.org)
            [    1.250000] [ T123] usb 1-4: new high-speed USB device number 5
            [    2.500000] systemd[1]: Starting Network Service...
            [    3.000000] sshd[4711]: segfault at 0 ip 00007f sp 00007f error 4 in br-b1a37228308c
            """, null);
        assertEquals(
                List.of(
                        new LogEntry(
                                new Moment.SinceBoot(Duration.ZERO),
                                null,
                                "kernel",
                                null,
                                "Linux version 6.1.0-13-amd64 (debian-kernel@lists.debian.org)"),
                        new LogEntry(
                                new Moment.SinceBoot(Duration.ofMillis(2500)),
                                null,
                                "systemd",
                                1L,
                                "Starting Network Service..."),
                        new LogEntry(
                                new Moment.SinceBoot(Duration.ofSeconds(3)),
                                null,
                                "kernel",
                                null,
                                "sshd[4711]: segfault at 0 ip 00007f sp 00007f error 4 in br-b1a37228308c")),
                facts);
    }
}
