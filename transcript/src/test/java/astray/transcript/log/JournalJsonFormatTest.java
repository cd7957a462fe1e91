package astray.transcript.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Fact;
import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.transcript.Texts;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalJsonFormatTest {
    private static final LogEntry UP = new LogEntry(
            new Moment.Dated(LocalDateTime.of(2023, 11, 20, 6, 30, 1, 123_456_000), ZoneOffset.UTC),
            "gpu1",
            "systemd-networkd",
            1523L,
            "br-b1a37228308c: Link UP");

    @Test
    void readsObjectsOfLinesWithTextAndBytes() {
        List<Fact> facts = Texts.read(JournalJsonFormat.lines(), """
            {"_HOSTNAME":"gpu1","__REALTIME_TIMESTAMP":"1700461801123456","SYSLOG_IDENTIFIER":"systemd-networkd","_PID":"1523","MESSAGE":"br-b1a37228308c: Link UP","PRIORITY":"6"}
            {"_HOSTNAME":"gpu1","__REALTIME_TIMESTAMP":"1700461801123456","SYSLOG_IDENTIFIER":"systemd-networkd","SYSLOG_PID":"1523","MESSAGE":[98,114,45,98,49,97,51,55,50,50,56,51,48,56,99,58,32,76,105,110,107,32,85,80]}
            {"_HOSTNAME":"gpu1","__REALTIME_TIMESTAMP":"1700461801123456","SYSLOG_IDENTIFIER":"big","MESSAGE":null}
            {"_HOSTNAME":"gpu1","__REALTIME_TIMESTAMP":"1700461801123456","_TRANSPORT":"kernel","MESSAGE":"usb 1-4: new device"}
            """, null);
        assertEquals(List.of(UP, UP), facts);
    }

    @Test
    void readsPrettyObjects() {
        List<Fact> facts = Texts.read(JournalJsonFormat.pretty(), """
            {
            \t"__CURSOR" : "s=5b669a7a",
            \t"__REALTIME_TIMESTAMP" : "1700461801123456",
            \t"_HOSTNAME" : "gpu1",
            \t"SYSLOG_IDENTIFIER" : "systemd-networkd",
            \t"_PID" : "1523",
            \t"MESSAGE" : "br-b1a37228308c: Link UP"
            }
            {
            \t"__REALTIME_TIMESTAMP" : "1700461801123456",
            \t"_TRANSPORT" : "kernel",
            \t"MESSAGE" : "device eno1 left promiscuous mode"
            }
            """, null);
        assertEquals(2, facts.size());
        assertEquals(UP, facts.getFirst());
        assertEquals("kernel", ((LogEntry) facts.getLast()).identifier());
    }
}
