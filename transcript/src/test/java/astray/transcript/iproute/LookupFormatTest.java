package astray.transcript.iproute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LookupFormatTest {
    private final LookupFormat format = new LookupFormat();

    private static Command command(String text) {
        return new Command(text, List.of(text.split(" ")), false);
    }

    private static RouteLookup lookup(
            String to, @Nullable String from, @Nullable String iif, String table, @Nullable String via, String dev) {
        IpAddress destination = IpAddress.of(to);
        NextHop hop = new NextHop(via == null ? null : IpAddress.of(via), dev, 1, List.of());
        return new RouteLookup(
                destination,
                from == null ? null : IpAddress.of(from),
                iif,
                new Route(Route.Type.UNICAST, Prefix.host(destination), table, List.of(hop), null, 0, null, null),
                null);
    }

    @Test
    void readsTheWayOfThePacket() {
        List<Fact> facts = Texts.read(format, Texts.fixture("iproute/route-get.txt"), null);
        assertEquals(13, facts.size());
        assertEquals(
                new RouteLookup(
                        IpAddress.of("192.168.73.2"),
                        null,
                        null,
                        new Route(
                                Route.Type.UNICAST,
                                Prefix.of("192.168.73.2/32"),
                                "main",
                                List.of(new NextHop(null, "br-b1a37228308c", 1, List.of())),
                                IpAddress.of("192.168.64.1"),
                                0,
                                null,
                                null),
                        null),
                facts.get(2));
        assertEquals("200", ((RouteLookup) facts.getFirst()).route().table());
        assertEquals(Route.Type.LOCAL, ((RouteLookup) facts.get(3)).route().type());
        assertEquals(null, ((RouteLookup) facts.get(9)).from());
        assertEquals(
                IpAddress.of("fe80::1"), ((RouteLookup) facts.get(9)).route().via());
    }

    @Test
    void readsForwardedPackets() {
        assertEquals(
                List.of(
                        lookup("10.60.1.1", "192.168.64.9", "br-b1a37228308c", "200", "10.20.0.254", "eth0"),
                        lookup("10.60.1.1", "10.20.0.3", null, "200", "10.20.0.254", "eth0")),
                Texts.read(format, """
                    10.60.1.1 from 192.168.64.9 via 10.20.0.254 dev eth0 table 200\s
                        cache iif br-b1a37228308c\s
                    10.60.1.1 from 10.20.0.3 via 10.20.0.254 dev eth0 table 200 uid 0\s
                        cache\s
                    """, null));
    }

    @Test
    void readsAnOldAnswerByItsCacheLine() {
        assertEquals(
                List.of(lookup("10.1.0.2", null, null, "main", "10.1.0.1", "eth0")), Texts.read(format, """
                    10.1.0.2 via 10.1.0.1 dev eth0
                        cache  mtu 1500 advmss 1460 hoplimit 64
                    """, null));
    }

    @Test
    void readsErrors() {
        assertEquals(
                List.of(new RouteLookup(IpAddress.of("10.20.0.2"), null, null, null, "Network is unreachable")),
                Texts.read(format, "RTNETLINK answers: Network is unreachable\n", command("ip route get 10.20.0.2")));
        assertEquals(
                List.of(new RouteLookup(
                        IpAddress.of("10.20.0.2"), IpAddress.of("10.1.1.1"), "eth0", null, "Invalid argument")),
                Texts.read(
                        format,
                        "RTNETLINK answers: Invalid argument\n",
                        command("ip r g 10.20.0.2 from 10.1.1.1 iif eth0")));
        String name = "Error: any valid prefix is expected rather than \"files.example.org\".";
        assertEquals(
                List.of(new RouteLookup(null, null, null, null, name.substring("Error: ".length()))),
                Texts.read(format, name + "\n", command("ip route get files.example.org")));
        assertEquals(Format.NO, format.recognise(Texts.lines(name), null));
        assertEquals(
                Format.NO,
                format.recognise(Texts.lines("RTNETLINK answers: File exists"), command("ip route add 10.0.0.0/8")));
    }

    @Test
    void readsTheMatchingRoute() {
        List<Fact> facts = Texts.read(
                format,
                "10.60.0.0/16 via 10.20.0.254 dev eth0 table 200 \n",
                command("ip route get fibmatch 10.60.1.1"));
        RouteLookup lookup = (RouteLookup) facts.getFirst();
        assertEquals(IpAddress.of("10.60.1.1"), lookup.destination());
        assertEquals(Prefix.of("10.60.0.0/16"), lookup.route().destination());
    }

    @Test
    void readsJson() {
        assertEquals(
                List.of(lookup("10.60.1.1", "192.168.64.9", "br-b1a37228308c", "200", "10.20.0.254", "eth0")),
                Texts.read(RouteJsonFormat.lookups(), """
                    [{"dst":"10.60.1.1","from":"192.168.64.9","gateway":"10.20.0.254","dev":"eth0","table":"200",\
                    "flags":[],"cache":[],"iif":"br-b1a37228308c"}]
                    """, null));
    }

    @Property(tries = 200)
    void textIsReadAgain(@ForAll("lookups") List<RouteLookup> lookups) {
        Texts.assertRoundTrip(format, lookups);
    }

    @Property(tries = 200)
    void jsonIsReadAgain(@ForAll("answers") List<RouteLookup> lookups) {
        Texts.assertRoundTrip(RouteJsonFormat.lookups(), lookups);
    }

    @Provide
    Arbitrary<List<RouteLookup>> lookups() {
        return Arbitraries.oneOf(IpFacts.lookups(), IpFacts.lookups(), IpFacts.failures())
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<RouteLookup>> answers() {
        return IpFacts.lookups().list().ofMinSize(1).ofMaxSize(3);
    }
}
