package astray.transcript.iproute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Address;
import astray.facts.BridgePort;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterfaceFormatTest {
    private static final Link BRIDGE = new Link(
            8,
            "br-b1a37228308c",
            null,
            List.of("BROADCAST", "MULTICAST", "UP", "LOWER_UP"),
            1500,
            "noqueue",
            null,
            "UP",
            "ether",
            "02:42:69:12:87:eb",
            null);
    private static final Address BRIDGE_ADDRESS = new Address(
            "br-b1a37228308c",
            IpAddress.of("192.168.64.1"),
            20,
            null,
            IpAddress.of("192.168.79.255"),
            "global",
            "br-b1a37228308c",
            List.of());
    private static final Address BRIDGE_ADDRESS6 = new Address(
            "br-b1a37228308c", IpAddress.of("fe80::42:69ff:fe12:87eb"), 64, null, null, "link", null, List.of());

    private static final String EXCERPT = """
        8: br-b1a37228308c: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default\s
            link/ether 02:42:69:12:87:eb brd ff:ff:ff:ff:ff:ff
            inet 192.168.64.1/20 brd 192.168.79.255 scope global br-b1a37228308c
               valid_lft forever preferred_lft forever
            inet6 fe80::42:69ff:fe12:87eb/64 scope link\s
               valid_lft forever preferred_lft forever
        """;

    @Test
    void readsOneInterfaceOutOfAListing() {
        assertEquals(
                List.of(BRIDGE, BRIDGE_ADDRESS, BRIDGE_ADDRESS6), Texts.read(InterfaceFormat.addr(), EXCERPT, null));
    }

    @Test
    void readsTheSameWithoutIndentation() {
        String flat = EXCERPT.lines().map(String::strip).reduce("", (a, b) -> a + b + "\n");
        assertEquals(List.of(BRIDGE, BRIDGE_ADDRESS, BRIDGE_ADDRESS6), Texts.read(InterfaceFormat.addr(), flat, null));
    }

    @Test
    void readsFlagsPeersLabelsAndMetrics() {
        List<Fact> facts = Texts.read(InterfaceFormat.addr(), Texts.fixture("iproute/addr.txt"), null);
        assertTrue(facts.contains(new Address(
                "eth0",
                IpAddress.of("2001:db8:20::9"),
                64,
                null,
                null,
                "global",
                null,
                List.of("dadfailed", "tentative"))));
        assertTrue(facts.contains(new Address(
                "eth0",
                IpAddress.of("10.20.0.4"),
                24,
                null,
                IpAddress.of("10.20.0.255"),
                "global",
                "eth0",
                List.of("secondary", "dynamic", "noprefixroute"))));
        assertTrue(facts.contains(new Address(
                "eth0",
                IpAddress.of("10.20.0.3"),
                24,
                null,
                IpAddress.of("10.20.0.255"),
                "global",
                "eth0:web",
                List.of("secondary"))));
        assertTrue(facts.contains(new Address(
                "tun0", IpAddress.of("10.8.0.1"), 32, IpAddress.of("10.8.0.2"), null, "global", "tun0", List.of())));
    }

    @Test
    void readsMastersKindsAndLostCarriers() {
        List<Fact> facts = Texts.read(InterfaceFormat.linkDetails(), Texts.fixture("iproute/link-details.txt"), null);
        assertTrue(facts.contains(new BridgePort("veth4974272", "br-b1a37228308c", "forwarding")));
        List<Link> links = facts.stream()
                .filter(Link.class::isInstance)
                .map(Link.class::cast)
                .toList();
        assertEquals(11, links.size());
        assertEquals("br-b1a37228308c", links.get(4).master());
        assertEquals("c-veth4974272", links.get(4).peer());
        assertEquals("veth", links.get(4).kind());
        assertEquals(
                List.of("bridge", "tun", "vxlan", "macvlan"),
                links.subList(7, 11).stream().map(Link::kind).toList());
        assertEquals(false, links.get(7).carrier());
        assertEquals(facts, Texts.read(InterfaceJsonFormat.link(), Texts.fixture("iproute/link-details.json"), null));
    }

    /** Every form tells as much of the interfaces as it has room for. */
    @ParameterizedTest
    @ValueSource(strings = {"link.txt", "link-statistics.txt", "link-oneline.txt"})
    void readsTheSameLinksFromEveryForm(String fixture) {
        List<Fact> links = Texts.read(InterfaceFormat.addr(), Texts.fixture("iproute/addr.txt"), null).stream()
                .filter(Link.class::isInstance)
                .toList();
        Format format = fixture.contains("oneline") ? InterfaceFormat.linkOneline() : InterfaceFormat.link();
        assertEquals(links, Texts.read(format, Texts.fixture("iproute/" + fixture), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"addr-details.txt", "addr-oneline.txt", "addr.json"})
    void readsTheSameAddressesFromEveryForm(String fixture) {
        List<Fact> expected = addresses(Texts.read(InterfaceFormat.addr(), Texts.fixture("iproute/addr.txt"), null));
        Format format = fixture.contains("json")
                ? InterfaceJsonFormat.addr()
                : fixture.contains("oneline") ? InterfaceFormat.addrOneline() : InterfaceFormat.addrDetails();
        assertEquals(expected, addresses(Texts.read(format, Texts.fixture("iproute/" + fixture), null)));
    }

    private static List<Fact> addresses(List<Fact> facts) {
        return facts.stream().filter(Address.class::isInstance).toList();
    }

    @Test
    void takesTheInterfaceFromTheLabelOrTheCommandWhereOnlyAddressesAreLeft() {
        String inet = "    inet 10.20.0.3/24 brd 10.20.0.255 scope global secondary eth0:web\n";
        assertEquals("eth0", dev(Texts.read(InterfaceFormat.addr(), inet, null)));
        String inet6 = "    inet6 fe80::1/64 scope link \n";
        assertEquals("?", dev(Texts.read(InterfaceFormat.addr(), inet6, null)));
        Command command = new Command("ip a s wlan0 | grep inet6", List.of("ip", "a", "s", "wlan0"), true);
        assertEquals("wlan0", dev(Texts.read(InterfaceFormat.addr(), inet6, command)));
    }

    private static String dev(List<Fact> facts) {
        return ((Address) facts.getFirst()).dev();
    }

    @Test
    void readsALineThatBreaksOff() {
        List<Fact> facts = Texts.read(InterfaceFormat.addr(), """
            2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default ql
            """, null);
        assertEquals("UP", ((Link) facts.getFirst()).state());
    }

    @Test
    void leavesBridgePortsToTheirOwnFormat() {
        String port = "5: veth1@if2: <BROADCAST,MULTICAST,UP> mtu 1500 master br0 state forwarding priority 32 cost 2";
        assertEquals(Format.NO, InterfaceFormat.link().recognise(Texts.lines(port), null));
    }

    @Test
    void leavesProseAlone() {
        for (String text : List.of(
                "inet 10.0.0.5 netmask 255.255.255.0 broadcast 10.0.0.255",
                "inet 10.0.0.5/24 is what I see",
                "2: then I rebooted",
                "note: <NONE> of these")) {
            for (Format format : IpRouteFormats.all()) {
                assertEquals(Format.NO, format.recognise(Texts.lines(text), null), text);
            }
        }
    }

    @Property(tries = 100)
    void plainAddrIsReadAgain(@ForAll("addressed") List<Fact> facts) {
        Texts.assertRoundTrip(InterfaceFormat.addr(), facts);
    }

    @Property(tries = 100)
    void detailedAddrIsReadAgain(@ForAll("detailed") List<Fact> facts) {
        Texts.assertRoundTrip(InterfaceFormat.addrDetails(), facts);
    }

    @Property(tries = 100)
    void onelineAddrIsReadAgain(@ForAll("onlyAddresses") List<Address> facts) {
        Texts.assertRoundTrip(InterfaceFormat.addrOneline(), facts);
    }

    @Property(tries = 100)
    void linkIsReadAgain(@ForAll("links") List<Link> facts) {
        Texts.assertRoundTrip(InterfaceFormat.link(), facts);
        Texts.assertRoundTrip(InterfaceFormat.linkOneline(), facts);
    }

    @Property(tries = 100)
    void detailedLinkIsReadAgain(@ForAll("detailedLinks") List<Fact> facts) {
        Texts.assertRoundTrip(InterfaceFormat.linkDetails(), facts);
        Texts.assertRoundTrip(InterfaceJsonFormat.link(), facts);
    }

    @Property(tries = 100)
    void jsonIsReadAgain(@ForAll("detailed") List<Fact> facts) {
        Texts.assertRoundTrip(InterfaceJsonFormat.addr(), facts);
    }

    @Provide
    Arbitrary<List<Fact>> addressed() {
        return IpFacts.addressed(false);
    }

    @Provide
    Arbitrary<List<Fact>> detailed() {
        return IpFacts.addressed(true).map(IpFacts::withPorts);
    }

    @Provide
    Arbitrary<List<Address>> onlyAddresses() {
        return IpFacts.names().flatMap(IpFacts::address).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Link>> links() {
        return IpFacts.links(false);
    }

    @Provide
    Arbitrary<List<Fact>> detailedLinks() {
        return IpFacts.links(true).map(IpFacts::withPorts);
    }
}
