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
import org.junit.jupiter.api.Test;

class NcFormatsTest {
    private static final IpAddress SERVER = IpAddress.of("10.2.0.5");

    private final Format nc = new NcFormat();
    private final Format traditional = new NetcatFormat();
    private final Format ncat = new NcatFormat();

    @Test
    void anOpenPortWithItsGreeting() {
        assertEquals(
                List.of(new ConnectAttempt("nc", "10.2.0.5", SERVER, 22, Outcome.CONNECTED)),
                Texts.read(nc, Texts.fixture("connect/nc-ok.txt"), null));
        assertEquals(
                List.of(
                        new ConnectAttempt("nc", "server.example.org", SERVER, 22, Outcome.CONNECTED),
                        new NameMapping("server.example.org", SERVER, "nc")),
                Texts.read(nc, Texts.fixture("connect/nc-okn.txt"), null));
    }

    @Test
    void whyItDidNotOpen() {
        assertEquals(
                new ConnectAttempt("nc", "server.example.org", SERVER, 2222, Outcome.REFUSED),
                Texts.read(nc, Texts.fixture("connect/nc-refused.txt"), null).getFirst());
        assertEquals(
                List.of(new ConnectAttempt("nc", "10.1.0.99", IpAddress.of("10.1.0.99"), 22, Outcome.TIMED_OUT)),
                Texts.read(nc, Texts.fixture("connect/nc-to.txt"), null));
        assertEquals(
                List.of(new ConnectAttempt("nc", "nowhere.example.org", null, 22, Outcome.NAME_UNRESOLVED)),
                Texts.read(nc, Texts.fixture("connect/nc-name.txt"), null));
    }

    @Test
    void eachAddressOfANameIsAnAttempt() {
        List<Fact> facts = Texts.read(nc, """
                nc: connect to files.example.org (2001:db8:2::5) port 22 (tcp) timed out: Operation now in progress
                Connection to files.example.org (10.2.0.5) 22 port [tcp/ssh] succeeded!
                SSH-2.0-OpenSSH_9.2p1
                """, null);
        assertEquals(
                new ConnectAttempt("nc", "files.example.org", IpAddress.of("2001:db8:2::5"), 22, Outcome.TIMED_OUT),
                facts.getFirst());
        assertEquals(new ConnectAttempt("nc", "files.example.org", SERVER, 22, Outcome.CONNECTED), facts.get(2));
    }

    @Test
    void readsTheFormOfMacos() {
        assertEquals(
                List.of(new ConnectAttempt("nc", "10.2.0.5", SERVER, 22, Outcome.REFUSED)),
                Texts.read(nc, "nc: connectx to 10.2.0.5 port 22 (tcp) failed: Connection refused\n", null));
        assertEquals(
                List.of(new ConnectAttempt("nc", "10.2.0.5", SERVER, 22, Outcome.CONNECTED)),
                Texts.read(
                        nc,
                        "found 0 associations\nfound 1 connections:\n     1:\tflags=82<CONNECTED,PREFERRED>\n"
                                + "\toutif en0\n\tsrc 192.168.1.2 port 52044\n\tdst 10.2.0.5 port 22\n"
                                + "\trank info not available\n\tTCP aux info available\n\n"
                                + "Connection to 10.2.0.5 port 22 [tcp/ssh] succeeded!\n",
                        null));
    }

    @Test
    void readsTheFormOfBusybox() {
        assertEquals(
                List.of(new ConnectAttempt("nc", "10.2.0.5", SERVER, 80, Outcome.REFUSED)),
                Texts.read(
                        nc,
                        "nc: can't connect to remote host (10.2.0.5): Connection refused\n",
                        Attempts.command("nc 10.2.0.5 80")));
    }

    @Test
    void aDatagramThatNobodyRejectsIsNoConnection() {
        assertEquals(List.of(), Texts.read(nc, "Connection to 10.2.0.5 53 port [udp/domain] succeeded!\n", null));
    }

    @Test
    void aGreetingAloneIsAnAnswerOfTheCommandsTarget() {
        assertEquals(
                List.of(new ConnectAttempt("nc", "10.2.0.5", SERVER, 22, Outcome.CONNECTED)),
                Texts.read(nc, "SSH-2.0-OpenSSH_9.2p1\n", Attempts.command("nc -w 3 10.2.0.5 22")));
    }

    @Test
    void readsTheTraditionalForm() {
        assertEquals(
                List.of(
                        new ConnectAttempt("nc", null, SERVER, 22, Outcome.REFUSED),
                        new ConnectAttempt("nc", null, SERVER, 23, Outcome.TIMED_OUT),
                        new ConnectAttempt("nc", "server", SERVER, 80, Outcome.CONNECTED),
                        new NameMapping("server", SERVER, "nc")),
                Texts.read(traditional, """
                        10.2.0.5: inverse host lookup failed: Unknown host
                        (UNKNOWN) [10.2.0.5] 22 (ssh) : Connection refused
                        (UNKNOWN) [10.2.0.5] 23 (telnet) : Operation now in progress
                        server [10.2.0.5] 80 (http) open
                         sent 0, rcvd 0
                        """, null));
    }

    @Test
    void ncatTakesItsTargetFromTheCommand() {
        assertEquals(
                List.of(new ConnectAttempt("ncat", "server", null, 22, Outcome.TIMED_OUT)),
                Texts.read(ncat, """
                        Ncat: Version 7.93 ( https://nmap.org/ncat )
                        Ncat: TIMEOUT.
                        """, Attempts.command("ncat -v -w 3 server 22")));
        assertEquals(
                List.of(new ConnectAttempt("ncat", null, SERVER, 22, Outcome.CONNECTED)),
                Texts.read(ncat, "Ncat: Connected to 10.2.0.5:22.\nSSH-2.0-x\n", null));
        assertEquals(
                List.of(new ConnectAttempt("ncat", "gone", null, null, Outcome.NAME_UNRESOLVED)),
                Texts.read(
                        ncat,
                        "Ncat: Could not resolve hostname \"gone\": Name or service not known. QUITTING.\n",
                        null));
    }

    @Property
    void printedIsReadAgain(@ForAll("all") List<Fact> facts) {
        Texts.assertRoundTrip(nc, facts);
    }

    @Property
    void printedInTheTraditionalFormIsReadAgain(@ForAll("addresses") List<Fact> facts) {
        Texts.assertRoundTrip(traditional, facts);
    }

    @Property
    void printedByNcatIsReadAgain(@ForAll("ncat") List<Fact> facts) {
        Texts.assertRoundTrip(ncat, facts);
    }

    @Provide
    Arbitrary<List<Fact>> all() {
        return Attempts.of(
                "nc",
                Attempts.Shape.ALL,
                Outcome.CONNECTED,
                Outcome.TIMED_OUT,
                Outcome.REFUSED,
                Outcome.NO_ROUTE_TO_HOST,
                Outcome.NETWORK_UNREACHABLE,
                Outcome.NOT_PERMITTED,
                Outcome.RESET);
    }

    @Provide
    Arbitrary<List<Fact>> addresses() {
        return Attempts.of(
                "nc",
                Attempts.Shape.ADDRESS_AND_PORT,
                Outcome.CONNECTED,
                Outcome.TIMED_OUT,
                Outcome.REFUSED,
                Outcome.NO_ROUTE_TO_HOST,
                Outcome.NAME_UNRESOLVED);
    }

    @Provide
    Arbitrary<List<Fact>> ncat() {
        return Attempts.of(
                "ncat",
                Attempts.Shape.ADDRESS,
                Outcome.TIMED_OUT,
                Outcome.REFUSED,
                Outcome.NO_ROUTE_TO_HOST,
                Outcome.NETWORK_UNREACHABLE,
                Outcome.NAME_UNRESOLVED);
    }
}
