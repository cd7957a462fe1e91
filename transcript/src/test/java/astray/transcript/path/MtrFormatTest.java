package astray.transcript.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import astray.facts.Fact;
import astray.facts.Hop;
import astray.facts.HostName;
import astray.facts.IpAddress;
import astray.facts.Trace;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MtrFormatTest {
    private final Format format = new MtrFormat();

    @Test
    void readsStatisticsAndTheReportingHost() {
        Command command = new Command("mtr -rwn -c 3 10.2.0.5", List.of("mtr", "-rwn", "-c", "3", "10.2.0.5"), false);
        List<Fact> facts = Texts.read(format, Texts.fixture("path/mtr-rwn.txt"), command);
        assertEquals(new HostName("client"), facts.getFirst());
        Trace trace = (Trace) facts.get(1);
        assertEquals(IpAddress.of("10.2.0.5"), trace.address());
        assertEquals(
                new Hop.Statistics(0.0, 3, 0.1, 0.1, 0.1, 0.1, 0.0),
                trace.hops().getFirst().statistics());
        assertEquals(IpAddress.of("10.1.0.1"), trace.hops().getFirst().address());
    }

    @Test
    void silentHopsHaveStatisticsToo() {
        Trace trace = (Trace)
                Texts.read(format, Texts.fixture("path/mtr-silent.txt"), null).get(1);
        assertFalse(trace.hops().getFirst().answered());
        assertEquals(100.0, trace.hops().getFirst().statistics().lossPercent());
        assertEquals(50.0, trace.hops().get(4).statistics().lossPercent());
    }

    @Test
    void printsWhatTheOriginalPrinted() {
        String text = Texts.fixture("path/mtr-r.txt");
        String withoutStart = text.substring(text.indexOf('\n') + 1);
        assertEquals(withoutStart, Texts.print(format, Texts.read(format, text, null)));
        String silent = Texts.fixture("path/mtr-silent.txt");
        assertEquals(silent.substring(silent.indexOf('\n') + 1), Texts.print(format, Texts.read(format, silent, null)));
    }

    @Test
    void readsSystemsNamesAndFurtherAnswerers() {
        Trace trace =
                (Trace) Texts.read(format, """
                          1. AS64500  gw.example.org (10.1.0.1)   0.0%    10    0.2   0.3   0.1   0.4   0.1
                          2.|-- 10.9.0.1                   10.0%    10    1.0   1.1   0.9   1.4   0.1
                            |  `|-- 10.9.0.2
                            |   |-- 10.9.0.3
                               [MPLS: Lbl 24001 TC 0 S u TTL 1]
                        """, new Command("mtr -rzb server", List.of("mtr", "-rzb", "server"), false))
                        .getFirst();
        assertEquals(
                "gw.example.org", trace.hops().getFirst().probes().getFirst().name());
        assertEquals(3, trace.hops().get(1).probes().size());
        assertEquals("server", trace.target());
    }

    @Test
    void otherColumnsGiveNoStatistics() {
        Trace trace = (Trace) Texts.read(format, """
                        HOST: client                      Loss%  Drop   Rcv
                          1.|-- 10.1.0.1                   0.0%     0     3
                        """, null).get(1);
        assertNull(trace.hops().getFirst().statistics());
        assertEquals(IpAddress.of("10.1.0.1"), trace.hops().getFirst().address());
    }

    @Test
    void leavesNumberedListsAlone() {
        assertEquals(Format.NO, format.recognise(Texts.lines("1. Reboot the server 5 times"), null));
    }

    @Property
    void printedIsReadAgain(@ForAll("reports") List<Fact> facts) {
        Texts.assertRoundTrip(format, facts);
    }

    @Provide
    Arbitrary<List<Fact>> reports() {
        return PathFacts.reports();
    }
}
