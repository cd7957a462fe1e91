package astray.transcript.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Trace;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracerouteFormatTest {
    private final Format linux = TracerouteFormat.linux();
    private final Format bsd = TracerouteFormat.bsd();

    private static Trace trace(List<Fact> facts) {
        return (Trace)
                facts.stream().filter(Trace.class::isInstance).findFirst().orElseThrow();
    }

    private Trace fixture(String name) {
        return trace(Texts.read(linux, Texts.fixture("path/" + name), null));
    }

    @Test
    void readsNamesWithTheirAddresses() {
        List<Fact> facts = Texts.read(linux, Texts.fixture("path/traceroute-names.txt"), null);
        Trace trace = trace(facts);
        assertEquals("server.example.org", trace.target());
        assertEquals(IpAddress.of("10.2.0.5"), trace.address());
        assertEquals(30, trace.maxHops());
        assertEquals(60, trace.packetSize());
        assertEquals(
                new Hop.Probe(IpAddress.of("10.1.0.1"), "gw.example.org", Duration.ofNanos(1_100_000), null),
                trace.hops().getFirst().probes().get(1));
        assertTrue(trace.reached());
        assertEquals(
                List.of(
                        new NameMapping("server.example.org", IpAddress.of("10.2.0.5"), "traceroute"),
                        new NameMapping("gw.example.org", IpAddress.of("10.1.0.1"), "traceroute")),
                facts.subList(1, facts.size()));
    }

    @Test
    void keepsSilenceBeforeAnAnswerInItsPlace() {
        Hop seventh = fixture("traceroute-n.txt").hops().get(6);
        assertEquals(7, seventh.ttl());
        assertFalse(seventh.probes().getFirst().answered());
        assertEquals(IpAddress.of("10.2.0.5"), seventh.probes().get(2).address());
        assertEquals(Duration.ofNanos(12_000), seventh.probes().get(2).time());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traceroute-n.txt",
                "traceroute-n-q1.txt",
                "traceroute-names.txt",
                "traceroute6.txt",
                "traceroute-host-unreachable.txt",
                "traceroute-net-unreachable.txt",
                "traceroute-busybox.txt"
            })
    void printsWhatTheOriginalPrinted(String name) {
        String text = Texts.fixture("path/" + name);
        assertEquals(text, Texts.print(linux, Texts.read(linux, text, null)));
    }

    @Test
    void marksStayWithTheirProbes() {
        Trace unreachable = fixture("traceroute-host-unreachable.txt");
        assertEquals("!H", unreachable.hops().getFirst().probes().get(1).mark());
        assertEquals(
                "!N",
                fixture("traceroute-net-unreachable.txt")
                        .hops()
                        .getFirst()
                        .probes()
                        .getFirst()
                        .mark());
        Trace prohibited = fixture("traceroute-prohibited.txt");
        assertEquals("!X", prohibited.hops().getLast().probes().get(2).mark());
        assertFalse(prohibited.reached());
    }

    @Test
    void pathMtuIsTheLastThatWasFound() {
        assertEquals(1300, fixture("traceroute-mtu.txt").pmtu());
    }

    @Test
    void errorsOfTheOwnHostAreAttempts() {
        assertEquals(
                new ConnectAttempt(
                        "traceroute", "10.2.0.5", IpAddress.of("10.2.0.5"), null, Outcome.NETWORK_UNREACHABLE),
                Texts.read(linux, Texts.fixture("path/traceroute-no-route.txt"), null)
                        .getFirst());
        Command command = new Command(
                "traceroute -n -T -p 22 10.2.0.5", List.of("traceroute", "-n", "-T", "-p", "22", "10.2.0.5"), false);
        assertEquals(
                new ConnectAttempt("traceroute", "10.2.0.5", IpAddress.of("10.2.0.5"), 22, Outcome.NOT_PERMITTED),
                Texts.read(linux, Texts.fixture("path/traceroute-not-permitted.txt"), command)
                        .getFirst());
    }

    @Test
    void severalAnswerersOfOneHop() {
        Trace onOneLine = trace(Texts.read(linux, """
                traceroute to server (10.9.0.1), 30 hops max, 60 byte packets
                 1  a (10.0.0.1) [AS64500]  1.5 ms b (10.0.0.2) [AS64500]  1.6 ms *
                 2  10.9.0.1 (10.9.0.1) <syn,ack>  2.0 ms  2.1 ms !13
                """, null));
        Trace onThree = trace(Texts.read(bsd, """
                traceroute to server (10.9.0.1), 64 hops max, 52 byte packets
                 1  a (10.0.0.1)  1.5 ms
                    b (10.0.0.2)  1.6 ms *
                 2  server (10.9.0.1)  2.0 ms  2.1 ms !13
                """, null));
        assertEquals(onOneLine.hops().getFirst(), onThree.hops().getFirst());
        assertEquals("b", onThree.hops().getFirst().probes().get(1).name());
        assertEquals("!13", onOneLine.hops().getLast().probes().getLast().mark());
        assertNull(onOneLine.hops().getLast().probes().getFirst().mark());
    }

    @Test
    void readsTheBsdFormThatWasInterrupted() {
        String text = """
                traceroute: Warning: server has multiple addresses; using 172.16.33.66
                traceroute to server (172.16.33.66), 64 hops max, 52 byte packets
                 1  * * *
                 2  172.16.136.2 (172.16.136.2)  7.462 ms  3.820 ms  3.014 ms
                 3  * *^C
                """;
        assertTrue(bsd.recognise(Texts.lines(text), null) > linux.recognise(Texts.lines(text), null));
        Trace trace = trace(Texts.read(bsd, text, null));
        assertEquals(3, trace.hops().size());
        assertEquals(2, trace.hops().getLast().probes().size());
        assertEquals(
                2,
                String.valueOf(trace.lastAnswered()).isEmpty()
                        ? 0
                        : trace.lastAnswered().ttl());
        assertNull(trace.lastAnswered().probes().getFirst().name());
    }

    @Test
    void aLineThatBreaksOffGivesItsWholeProbes() {
        Trace trace = trace(Texts.read(linux, """
                traceroute to server (10.9.0.1), 30 hops max, 60 byte packets
                 1  gw (10.0.0.1)  1.5 ms  1.6
                """, null));
        assertEquals(1, trace.hops().getFirst().probes().size());
    }

    @Test
    void anExcerptNeedsNoHeader() {
        Trace trace = trace(Texts.read(linux, " 5  10.0.0.1  1.5 ms  1.6 ms  1.7 ms\n 6  * * *\n", null));
        assertEquals(5, trace.hops().getFirst().ttl());
        assertNull(trace.target());
    }

    @Test
    void aNameWithoutAnAddressIsAnAttempt() {
        assertEquals(
                List.of(new ConnectAttempt("traceroute", "gone.example.org", null, null, Outcome.NAME_UNRESOLVED)),
                Texts.read(linux, """
                        gone.example.org: Name or service not known
                        Cannot handle "host" cmdline arg `gone.example.org' on position 1 (argc 1)
                        """, null));
        assertEquals(
                List.of(new ConnectAttempt("traceroute", "gone.example.org", null, null, Outcome.NAME_UNRESOLVED)),
                Texts.read(bsd, "traceroute: unknown host gone.example.org\n", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. First try the other cable",
                "1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536",
                "5 * * * * root /usr/bin/true",
                "traceroute to gpu1 shows nothing after the second hop",
                "2023-11-22 11:58:59 something",
                "10.0.0.1 dev eth0 lladdr 52:54:00:00:00:01 REACHABLE"
            })
    void leavesOtherTextAlone(String text) {
        assertEquals(Format.NO, linux.recognise(Texts.lines(text), null));
        assertEquals(Format.NO, bsd.recognise(Texts.lines(text), null));
    }

    @Property
    void printedIsReadAgain(@ForAll("traces") List<Fact> facts) {
        Texts.assertRoundTrip(linux, facts);
    }

    @Property
    void printedInTheBsdFormIsReadAgain(@ForAll("traces") List<Fact> facts) {
        Texts.assertRoundTrip(bsd, facts);
    }

    @Provide
    Arbitrary<List<Fact>> traces() {
        return PathFacts.traceroutes();
    }
}
