package astray.transcript.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Ping;
import astray.facts.Ping.Complaint;
import astray.facts.Trace;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class WindowsFormatsTest {
    private final Format tracert = new TracertFormat();
    private final Format ping = new WindowsPingFormat();

    @Test
    void timesStandBeforeTheAnswerer() {
        Trace trace = (Trace) Texts.read(tracert, """
                        Tracing route to build.example.org [192.168.60.4]
                        over a maximum of 30 hops:

                          1    <1 ms    <1 ms     1 ms  192.168.61.1\s
                          2     *        *        *     Request timed out.
                          3     2 ms     *        1 ms  gw.example.org [10.0.0.1]\s
                          4  10.0.0.1  reports: Destination host unreachable.

                        Trace complete.
                        """, null).getFirst();
        assertEquals(IpAddress.of("192.168.60.4"), trace.address());
        assertEquals(30, trace.maxHops());
        assertNull(trace.hops().getFirst().probes().getFirst().time());
        assertEquals(
                Duration.ofMillis(1), trace.hops().getFirst().probes().get(2).time());
        assertEquals(3, trace.hops().get(1).probes().size());
        assertEquals("gw.example.org", trace.hops().get(2).probes().getFirst().name());
        assertEquals("!H", trace.hops().get(3).probes().getFirst().mark());
    }

    @Test
    void readsStatisticsAndComplaints() {
        assertEquals(
                new Ping(
                        "192.168.60.4",
                        IpAddress.of("192.168.60.4"),
                        4,
                        1,
                        75.0,
                        2.0,
                        List.of(new Complaint("192.168.61.1", "Destination host unreachable."))),
                Texts.read(ping, """
                                Pinging 192.168.60.4 with 32 bytes of data:
                                Reply from 192.168.60.4: bytes=32 time=2ms TTL=127
                                Request timed out.
                                Reply from 192.168.61.1: Destination host unreachable.

                                Ping statistics for 192.168.60.4:
                                    Packets: Sent = 4, Received = 1, Lost = 3 (75% loss),
                                Approximate round trip times in milli-seconds:
                                    Minimum = 2ms, Maximum = 2ms, Average = 2ms
                                """, null).getFirst());
    }

    @Test
    void aNameWithoutAnAddressIsAnAttempt() {
        assertEquals(
                List.of(new ConnectAttempt("ping", "gone", null, null, Outcome.NAME_UNRESOLVED)),
                Texts.read(
                        ping, "Ping request could not find host gone. Please check the name and try again.\n", null));
    }

    @Property
    void printedPingIsReadAgain(@ForAll("pings") List<Fact> facts) {
        Texts.assertRoundTrip(ping, facts);
    }

    @Property
    void printedTracertIsReadAgain(@ForAll("traces") List<Fact> facts) {
        Texts.assertRoundTrip(tracert, facts);
    }

    @Provide
    Arbitrary<List<Fact>> pings() {
        return PathFacts.pings(percent -> (double) percent, 1)
                .filter(facts -> ((Ping) facts.getFirst()).errors().stream().allMatch(c -> c.from() != null));
    }

    /** One answerer a hop, and whole milliseconds. */
    @Provide
    Arbitrary<List<Fact>> traces() {
        Arbitrary<List<Hop.Probe>> probes = Combinators.combine(
                        PathFacts.addresses(),
                        PathFacts.names().injectNull(0.5),
                        Arbitraries.of("!H", "!N").injectNull(0.9),
                        Arbitraries.integers()
                                .between(-1, 3000)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as((address, name, mark, times) -> {
                    List<Hop.Probe> all = new ArrayList<>();
                    for (int time : times) {
                        boolean silent = time < 0;
                        Duration shown = time == 0 ? null : Duration.ofMillis(Math.max(time, 0));
                        all.add(silent ? Hop.Probe.SILENT : new Hop.Probe(address, name, shown, mark));
                    }
                    return all;
                });
        return Combinators.combine(
                        PathFacts.names(),
                        PathFacts.addresses(),
                        probes.list().ofMinSize(1).ofMaxSize(20).map(PathFacts::hops))
                .as((target, address, hops) ->
                        PathFacts.withNames(new Trace("traceroute", target, address, 30, null, null, hops)));
    }
}
