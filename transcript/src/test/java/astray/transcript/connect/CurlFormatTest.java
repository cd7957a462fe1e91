package astray.transcript.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurlFormatTest {
    private static final IpAddress SERVER = IpAddress.of("10.2.0.5");

    private final Format format = new CurlFormat();

    private static ConnectAttempt curl(
            @Nullable String target, @Nullable IpAddress address, @Nullable Integer port, Outcome outcome) {
        return new ConnectAttempt("curl", target, address, port, outcome);
    }

    private List<Fact> fixture(String name) {
        return Texts.read(format, Texts.fixture("connect/" + name), null);
    }

    @Test
    void theAddressOfVerboseAndTheNameOfTheEndAreOneAttempt() {
        List<Fact> expected = List.of(
                curl("server.example.org", SERVER, 8443, Outcome.REFUSED),
                new NameMapping("server.example.org", SERVER, "curl"));
        assertEquals(expected, fixture("curl-vref.txt"));
        assertEquals(
                List.of(
                        curl("build.example.org", IpAddress.of("192.0.2.140"), 8443, Outcome.REFUSED),
                        new NameMapping("build.example.org", IpAddress.of("192.0.2.140"), "curl")),
                Texts.read(format, """
                        * Trying 192.0.2.140:8443...
                        * connect to 192.0.2.140 port 8443 failed: Connection refused
                        curl: (7) Failed to connect to build.example.org port 8443 after 9 ms: Connection refused
                        """, null));
    }

    @Test
    void everyAddressTriedIsAnAttempt() {
        assertEquals(
                List.of(
                        curl("server", IpAddress.of("2001:db8::5"), 443, Outcome.NETWORK_UNREACHABLE),
                        new NameMapping("server", IpAddress.of("2001:db8::5"), "curl"),
                        curl("server", SERVER, 443, Outcome.CONNECTED),
                        new NameMapping("server", SERVER, "curl")),
                Texts.read(format, """
                        * Host server:443 was resolved.
                        * IPv6: 2001:db8::5
                        * IPv4: 10.2.0.5
                        *   Trying [2001:db8::5]:443...
                        * connect to 2001:db8::5 port 443 from :: port 53000 failed: Network is unreachable
                        *   Trying 10.2.0.5:443...
                        * Connected to server (10.2.0.5) port 443
                        """, Attempts.command("curl -v https://server/")));
    }

    @Test
    void silenceAfterTheConnectionOpened() {
        assertEquals(
                curl("server.example.org", SERVER, 25, Outcome.SILENT),
                fixture("curl-v.txt").getFirst());
        assertEquals(
                List.of(curl("10.2.0.5", SERVER, 25, Outcome.SILENT)),
                Texts.read(
                        format,
                        Texts.fixture("connect/curl-m.txt"),
                        Attempts.command("curl -m 1 http://10.2.0.5:25/")));
    }

    @Test
    void nobodyAnsweredInTime() {
        assertEquals(
                List.of(curl("10.2.0.77", IpAddress.of("10.2.0.77"), 80, Outcome.TIMED_OUT)), fixture("curl-to.txt"));
        assertEquals(
                List.of(curl("10.2.0.77", IpAddress.of("10.2.0.77"), 8080, Outcome.TIMED_OUT)),
                Texts.read(
                        format,
                        "curl: (28) Connection timed out after 3001 milliseconds\n",
                        Attempts.command("curl --connect-timeout 3 10.2.0.77:8080/health")));
    }

    @Test
    void aConnectionThatWasClosedAtOnce() {
        assertEquals(List.of(curl("10.2.0.5", SERVER, 23, Outcome.CLOSED)), fixture("curl-closed.txt"));
        assertEquals(
                List.of(curl("server", null, 80, Outcome.RESET)),
                Texts.read(
                        format,
                        "curl: (56) Recv failure: Connection reset by peer\n",
                        Attempts.command("curl http://server/")));
    }

    @Test
    void aNameWithoutAnAddressBehindAProgressMeter() {
        assertEquals(
                List.of(curl("nowhere.example.org", null, null, Outcome.NAME_UNRESOLVED)),
                Texts.read(format, Texts.fixture("connect/curl-name.txt").replace("curl: (6)", "\ncurl: (6)"), null));
        assertEquals(
                List.of(curl("nowhere.example.org", null, null, Outcome.NAME_UNRESOLVED)), fixture("curl-name.txt"));
    }

    @ParameterizedTest
    @CsvSource({"4,REFUSED", "3068,NO_ROUTE_TO_HOST", "130512,TIMED_OUT"})
    void whereCurlDoesNotSayWhyTheTimeTells(int after, Outcome outcome) {
        assertEquals(
                List.of(curl("server", null, 8443, outcome)),
                Texts.read(
                        format,
                        "curl: (7) Failed to connect to server port 8443 after " + after
                                + " ms: Couldn't connect to server\n",
                        null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "* GPU server",
                "* Trying again tomorrow",
                "* Host keys were changed",
                "* SSL should be off",
                "curl does not work"
            })
    void leavesListsAlone(String text) {
        assertEquals(Format.NO, format.recognise(Texts.lines(text), null));
    }

    @Property
    void printedIsReadAgain(@ForAll("attempts") List<Fact> facts) {
        Texts.assertRoundTrip(format, facts);
    }

    @Property
    void printedWithoutAddressesIsReadAgain(@ForAll("withoutAddresses") List<Fact> facts) {
        Texts.assertRoundTrip(format, facts);
    }

    /** An attempt that stays open is ended by the next one's end: only its own text holds it. */
    @Provide
    Arbitrary<List<Fact>> attempts() {
        return Attempts.of(
                "curl",
                Attempts.Shape.ALL,
                Outcome.CLOSED,
                Outcome.SILENT,
                Outcome.RESET,
                Outcome.TIMED_OUT,
                Outcome.REFUSED,
                Outcome.NO_ROUTE_TO_HOST,
                Outcome.NETWORK_UNREACHABLE,
                Outcome.NAME_UNRESOLVED);
    }

    @Provide
    Arbitrary<List<Fact>> withoutAddresses() {
        return Attempts.of(
                "curl",
                Attempts.Shape.TARGET_AND_PORT,
                Outcome.TIMED_OUT,
                Outcome.REFUSED,
                Outcome.NO_ROUTE_TO_HOST,
                Outcome.NETWORK_UNREACHABLE,
                Outcome.NAME_UNRESOLVED);
    }
}
