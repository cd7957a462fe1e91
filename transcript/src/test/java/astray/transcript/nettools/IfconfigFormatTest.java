package astray.transcript.nettools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Address;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IfconfigFormatTest {

    private static Address address(
            String dev, String text, @Nullable String broadcast, @Nullable String scope, String... flags) {
        int slash = text.indexOf('/');
        return new Address(
                dev,
                IpAddress.of(text.substring(0, slash)),
                Integer.parseInt(text.substring(slash + 1)),
                null,
                broadcast == null ? null : IpAddress.of(broadcast),
                scope,
                null,
                List.of(flags));
    }

    private static Link link(
            String name,
            int mtu,
            @Nullable String state,
            @Nullable String type,
            @Nullable String lladdr,
            String... flags) {
        return new Link(null, name, null, List.of(flags), mtu, null, null, state, type, lladdr, null);
    }

    @Test
    void readsLinux() {
        List<Fact> facts = Texts.read(IfconfigFormat.linux(), Texts.fixture("nettools/ifconfig.txt"), null);
        assertTrue(facts.contains(address("br-b1a37228308c", "192.168.64.1/20", "192.168.79.255", null)));
        assertTrue(facts.contains(address("eth0", "fe80::5054:ff:fe00:2002/64", null, "link")));
        assertTrue(facts.contains(link(
                "docker0", 1500, null, "ether", "02:42:07:5c:06:0b", "NO-CARRIER", "UP", "BROADCAST", "MULTICAST")));
        assertTrue(facts.contains(link("lo", 65536, null, "loopback", null, "UP", "LOOPBACK", "RUNNING")));
        assertTrue(facts.contains(new Address(
                "tun0", IpAddress.of("10.8.0.1"), 32, IpAddress.of("10.8.0.2"), null, null, null, List.of())));
        assertTrue(facts.contains(new Address(
                "eth0",
                IpAddress.of("10.20.0.3"),
                24,
                null,
                IpAddress.of("10.20.0.255"),
                null,
                "eth0:web",
                List.of())));
        assertEquals(11, facts.stream().filter(Link.class::isInstance).count(), "a label is no interface");
    }

    @Test
    void readsOldLinux() {
        assertEquals(
                List.of(
                        address("eth1", "10.50.1.7/24", "10.50.1.255", null),
                        address("eth1", "fe80::20e:cff:fe10:2030/64", null, "link"),
                        link(
                                "eth1",
                                1500,
                                null,
                                "ether",
                                "00:0e:0c:10:20:30",
                                "UP",
                                "BROADCAST",
                                "RUNNING",
                                "MULTICAST"),
                        new Address(
                                "eth1",
                                IpAddress.of("10.50.1.8"),
                                24,
                                null,
                                IpAddress.of("10.50.1.255"),
                                null,
                                "eth1:0",
                                List.of()),
                        link(
                                "eth2",
                                1500,
                                null,
                                "ether",
                                "00:0e:0c:10:20:31",
                                "NO-CARRIER",
                                "UP",
                                "BROADCAST",
                                "MULTICAST"),
                        address("lo", "127.0.0.1/8", null, null),
                        address("lo", "::1/128", null, "host"),
                        link("lo", 16436, null, "loopback", null, "UP", "LOOPBACK", "RUNNING"),
                        new Address(
                                "tun0",
                                IpAddress.of("10.8.0.6"),
                                32,
                                IpAddress.of("10.8.0.5"),
                                null,
                                null,
                                null,
                                List.of()),
                        link("tun0", 1500, null, "none", null, "UP", "POINTOPOINT", "RUNNING", "NOARP", "MULTICAST")),
                Texts.read(IfconfigFormat.oldLinux(), Texts.fixture("nettools/ifconfig-old.txt"), null));
    }

    @Test
    void readsMacos() {
        List<Fact> facts = Texts.read(IfconfigFormat.bsd(), Texts.fixture("nettools/ifconfig-macos.txt"), null);
        assertTrue(facts.contains(address("en0", "10.30.1.23/22", "10.30.3.255", null)));
        assertTrue(facts.contains(
                address("en0", "2001:db8:30::aa/64", null, null, "deprecated", "autoconf", "temporary")));
        assertTrue(facts.contains(address("en0", "fe80::1cf1:22a0:8d11:3344/64", null, null, "secured")));
        Link bridge = (Link) facts.stream()
                .filter(fact -> fact instanceof Link l && l.name().equals("bridge0"))
                .findFirst()
                .orElseThrow();
        assertEquals("DOWN", bridge.state());
        assertEquals(false, bridge.carrier());
        assertTrue(facts.contains(link(
                "en0",
                1500,
                "UP",
                "ether",
                "3c:22:fb:01:02:03",
                "UP",
                "BROADCAST",
                "SMART",
                "RUNNING",
                "SIMPLEX",
                "MULTICAST")));
        assertTrue(facts.contains(new Address(
                "utun4", IpAddress.of("10.8.0.6"), 32, IpAddress.of("10.8.0.5"), null, null, null, List.of())));
    }

    @Test
    void readsADuplicatedAddressAndALostCarrierOfFreebsd() {
        List<Fact> facts = Texts.read(IfconfigFormat.bsd(), Texts.fixture("nettools/ifconfig-freebsd.txt"), null);
        assertEquals(
                List.of(
                        address("em0", "10.40.0.9/24", "10.40.0.255", null),
                        address("em0", "fe80::a00:27ff:fe11:2233/64", null, null, "tentative", "dadfailed")),
                facts.subList(0, 2));
        assertEquals(false, ((Link) facts.get(2)).carrier());
    }

    @Test
    void readsWhatAFilterLeft() {
        String text = """
                    inet 10.5.1.2  netmask 255.255.255.0  broadcast 10.5.1.255
                    inet6 fe80::d7:f8ff:feb5:c505  prefixlen 64  scopeid 0x20<link>
            """;
        assertEquals(
                List.of(
                        address("?", "10.5.1.2/24", "10.5.1.255", null),
                        address("?", "fe80::d7:f8ff:feb5:c505/64", null, "link")),
                Texts.read(IfconfigFormat.linux(), text, null));
        Command command = new Command("ifconfig en0 | grep inet", List.of("ifconfig", "en0"), true);
        assertEquals(
                List.of(address("en0", "10.0.0.5/24", "10.0.0.255", null)),
                Texts.read(IfconfigFormat.bsd(), "\tinet 10.0.0.5 netmask 0xffffff00 broadcast 10.0.0.255\n", command));
        assertEquals(
                List.of(address("?", "10.40.1.50/24", null, null)),
                Texts.read(IfconfigFormat.oldLinux(), "inet addr:10.40.1.50 Mask:255.255.255.0\n", null));
    }

    @Test
    void leavesOthersAlone() {
        for (String text : List.of(
                "    inet 10.0.0.5/24 brd 10.0.0.255 scope global eth0",
                "eth0: <BROADCAST,MULTICAST,UP> mtu 1500",
                "eth0: flags changed",
                "inet is the family",
                "ether 02:42:69:12:87:eb")) {
            for (Format format : NetToolsFormats.all()) {
                assertEquals(Format.NO, format.recognise(Texts.lines(text), null), text);
            }
        }
    }

    @Property(tries = 100)
    void linuxIsReadAgain(@ForAll("linux") List<Fact> facts) {
        Texts.assertRoundTrip(IfconfigFormat.linux(), facts);
    }

    @Property(tries = 100)
    void oldLinuxIsReadAgain(@ForAll("linux") List<Fact> facts) {
        Texts.assertRoundTrip(IfconfigFormat.oldLinux(), facts);
    }

    @Property(tries = 100)
    void bsdIsReadAgain(@ForAll("bsd") List<Fact> facts) {
        Texts.assertRoundTrip(IfconfigFormat.bsd(), facts);
    }

    @Provide
    Arbitrary<List<Fact>> linux() {
        Arbitrary<Link> links = Combinators.combine(
                        Arbitraries.of("eth0", "eth1", "docker0", "wg0"),
                        Arbitraries.of("BROADCAST", "MULTICAST", "NOARP").set(),
                        Arbitraries.of(0, 1, 2),
                        Arbitraries.integers().between(68, 65536),
                        Arbitraries.of("ether", "loopback", "none", "ppp"))
                .as((name, flags, up, mtu, type) -> link(
                        name, mtu, null, type, type.equals("ether") ? "02:42:69:12:87:eb" : null, flags(flags, up)));
        return blocks(links, true);
    }

    /** Set down, up without a carrier, up with one. */
    private static String[] flags(Set<String> others, int up) {
        List<String> flags =
                new ArrayList<>(up == 0 ? List.of() : up == 1 ? List.of("NO-CARRIER", "UP") : List.of("UP", "RUNNING"));
        flags.addAll(others);
        if (flags.isEmpty()) {
            flags.add("BROADCAST");
        }
        return flags.toArray(String[]::new);
    }

    @Provide
    Arbitrary<List<Fact>> bsd() {
        Arbitrary<Link> links = Combinators.combine(
                        Arbitraries.of("en0", "en1", "lo0", "utun4"),
                        Arbitraries.of("SIMPLEX", "SMART").set(),
                        Arbitraries.of("UP", "DOWN").injectNull(0.3),
                        Arbitraries.integers().between(68, 65536),
                        Arbitraries.of("3c:22:fb:01:02:03").injectNull(0.3))
                .as((name, flags, state, mtu, lladdr) -> link(
                        name,
                        mtu,
                        state,
                        lladdr == null ? null : "ether",
                        lladdr,
                        flags(flags, "DOWN".equals(state) ? 1 : 2)));
        return blocks(links, false);
    }

    /** An interface follows its addresses; before all stand those of which the interface is not shown. */
    private static Arbitrary<List<Fact>> blocks(Arbitrary<Link> links, boolean linux) {
        return links.list().uniqueElements(Link::name).ofMinSize(1).ofMaxSize(4).flatMap(all -> {
            Arbitrary<List<Fact>> facts =
                    addresses("?", linux).list().ofMaxSize(2).map(ArrayList::new);
            for (Link link : all) {
                facts = Combinators.combine(
                                facts, addresses(link.name(), linux).list().ofMaxSize(3))
                        .as((before, own) -> {
                            List<Fact> more = new ArrayList<>(before);
                            more.addAll(own);
                            more.add(link);
                            return more;
                        });
            }
            return facts;
        });
    }

    private static Arbitrary<Address> addresses(String dev, boolean linux) {
        return Combinators.combine(
                        Arbitraries.of(Family.class),
                        Arbitraries.integers(),
                        Arbitraries.integers().between(0, 32),
                        Arbitraries.of(true, false),
                        Arbitraries.of("link", "host", "global").injectNull(0.2),
                        Arbitraries.of("dadfailed", "temporary").list().uniqueElements())
                .as((family, bits, length, more, scope, flags) -> {
                    boolean inet = family == Family.INET;
                    IpAddress ip = inet ? IpAddress.v4(bits) : new IpAddress(Family.INET6, 0xfe80L << 48, bits);
                    return new Address(
                            dev,
                            ip,
                            inet ? length : 2 * length,
                            more && inet ? ip.plus(1) : null,
                            more && inet ? ip.plus(2) : null,
                            inet || !linux ? null : scope,
                            null,
                            linux ? List.of() : flags);
                });
    }
}
