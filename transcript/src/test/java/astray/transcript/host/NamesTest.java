package astray.transcript.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
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

class NamesTest {
    private static final IpAddress SERVER = IpAddress.of("10.2.0.5");

    private final Format hosts = HostsFormat.file();
    private final Format getent = HostsFormat.getent();
    private final Format ahosts = new AhostsFormat();
    private final Format dig = new DigFormat();
    private final Format digShort = new DigShortFormat();
    private final Format host = new HostCommandFormat();
    private final Format nslookup = new NslookupFormat();
    private final Format resolvConf = new ResolvConfFormat();

    private static NameMapping dns(String name, String address) {
        return new NameMapping(name, IpAddress.of(address), "dns");
    }

    @Test
    void everyNameOfALineStandsForItsAddress() {
        List<Fact> facts = Texts.read(hosts, Texts.fixture("host/hosts.txt"), null);
        assertTrue(facts.contains(new NameMapping("server.example.org", SERVER, "/etc/hosts")));
        assertTrue(facts.contains(new NameMapping("server", SERVER, "/etc/hosts")));
        assertEquals(8, facts.size());
    }

    @Test
    void commentsAreNoNames() {
        assertEquals(
                List.of(new NameMapping("old", SERVER, "/etc/hosts")),
                Texts.read(hosts, """
                        # 10.2.0.6 new

                        10.2.0.5\told # moves in May
                        """, HostFormatsTest.command("cat /etc/hosts")));
    }

    @Test
    void getentTellsTheAddressesInTheirOrder() {
        assertEquals(
                List.of(
                        new NameMapping("files.example.org", IpAddress.of("2001:db8:2::5"), "getent"),
                        new NameMapping("files.example.org", SERVER, "getent")),
                Texts.read(ahosts, """
                        2001:db8:2::5   STREAM files.example.org
                        2001:db8:2::5   DGRAM \s
                        2001:db8:2::5   RAW   \s
                        10.2.0.5        STREAM\s
                        10.2.0.5        DGRAM \s
                        10.2.0.5        RAW   \s
                        """, null));
        assertEquals(
                List.of(new NameMapping("server.example.org", SERVER, "getent")),
                Texts.read(ahosts, Texts.fixture("host/getent-ahosts.txt"), null));
        assertTrue(Texts.read(
                        getent, Texts.fixture("host/getent-hosts.txt"), HostFormatsTest.command("getent hosts server"))
                .contains(new NameMapping("server", SERVER, "getent")));
    }

    @Test
    void anAliasStandsForTheAddressAtItsEnd() {
        assertEquals(
                List.of(dns("web-1.example.org", "10.2.0.5"), dns("www.example.org", "10.2.0.5")),
                Texts.read(dig, """

                        ; <<>> DiG 9.18.24 <<>> www.example.org
                        ;; global options: +cmd
                        ;; Got answer:
                        ;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 4711
                        ;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1

                        ;; QUESTION SECTION:
                        ;www.example.org.\t\tIN\tA

                        ;; ANSWER SECTION:
                        www.example.org.\t60\tIN\tCNAME\tweb-1.example.org.
                        web-1.example.org.\t60\tIN\tA\t10.2.0.5

                        ;; Query time: 1 msec
                        ;; SERVER: 10.1.0.1#53(10.1.0.1) (UDP)
                        """, null));
    }

    @Test
    void aNameThatDoesNotExistIsAnAttempt() {
        assertEquals(
                List.of(new ConnectAttempt("dig", "gone.example.org", null, null, Outcome.NAME_UNRESOLVED)),
                Texts.read(dig, """
                        ;; Got answer:
                        ;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 4711
                        ;; flags: qr aa rd; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1
                        """, HostFormatsTest.command("dig gone.example.org AAAA +noall +answer +comments")));
        assertEquals(
                List.of(new ConnectAttempt("host", "gone.example.org", null, null, Outcome.NAME_UNRESOLVED)),
                Texts.read(host, "Host gone.example.org not found: 3(NXDOMAIN)\n", null));
    }

    @Test
    void aShortAnswerIsOfTheNameAskedFor() {
        assertEquals(
                List.of(dns("www.example.org", "10.2.0.5")),
                Texts.read(
                        digShort,
                        "web-1.example.org.\n10.2.0.5\n",
                        HostFormatsTest.command("dig +short @10.1.0.1 www.example.org A")));
        assertEquals(Format.NO, digShort.recognise(Texts.lines("10.2.0.5"), null));
    }

    @Test
    void readsHost() {
        assertEquals(
                List.of(
                        dns("web-1.example.org", "10.2.0.5"),
                        dns("web-1.example.org", "2001:db8::5"),
                        dns("back", "10.2.0.5")),
                Texts.read(host, """
                        www.example.org is an alias for web-1.example.org.
                        web-1.example.org has address 10.2.0.5
                        web-1.example.org has IPv6 address 2001:db8::5
                        5.0.2.10.in-addr.arpa domain name pointer back.
                        """, null));
    }

    @Test
    void theServerAskedIsNoAnswer() {
        assertEquals(List.of(dns("server.example.org", "10.2.0.5")), Texts.read(nslookup, """
                        Server:\t\t10.1.0.1
                        Address:\t10.1.0.1#53

                        Non-authoritative answer:
                        Name:\tserver.example.org
                        Address: 10.2.0.5
                        """, null));
    }

    @Test
    void windowsListsFurtherAddressesBelow() {
        assertEquals(
                List.of(dns("server.example.org", "2001:db8::5"), dns("server.example.org", "10.2.0.5")),
                Texts.read(nslookup, """
                        Server:  UnKnown
                        Address:  192.168.1.1

                        Name:    server.example.org
                        Addresses:  2001:db8::5
                                  10.2.0.5
                        """, null));
    }

    @Test
    void resolversAreRecognised() {
        assertEquals(List.of(), Texts.read(resolvConf, "options timeout:1 attempts:2\nnameserver 10.1.0.1\n", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.2.0.5 dev eth0 lladdr 52:54:00:00:00:01 REACHABLE",
                "10.2.0.5 is the server",
                "10.2.0.5",
                "Host key verification failed.",
                "the server has address trouble",
                "options are few",
                "Name: server",
                "Server: Apache"
            })
    void leavesOtherTextAlone(String text) {
        for (Format format : HostFormats.all()) {
            assertEquals(Format.NO, format.recognise(Texts.lines(text), null), format.name());
        }
    }

    @Test
    void outputWithoutFactsIsNamed() {
        Format tc = KnownFormat.all().getFirst();
        assertEquals(List.of(), Texts.read(tc, Texts.fixture("host/tc.txt"), null));
        assertEquals("tc", tc.name());
    }

    @Property
    void printedFileIsReadAgain(@ForAll("file") List<NameMapping> mappings) {
        HostFormatsTest.assertRoundTrip(hosts, mappings, "cat /etc/hosts");
    }

    @Property
    void printedByGetentIsReadAgain(@ForAll("getent") List<NameMapping> mappings) {
        HostFormatsTest.assertRoundTrip(getent, mappings, "getent hosts x");
        Texts.assertRoundTrip(ahosts, mappings);
    }

    @Property
    void printedByResolversIsReadAgain(@ForAll("dns") List<NameMapping> mappings) {
        Texts.assertRoundTrip(dig, mappings);
        Texts.assertRoundTrip(host, mappings);
        Texts.assertRoundTrip(nslookup, mappings);
        List<NameMapping> first = mappings.stream()
                .filter(m -> m.name().equals(mappings.getFirst().name()))
                .toList();
        HostFormatsTest.assertRoundTrip(
                digShort, first, "dig +short " + mappings.getFirst().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dig", "host", "nslookup"})
    void printedFailuresAreReadAgain(String tool) {
        Format format = tool.equals("dig") ? dig : tool.equals("host") ? host : nslookup;
        Texts.assertRoundTrip(
                format, List.of(new ConnectAttempt(tool, "gone.example.org", null, null, Outcome.NAME_UNRESOLVED)));
    }

    @Provide
    Arbitrary<List<NameMapping>> file() {
        return HostFacts.mappings("/etc/hosts");
    }

    @Provide
    Arbitrary<List<NameMapping>> getent() {
        return HostFacts.mappings("getent");
    }

    @Provide
    Arbitrary<List<NameMapping>> dns() {
        return HostFacts.mappings("dns");
    }
}
