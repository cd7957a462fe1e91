package astray.transcript.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Fact;
import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import astray.transcript.Reader;
import astray.transcript.Texts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogFormatTest {
    private static final String FORWARDING = "br-b1a37228308c: port 1(veth8eff6fd) entered forwarding state";
    private static final LocalDateTime AT = LocalDateTime.of(2023, 11, 20, 14, 30, 1);

    private static Fact one(Format format, String line) {
        List<Fact> facts = Texts.read(format, line, null);
        assertEquals(1, facts.size());
        return facts.getFirst();
    }

    @Test
    void readsBridgePortAndWhoCaptured() {
        List<Fact> facts = Texts.read(SyslogFormat.shortForm(), """
            -- Journal begins at Mon 2023-11-13 09:12:44 CST, ends at Wed 2023-11-22 12:30:01 CST. --
            Nov 20 14:30:01 gpu1 kernel: br-b1a37228308c: port 1(veth8eff6fd) entered forwarding state
            Nov 20 14:30:01 gpu1 CRON[4711]: (root) CMD (true)
            -- Boot 0d2c4a6e1b3f45d7a9c8e7f605142332 --
            Nov  2 11:58:59 gpu1 sudo[1527288]:   lnsoft : TTY=pts/2 ; PWD=/home/lnsoft ; USER=root ; COMMAND=/usr/sbin/tcpdump -i br-b1a37228308c
            """, null);
        assertEquals(
                List.of(
                        new LogEntry(
                                new Moment.Yearless(11, 20, LocalTime.of(14, 30, 1)),
                                "gpu1",
                                "kernel",
                                null,
                                FORWARDING),
                        new LogEntry(null, null, null, null, "-- Boot 0d2c4a6e1b3f45d7a9c8e7f605142332 --"),
                        new LogEntry(
                                new Moment.Yearless(11, 2, LocalTime.of(11, 58, 59)),
                                "gpu1",
                                "sudo",
                                1527288L,
                                "lnsoft : TTY=pts/2 ; PWD=/home/lnsoft ; USER=root ; COMMAND=/usr/sbin/tcpdump -i"
                                        + " br-b1a37228308c")),
                facts);
    }

    @Test
    void readsTheOtherStamps() {
        LogEntry entry = new LogEntry(new Moment.Dated(AT, ZoneOffset.ofHours(8)), "gpu1", "kernel", null, FORWARDING);
        assertEquals(entry, one(SyslogFormat.shortIso(), "2023-11-20T14:30:01+0800 gpu1 kernel: " + FORWARDING));
        assertEquals(entry, one(SyslogFormat.shortIso(), "2023-11-20T14:30:01+08:00 gpu1 kernel: " + FORWARDING));
        assertEquals(
                new Moment.Dated(AT.withNano(123_456_000), ZoneOffset.ofHours(8)),
                ((LogEntry) one(
                                SyslogFormat.shortIsoPrecise(),
                                "2023-11-20T14:30:01.123456+08:00 gpu1 kernel: " + FORWARDING))
                        .at());
        assertEquals(
                new Moment.Dated(AT, null),
                ((LogEntry) one(SyslogFormat.shortFull(), "Mon 2023-11-20 14:30:01 CST gpu1 kernel: " + FORWARDING))
                        .at());
        assertEquals(
                new Moment.Dated(AT, ZoneOffset.UTC),
                ((LogEntry) one(SyslogFormat.shortFull(), "Mon 2023-11-20 14:30:01 UTC gpu1 kernel: " + FORWARDING))
                        .at());
        assertEquals(
                new Moment.SinceBoot(Duration.ofNanos(28_911_290_000L)),
                ((LogEntry) one(SyslogFormat.shortMonotonic(), "[   28.911290] gpu1 kernel: " + FORWARDING)).at());
        assertEquals(
                new Moment.Dated(AT.minusHours(8).withNano(123_456_000), ZoneOffset.UTC),
                ((LogEntry) one(SyslogFormat.shortUnix(), "1700461801.123456 gpu1 kernel: " + FORWARDING)).at());
        assertEquals(
                new Moment.Yearless(11, 20, LocalTime.of(14, 30, 1, 123_456_000)),
                ((LogEntry) one(SyslogFormat.shortPrecise(), "Nov 20 14:30:01.123456 gpu1 kernel: " + FORWARDING))
                        .at());
    }

    @Test
    void zoneOfCapitalsIsNotTakenForHost() {
        LogEntry entry = (LogEntry) one(SyslogFormat.shortFull(), "Mon 2023-11-20 14:30:01 GPU kernel: " + FORWARDING);
        assertEquals("GPU", entry.host());
    }

    @Test
    void readsFilesOfRsyslogBusyboxAndOpenWrt() {
        assertEquals(
                FORWARDING,
                ((LogEntry) one(SyslogFormat.shortForm(), "Nov 20 14:30:01 gpu1 kernel: [   28.911290] " + FORWARDING))
                        .message());
        LogEntry busybox =
                (LogEntry) one(SyslogFormat.shortForm(), "Nov 20 14:30:01 box kern.info kernel: " + FORWARDING);
        assertEquals("box kernel", busybox.host() + " " + busybox.identifier());
        LogEntry router = (LogEntry)
                one(SyslogFormat.logread(), "Mon Nov 20 14:30:01 2023 daemon.notice netifd: Interface 'lan' is now up");
        assertEquals(
                new LogEntry(new Moment.Dated(AT, null), null, "netifd", null, "Interface 'lan' is now up"), router);
    }

    @Test
    void readsLinesWithoutHostAndLinesThatGrepPrefixed() {
        assertEquals(
                new LogEntry(new Moment.Yearless(11, 20, LocalTime.of(14, 30, 1)), null, "kernel", null, FORWARDING),
                one(SyslogFormat.shortForm(), "Nov 20 14:30:01 kernel: " + FORWARDING));
        List<Fact> facts = Texts.read(SyslogFormat.shortForm(), """
            /var/log/syslog.1:Nov 20 14:30:01 gpu1 kernel: %s
            --
            4711:Nov 20 14:30:01 gpu1 kernel: %<s
            """.formatted(FORWARDING), null);
        assertEquals(2, facts.size());
    }

    @Test
    void indentedLinesBelongToTheEntryAboveAndAreQuoted() {
        List<String> quoted = new ArrayList<>();
        Reader reader = SyslogFormat.shortForm().reader((fact, line, text) -> quoted.add(line.number() + text), null);
        List<Line> lines = Texts.lines("""
            Nov 20 14:30:01 gpu1 myapp[12]: first
                                            second: No route to host

                                            third
            Nov 20 14:30:02 gpu1 myapp[12]: next
                inet 192.168.64.1/20 scope global br0
            """);
        for (Line line : lines.subList(0, 5)) {
            assertTrue(reader.accept(line), line::text);
        }
        assertFalse(reader.accept(lines.get(5)), "of an address listing");
        reader.end();
        assertEquals(
                List.of("1Nov 20 14:30:01 gpu1 myapp[12]: first\n"
                        + " ".repeat(32) + "second: No route to host\n"
                        + " ".repeat(32) + "third"),
                quoted);
    }

    @Test
    void monotonicAndDmesgDoNotClaimEachOther() {
        Format monotonic = SyslogFormat.shortMonotonic();
        Format dmesg = DmesgFormat.plain();
        List<Line> journal = Texts.lines("[   28.911290] gpu1 kernel: " + FORWARDING);
        List<Line> kernel = Texts.lines("[    2.100000] scsi host0: ahci");
        assertTrue(monotonic.recognise(journal, null) > dmesg.recognise(journal, null));
        assertEquals(Format.NO, monotonic.recognise(kernel, null));
        assertTrue(dmesg.recognise(kernel, null) > Format.NO);
        assertTrue(monotonic.recognise(kernel, new Command("", List.of("journalctl"), false)) > Format.NO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14:59:21.757214 IP gpu2.ssh > cpu1.60682: Flags [P.], length 196",
                "[09:01] <ana> redis on cache-a fine",
                "Nov 20 was the day: it broke",
                "Mon, 20 Nov 2023 14:30:01 +0800",
                "2023-11-20 14:30:01 gpu1 kernel: x",
                "traceroute to gpu1 (172.16.33.66), 64 hops max",
                "-- a remark --",
                "{\"a\": 1}",
                "reboot   system boot  5.15.0-88-generi Mon Nov 20 14:30   still running",
                "[1] 4711",
                "[ 3] local 10.0.0.1 port 5001 connected with 10.0.0.2 port 5001",
                "[root@gpu1 ~]# dmesg"
            })
    void otherTextIsNotClaimed(String text) {
        for (Format format : LogFormats.all()) {
            assertEquals(Format.NO, format.recognise(Texts.lines(text), null), format::name);
        }
    }
}
