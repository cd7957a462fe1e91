package astray.transcript.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
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

class TracepathFormatTest {
    private final Format format = new TracepathFormat();

    private Trace fixture(String name, String... command) {
        Command asked = command.length == 0 ? null : new Command("", List.of(command), false);
        return (Trace) Texts.read(format, Texts.fixture("path/" + name), asked).getFirst();
    }

    @Test
    void theTargetIsWhoeverReachedItSaysSo() {
        Trace trace = fixture("tracepath-n.txt");
        assertEquals(IpAddress.of("10.2.0.5"), trace.address());
        assertTrue(trace.reached());
        assertEquals(1500, trace.pmtu());
        assertEquals(2, trace.hops().size());
        assertEquals(2, trace.hops().getFirst().probes().size());
    }

    @Test
    void aNameThatReachedItIsTheTargetOfTheCommand() {
        Trace trace = fixture("tracepath.txt", "tracepath", "10.2.0.5");
        assertEquals(
                IpAddress.of("10.2.0.5"),
                trace.hops().getLast().probes().getFirst().address());
        assertTrue(trace.reached());
    }

    @Test
    void readsNamesWithTheirAddresses() {
        List<Fact> facts = Texts.read(format, Texts.fixture("path/tracepath-b.txt"), null);
        assertTrue(facts.contains(new NameMapping("gw.example.org", IpAddress.of("10.1.0.1"), "tracepath")));
    }

    @Test
    void thePathMtuIsTheSmallest() {
        assertEquals(1300, fixture("tracepath-mtu.txt").pmtu());
        Trace onTheWay = (Trace) Texts.read(format, """
                         1?: [LOCALHOST]                      pmtu 1500
                         1:  10.1.0.1                                              0.087ms\s
                         2:  10.5.9.2                                              0.121ms pmtu 1300
                         2:  no reply
                         3:  10.2.0.5                                              0.300ms asymm  2\s
                             Too many hops: pmtu 1300
                             Resume: pmtu 1300\s
                        """, null).getFirst();
        assertEquals(1300, onTheWay.pmtu());
        assertEquals(2, onTheWay.hops().get(1).probes().size());
        assertFalse(onTheWay.reached());
    }

    @Test
    void anUnreachableHostIsMarked() {
        assertEquals(
                "!H",
                fixture("tracepath-host-unreachable.txt")
                        .hops()
                        .getFirst()
                        .probes()
                        .getFirst()
                        .mark());
        assertEquals(List.of(), fixture("tracepath-no-route.txt").hops());
    }

    @Test
    void leavesInterfacesAlone() {
        assertEquals(
                Format.NO, format.recognise(Texts.lines("2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500"), null));
    }

    @Property
    void printedIsReadAgain(@ForAll("traces") List<Fact> facts) {
        Texts.assertRoundTrip(format, facts);
    }

    @Provide
    Arbitrary<List<Fact>> traces() {
        return PathFacts.tracepaths();
    }
}
