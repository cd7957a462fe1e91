package astray.transcript.iproute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Address;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.Link;
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

class BriefFormatTest {

    @Test
    void readsStatesAndAddresses() {
        List<Fact> facts = Texts.read(BriefInterfaceFormat.addr(), Texts.fixture("iproute/addr-brief.txt"), null);
        assertEquals(
                IpFacts.brief(Texts.read(InterfaceFormat.addr(), Texts.fixture("iproute/addr.txt"), null), true),
                facts);
        assertEquals(
                new Address(
                        "tun0", IpAddress.of("10.8.0.1"), 32, IpAddress.of("10.8.0.2"), null, null, null, List.of()),
                facts.stream()
                        .filter(fact -> fact instanceof Address a && a.dev().equals("tun0"))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void readsTheSameFromJson() {
        assertEquals(
                Texts.read(BriefInterfaceFormat.addr(), Texts.fixture("iproute/addr-brief.txt"), null),
                Texts.read(InterfaceJsonFormat.addr(), Texts.fixture("iproute/addr-brief.json"), null));
    }

    @Test
    void readsLinkLayerAddressesAndFlags() {
        List<Fact> expected =
                IpFacts.brief(Texts.read(InterfaceFormat.link(), Texts.fixture("iproute/link.txt"), null), false);
        assertEquals(expected, Texts.read(BriefInterfaceFormat.link(), Texts.fixture("iproute/link-brief.txt"), null));
    }

    @Test
    void readsInterfacesWithoutAddressesWhenAskedForThem() {
        Command command = new Command("ip -br a", List.of("ip", "-br", "a"), false);
        String text = "eth1             DOWN           \n";
        assertEquals(1, Texts.read(BriefInterfaceFormat.addr(), text, command).size());
        assertEquals(Format.NO, BriefInterfaceFormat.addr().recognise(Texts.lines("web1 UP"), null));
        assertEquals(Format.NO, BriefInterfaceFormat.addr().recognise(Texts.lines("web1 UP"), command));
    }

    @Test
    void readsNeighboursWithoutState() {
        assertEquals(
                List.of(
                        new Neighbour(
                                IpAddress.of("192.168.73.2"),
                                "br-b1a37228308c",
                                null,
                                Neighbour.State.UNKNOWN,
                                List.of()),
                        new Neighbour(IpAddress.of("10.20.0.99"), "eth0", null, Neighbour.State.UNKNOWN, List.of()),
                        new Neighbour(
                                IpAddress.of("10.20.0.50"),
                                "eth0",
                                "52:54:00:00:20:50",
                                Neighbour.State.UNKNOWN,
                                List.of())),
                Texts.read(new BriefNeighFormat(), Texts.fixture("iproute/neigh-brief.txt"), null)
                        .subList(0, 3));
    }

    @Property(tries = 100)
    void addrIsReadAgain(@ForAll("addressed") List<Fact> facts) {
        if (facts.stream().anyMatch(Address.class::isInstance)) {
            Texts.assertRoundTrip(BriefInterfaceFormat.addr(), IpFacts.brief(facts, true));
        }
    }

    @Property(tries = 100)
    void linkIsReadAgain(@ForAll("links") List<Link> links) {
        Texts.assertRoundTrip(BriefInterfaceFormat.link(), IpFacts.brief(links, false));
    }

    @Property(tries = 100)
    void neighIsReadAgain(@ForAll("stateless") List<Neighbour> neighbours) {
        Texts.assertRoundTrip(new BriefNeighFormat(), neighbours);
    }

    @Provide
    Arbitrary<List<Fact>> addressed() {
        return IpFacts.addressed(false);
    }

    @Provide
    Arbitrary<List<Link>> links() {
        return IpFacts.links(false);
    }

    @Provide
    Arbitrary<List<Neighbour>> stateless() {
        return IpFacts.neighbours()
                .map(n -> new Neighbour(n.address(), n.dev(), n.lladdr(), Neighbour.State.UNKNOWN, List.of()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
