package astray.transcript.iproute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
                Texts.read(
                        format,
                        """
                        fe80::1 dev eth0 lladdr 52:54:00:00:c0:01 router REACHABLE
                        10.18.5.253 dev bond0  FAILED
                        """,
                        null));
    }

    @Property
    void printedIsReadAgain(@ForAll("neighbours") List<Neighbour> neighbours) {
        Texts.assertRoundTrip(format, neighbours);
    }

    @Provide
    Arbitrary<List<Neighbour>> neighbours() {
        return Combinators.combine(
                        Arbitraries.integers().map(IpAddress::v4),
                        Arbitraries.of("eth0", "br-b1a37228308c", "wg0"),
                        Arbitraries.of("02:42:69:12:87:eb", "52:54:00:00:c0:01").injectNull(0.3),
                        Arbitraries.of(Neighbour.State.class),
                        Arbitraries.of("router", "proxy", "extern_learn").list().ofMaxSize(1))
                .as(Neighbour::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
