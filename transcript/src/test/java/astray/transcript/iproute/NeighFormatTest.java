package astray.transcript.iproute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NeighFormatTest {
    private final NeighFormat format = new NeighFormat();

    @Test
    void readsRouterAndUnansweredNeighbours() {
        assertEquals(
                List.of(
                        new Neighbour(
                                IpAddress.of("fe80::1"),
                                "eth0",
                                "52:54:00:00:c0:01",
                                Neighbour.State.REACHABLE,
                                List.of("router")),
                        new Neighbour(IpAddress.of("10.18.5.253"), "bond0", null, Neighbour.State.FAILED, List.of())),
                Texts.read(format, """
                    fe80::1 dev eth0 lladdr 52:54:00:00:C0:01 router REACHABLE
                    10.18.5.253 dev bond0  FAILED
                    """, null));
    }

    @Test
    void readsTheSameFromStatisticsAndJson() {
        List<Fact> neighbours = Texts.read(format, Texts.fixture("iproute/neigh.txt"), null);
        assertEquals(7, neighbours.size());
        assertEquals(neighbours, Texts.read(format, Texts.fixture("iproute/neigh-statistics.txt"), null));
        assertEquals(neighbours, Texts.read(new NeighJsonFormat(), Texts.fixture("iproute/neigh.json"), null));
    }

    @Test
    void takesTheInterfaceFromTheCommand() {
        Command command = new Command("ip neigh show dev eth0", List.of("ip", "neigh", "show", "dev", "eth0"), false);
        List<Fact> neighbours = Texts.read(format, Texts.fixture("iproute/neigh-eth0.txt"), command);
        assertEquals(
                new Neighbour(IpAddress.of("10.20.0.99"), "eth0", null, Neighbour.State.FAILED, List.of()),
                neighbours.getFirst());
    }

    @Test
    void readsProxies() {
        assertEquals(
                List.of(new Neighbour(
                        IpAddress.of("10.20.0.60"), "eth0", null, Neighbour.State.NONE, List.of("proxy"))),
                Texts.read(format, Texts.fixture("iproute/neigh-proxy.txt"), null));
    }

    @Test
    void leavesOtherReportsOfHostsAlone() {
        assertEquals(Format.NO, format.recognise(Texts.lines("10.0.0.9 FAILED"), null));
        assertEquals(Format.NO, format.recognise(Texts.lines("10.0.0.9 dev eth0 src 10.0.0.1"), null));
    }

    @Property(tries = 200)
    void textAndJsonAreReadAgain(@ForAll("neighbours") List<Neighbour> neighbours) {
        Texts.assertRoundTrip(format, neighbours);
        Texts.assertRoundTrip(new NeighJsonFormat(), neighbours);
    }

    @Provide
    Arbitrary<List<Neighbour>> neighbours() {
        return IpFacts.neighbours().list().ofMinSize(1).ofMaxSize(20);
    }
}
