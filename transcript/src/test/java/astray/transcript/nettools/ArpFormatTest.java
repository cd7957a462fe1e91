package astray.transcript.nettools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArpFormatTest {
    private static final List<Neighbour> LINUX = List.of(
            neighbour("192.168.73.2", "br-b1a37228308c", null, Neighbour.State.INCOMPLETE),
            neighbour("10.20.0.99", "eth0", null, Neighbour.State.INCOMPLETE),
            neighbour("10.20.0.50", "eth0", "52:54:00:00:20:50", Neighbour.State.PERMANENT),
            neighbour("10.20.0.1", "eth0", "52:54:00:00:20:01", Neighbour.State.UNKNOWN),
            neighbour("10.20.0.60", "eth0", null, Neighbour.State.NONE, "proxy"));

    private static Neighbour neighbour(
            String ip, String dev, @Nullable String lladdr, Neighbour.State state, String... flags) {
        return new Neighbour(IpAddress.of(ip), dev, lladdr, state, List.of(flags));
    }

    @Test
    void readsLinux() {
        assertEquals(LINUX, Texts.read(ArpFormat.linux(), Texts.fixture("nettools/arp-a.txt"), null));
    }

    @Test
    void readsTheTable() {
        assertEquals(LINUX, Texts.read(new ArpTableFormat(), Texts.fixture("nettools/arp-n.txt"), null));
        assertEquals(LINUX, Texts.read(new ArpTableFormat(), Texts.fixture("nettools/arp-v.txt"), null));
        String row = "10.20.0.99                       (incomplete)                              eth0\n";
        assertEquals(List.of(LINUX.get(1)), Texts.read(new ArpTableFormat(), row, null));
    }

    @Test
    void readsMacos() {
        assertEquals(
                List.of(
                        neighbour("10.30.0.1", "en0", "00:1c:73:00:00:99", Neighbour.State.UNKNOWN),
                        neighbour("10.30.2.44", "en0", null, Neighbour.State.INCOMPLETE),
                        neighbour("10.30.3.255", "en0", "ff:ff:ff:ff:ff:ff", Neighbour.State.PERMANENT)),
                Texts.read(ArpFormat.bsd(), Texts.fixture("nettools/arp-macos.txt"), null));
    }

    @Test
    void readsInet6NeighboursOfMacos() {
        assertEquals(
                List.of(
                        neighbour("2001:db8:30::17", "en0", "3c:22:fb:01:02:03", Neighbour.State.PERMANENT),
                        neighbour("fe80::1", "lo0", null, Neighbour.State.PERMANENT),
                        neighbour(
                                "fe80::21c:73ff:fe00:99", "en0", "00:1c:73:00:00:99", Neighbour.State.STALE, "router"),
                        neighbour("2001:db8:30::44", "en0", null, Neighbour.State.INCOMPLETE)),
                Texts.read(new NdpFormat(), Texts.fixture("nettools/ndp-macos.txt"), null));
    }

    @Test
    void leavesProseAlone() {
        for (String text : List.of(
                "? (10.0.0.1) at home",
                "gpu1 (10.0.0.1) at 52:54:00:00:20:01 is mine",
                "10.0.0.1 (incomplete) was all that it said",
                "10.20.0.123 (10.20.0.123) -- no entry")) {
            for (Format format : NetToolsFormats.all()) {
                assertEquals(Format.NO, format.recognise(Texts.lines(text), null), text);
            }
        }
    }

    @Property(tries = 100)
    void linuxAndTableAreReadAgain(@ForAll("linux") List<Neighbour> neighbours) {
        Texts.assertRoundTrip(ArpFormat.linux(), neighbours);
        Texts.assertRoundTrip(new ArpTableFormat(), neighbours);
    }

    @Property(tries = 100)
    void bsdIsReadAgain(@ForAll("bsd") List<Neighbour> neighbours) {
        Texts.assertRoundTrip(ArpFormat.bsd(), neighbours);
    }

    @Property(tries = 100)
    void ndpIsReadAgain(@ForAll("inet6") List<Neighbour> neighbours) {
        Texts.assertRoundTrip(new NdpFormat(), neighbours);
    }

    @Provide
    Arbitrary<List<Neighbour>> linux() {
        Arbitrary<Neighbour> proxy = Arbitraries.integers()
                .map(ip -> new Neighbour(IpAddress.v4(ip), "eth0", null, Neighbour.State.NONE, List.of("proxy")));
        return Arbitraries.oneOf(inet(), proxy).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Neighbour>> bsd() {
        return inet().list().ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<Neighbour> inet() {
        return Combinators.combine(
                        Arbitraries.integers().map(IpAddress::v4),
                        Arbitraries.of("eth0", "br-b1a37228308c"),
                        Arbitraries.of("02:42:69:12:87:0b", "00:00:00:00:00:00").injectNull(0.3),
                        Arbitraries.of(Neighbour.State.UNKNOWN, Neighbour.State.PERMANENT))
                .as((ip, dev, lladdr, state) ->
                        new Neighbour(ip, dev, lladdr, lladdr == null ? Neighbour.State.INCOMPLETE : state, List.of()));
    }

    @Provide
    Arbitrary<List<Neighbour>> inet6() {
        return Combinators.combine(
                        Arbitraries.longs().map(low -> new IpAddress(Family.INET6, 0xfe80L << 48, low)),
                        Arbitraries.of("02:42:69:12:87:0b").injectNull(0.3),
                        Arbitraries.of(Neighbour.State.class)
                                .filter(state -> state != Neighbour.State.FAILED && state != Neighbour.State.NOARP),
                        Arbitraries.of("router").list().ofMaxSize(1))
                .as((ip, lladdr, state, flags) -> new Neighbour(ip, "en0", lladdr, state, flags))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
