package astray.transcript.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.transcript.Command;
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

class SshFormatTest {
    private static final IpAddress SERVER = IpAddress.of("10.2.0.5");

    private final Format format = new SshFormat();

    private static ConnectAttempt ssh(
            @Nullable String target, @Nullable IpAddress address, @Nullable Integer port, Outcome outcome) {
        return new ConnectAttempt("ssh", target, address, port, outcome);
    }

    private List<Fact> read(String text, @Nullable String command) {
        return Texts.read(format, text, command == null ? null : Attempts.command(command));
    }

    @ParameterizedTest
    @CsvSource({
        "Connection timed out,TIMED_OUT",
        "Operation timed out,TIMED_OUT",
        "Connection refused,REFUSED",
        "No route to host,NO_ROUTE_TO_HOST",
        "Network is unreachable,NETWORK_UNREACHABLE",
        "Permission denied,NOT_PERMITTED"
    })
    void whyItDidNotOpen(String words, Outcome outcome) {
        assertEquals(
                List.of(ssh("server", null, 2222, outcome)),
                read("ssh: connect to host server port 2222: " + words, null));
        assertEquals(
                List.of(ssh("2001:db8::5", IpAddress.of("2001:db8::5"), 22, outcome)),
                read("ssh: connect to host 2001:db8::5 port 22: " + words, null));
    }

    @Test
    void aNameWithoutAnAddress() {
        assertEquals(
                List.of(ssh("nowhere.example.org", null, 22, Outcome.NAME_UNRESOLVED)),
                read(Texts.fixture("connect/ssh-name.txt"), "ssh root@nowhere.example.org"));
    }

    @Test
    void aGreetingThatNeverCameIsSilence() {
        assertEquals(
                List.of(ssh("server.example.org", SERVER, 25, Outcome.SILENT)),
                read(Texts.fixture("connect/ssh-hang.txt"), "ssh -p 25 root@server.example.org"));
        assertEquals(List.of(ssh(null, SERVER, 25, Outcome.SILENT)), read(Texts.fixture("connect/ssh-hang.txt"), null));
    }

    @Test
    void aConnectionResetBeforeTheGreetingIsOneAttempt() {
        assertEquals(
                List.of(ssh(null, SERVER, 23, Outcome.RESET)), read(Texts.fixture("connect/ssh-closed.txt"), null));
        assertEquals(List.of(ssh(null, SERVER, 24, Outcome.RESET)), read(Texts.fixture("connect/ssh-reset.txt"), null));
    }

    @Test
    void aConnectionClosedBeforeTheGreetingIsClosed() {
        assertEquals(List.of(ssh("10.2.0.5", SERVER, 22, Outcome.CLOSED)), read("""
                        kex_exchange_identification: Connection closed by remote host
                        Connection closed by 10.2.0.5 port 22
                        """, "ssh root@10.2.0.5"));
        assertEquals(
                List.of(ssh("server", null, 2200, Outcome.CLOSED)),
                read("ssh_exchange_identification: Connection closed by remote host", "ssh -p 2200 -v me@server ls"));
    }

    @Test
    void aConnectionClosedAfterTheGreetingHadAnAnswer() {
        assertEquals(
                List.of(ssh(null, SERVER, 22, Outcome.CONNECTED)), read("Connection closed by 10.2.0.5 port 22", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "root@server: Permission denied (publickey,password).",
                "root@server's password:",
                "The authenticity of host 'server (10.2.0.5)' can't be established."
            })
    void whoeverAsksForAKeyHasAnswered(String text) {
        ConnectAttempt attempt = (ConnectAttempt) read(text, null).getFirst();
        assertEquals(Outcome.CONNECTED, attempt.outcome());
        assertEquals("server", attempt.target());
    }

    @Test
    void aHostKeyThatChangedIsAnAnswer() {
        assertEquals(List.of(ssh("server", null, 22, Outcome.CONNECTED)), read("""
                        @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
                        @    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @
                        @@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@
                        IT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!
                        Someone could be eavesdropping on you right now (man-in-the-middle attack)!
                        It is also possible that a host key has just been changed.
                        The fingerprint for the ED25519 key sent by the remote host is
                        SHA256:abc.
                        Please contact your system administrator.
                        Host key verification failed.
                        """, "ssh server"));
    }

    @Test
    void theLinesOfVerboseAreOneAttemptForEachAddress() {
        assertEquals(
                List.of(
                        ssh("server.example.org", SERVER, 2222, Outcome.REFUSED),
                        new NameMapping("server.example.org", SERVER, "ssh")),
                read(Texts.fixture("connect/ssh-v.txt"), null));
        List<Fact> two = read("""
                debug1: Connecting to server [2001:db8::5] port 22.
                debug1: connect to address 2001:db8::5 port 22: Network is unreachable
                debug1: Connecting to server [10.2.0.5] port 22.
                debug1: Connection established.
                debug1: Local version string SSH-2.0-OpenSSH_9.2
                """, null);
        assertTrue(two.contains(ssh("server", IpAddress.of("2001:db8::5"), 22, Outcome.NETWORK_UNREACHABLE)));
        assertTrue(two.contains(ssh("server", SERVER, 22, Outcome.CONNECTED)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection to the server is lost",
                "ssh: it does not work",
                "The server is slow",
                "Received disconnect from 10.1.0.2 port 61501:11: disconnected by user",
                "Connection closed by foreign host.",
                "sshd[12]: Connection closed by 10.2.0.5 port 22"
            })
    void leavesOtherTextAlone(String text) {
        assertEquals(Format.NO, format.recognise(Texts.lines(text), null));
    }

    @Test
    void theTargetOfACopyIsItsHost() {
        Command scp = Attempts.command("scp -P 2200 file.txt me@server:/tmp");
        assertEquals(
                List.of(ssh("server", null, 2200, Outcome.CLOSED)),
                Texts.read(format, "kex_exchange_identification: Connection closed by remote host\n", scp));
    }

    @Property
    void printedIsReadAgain(@ForAll("attempts") List<Fact> facts) {
        Texts.assertRoundTrip(format, facts);
    }

    @Property
    void printedWithoutAddressesIsReadAgain(@ForAll("withoutAddresses") List<Fact> facts) {
        Texts.assertRoundTrip(format, facts);
    }

    @Provide
    Arbitrary<List<Fact>> attempts() {
        return Attempts.of("ssh", Attempts.Shape.ALL, Outcome.values());
    }

    @Provide
    Arbitrary<List<Fact>> withoutAddresses() {
        return Attempts.of(
                "ssh",
                Attempts.Shape.TARGET_AND_PORT,
                Outcome.TIMED_OUT,
                Outcome.REFUSED,
                Outcome.NO_ROUTE_TO_HOST,
                Outcome.NETWORK_UNREACHABLE,
                Outcome.NOT_PERMITTED,
                Outcome.NAME_UNRESOLVED);
    }
}
