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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherClientsTest {
    private static final IpAddress SERVER = IpAddress.of("10.2.0.5");
    private static final Outcome[] NEVER_OPENED = {
        Outcome.TIMED_OUT, Outcome.REFUSED, Outcome.NO_ROUTE_TO_HOST, Outcome.NETWORK_UNREACHABLE
    };

    private final Format telnet = new TelnetFormat();
    private final Format wget = new WgetFormat();
    private final Format bash = new DevTcpFormat();
    private final Format powershell = new TestNetConnectionFormat();

    @Test
    void telnetThatWasGreeted() {
        assertEquals(
                List.of(
                        new ConnectAttempt("telnet", "server.example.org", SERVER, 22, Outcome.CONNECTED),
                        new NameMapping("server.example.org", SERVER, "telnet")),
                Texts.read(
                        telnet,
                        Texts.fixture("connect/telnet-ok.txt"),
                        Attempts.command("telnet server.example.org 22")));
    }

    @Test
    void telnetThatWasClosedWithoutAWord() {
        assertEquals(
                List.of(new ConnectAttempt("telnet", "10.2.0.5", SERVER, 22, Outcome.CLOSED)),
                Texts.read(telnet, """
                        Trying 10.2.0.5...
                        Connected to 10.2.0.5.
                        Escape character is '^]'.
                        Connection closed by foreign host.
                        """, Attempts.command("telnet 10.2.0.5 22")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect/telnet-ref.txt", "connect/bb-telnet.txt"})
    void telnetThatWasRefused(String fixture) {
        assertEquals(
                List.of(new ConnectAttempt("telnet", "10.2.0.5", SERVER, 2222, Outcome.REFUSED)),
                Texts.read(telnet, Texts.fixture(fixture), Attempts.command("telnet 10.2.0.5 2222")));
    }

    @Test
    void aServiceByNameHasNoNumber() {
        assertEquals(
                List.of(new ConnectAttempt("telnet", "10.2.0.5", SERVER, null, Outcome.REFUSED)),
                Texts.read(
                        telnet,
                        "telnet: Unable to connect to remote host: Connection refused\n",
                        Attempts.command("telnet 10.2.0.5 ssh")));
    }

    @Test
    void telnetOfMacosNamesTheAddressTwice() {
        assertEquals(
                List.of(new ConnectAttempt("telnet", null, SERVER, null, Outcome.TIMED_OUT)),
                Texts.read(telnet, """
                        Trying 10.2.0.5...
                        telnet: connect to address 10.2.0.5: Operation timed out
                        telnet: Unable to connect to remote host
                        """, null));
    }

    @Test
    void wgetNamesEverything() {
        assertEquals(
                List.of(
                        new ConnectAttempt("wget", "server.example.org", SERVER, 8443, Outcome.REFUSED),
                        new NameMapping("server.example.org", SERVER, "wget")),
                Texts.read(wget, Texts.fixture("connect/wget.txt"), null));
    }

    @Test
    void bashSaysItTwice() {
        assertEquals(
                List.of(new ConnectAttempt("bash", "10.2.0.5", SERVER, 2222, Outcome.REFUSED)),
                Texts.read(bash, Texts.fixture("connect/bash-tcp.txt"), null));
    }

    @Test
    void powershellSaysOnlyWhetherItOpened() {
        String text = """
                ComputerName     : server
                RemoteAddress    : 10.2.0.5
                RemotePort       : 3389
                InterfaceAlias   : Ethernet
                SourceAddress    : 192.168.61.30
                TcpTestSucceeded : True
                """;
        assertEquals(
                List.of(
                        new ConnectAttempt("Test-NetConnection", "server", SERVER, 3389, Outcome.CONNECTED),
                        new NameMapping("server", SERVER, "Test-NetConnection")),
                Texts.read(powershell, text, null));
        assertEquals(List.of(), Texts.read(powershell, text.replace("True", "False"), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Trying to connect...",
                "Connected to the new switch.",
                "bash: traceroute: command not found",
                "Connecting to the office... it works",
                "ComputerName is server"
            })
    void leavesOtherTextAlone(String text) {
        for (Format format : ConnectFormats.all()) {
            assertEquals(Format.NO, format.recognise(Texts.lines(text), null), format.name());
        }
    }

    @Property
    void printedByTelnetIsReadAgain(@ForAll("telnet") List<Fact> facts) {
        Texts.assertRoundTrip(telnet, facts);
    }

    @Property
    void printedByWgetIsReadAgain(@ForAll("wget") List<Fact> facts) {
        Texts.assertRoundTrip(wget, facts);
    }

    @Property
    void printedByBashIsReadAgain(@ForAll("bash") List<Fact> facts) {
        Texts.assertRoundTrip(bash, facts);
    }

    @Property
    void printedByPowershellIsReadAgain(@ForAll("powershell") List<Fact> facts) {
        Texts.assertRoundTrip(powershell, facts);
    }

    @Provide
    Arbitrary<List<Fact>> telnet() {
        return Attempts.of("telnet", Attempts.Shape.ADDRESS, NEVER_OPENED);
    }

    @Provide
    Arbitrary<List<Fact>> wget() {
        return Attempts.of(
                "wget",
                Attempts.Shape.ALL,
                Outcome.CONNECTED,
                Outcome.REFUSED,
                Outcome.TIMED_OUT,
                Outcome.NAME_UNRESOLVED);
    }

    @Provide
    Arbitrary<List<Fact>> bash() {
        return Attempts.of("bash", Attempts.Shape.TARGET_AND_PORT, NEVER_OPENED);
    }

    @Provide
    Arbitrary<List<Fact>> powershell() {
        return Attempts.of("Test-NetConnection", Attempts.Shape.ALL, Outcome.CONNECTED);
    }
}
