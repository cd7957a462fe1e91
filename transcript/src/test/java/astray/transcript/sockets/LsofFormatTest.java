package astray.transcript.sockets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.IpAddress;
import astray.facts.Socket;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LsofFormatTest {
    private final LsofFormat format = new LsofFormat();

    @Test
    void readsTheSameConnectionHeldByTwoProcesses() {
        List<Fact> facts = Texts.read(format, """
                COMMAND     PID   USER   FD   TYPE     DEVICE SIZE/OFF NODE NAME
                sshd    1635782   root    4u  IPv4 1127621335      0t0  TCP cpu1:ssh->192.168.73.2:62014 (ESTABLISHED)
                sshd    1635927 lnsoft    4u  IPv4 1127621335      0t0  TCP cpu1:ssh->192.168.73.2:62014 (ESTABLISHED)
                sshd    1936495   root    3u  IPv4 1037646169      0t0  TCP *:ssh (LISTEN)
                """, null);
        assertEquals(
                new Socket(
                        "tcp",
                        Family.INET,
                        "ESTABLISHED",
                        null,
                        null,
                        new Endpoint(null, "cpu1", 22, "ssh", null),
                        Endpoint.of(IpAddress.of("192.168.73.2"), 62014),
                        List.of(new Socket.User("sshd", 1635927L, "lnsoft", "4u"))),
                facts.get(1));
        Socket listener = (Socket) facts.get(2);
        assertEquals("LISTEN", listener.state());
        assertEquals(new Endpoint(null, null, 22, "ssh", null), listener.local());
        assertNull(listener.remote());
    }

    @Test
    void readsNumbersAndIpv6() {
        List<Fact> facts = Texts.read(format, Texts.fixture("sockets/lsof-nP-iTCP.txt"), null);
        assertEquals(9, facts.size());
        assertEquals(Endpoint.of(IpAddress.of("::1"), 631), ((Socket) facts.get(4)).local());
        assertEquals("CLOSE_WAIT", ((Socket) facts.get(8)).state());
        assertEquals(
                facts.size(),
                Texts.read(format, Texts.fixture("sockets/lsof-nP-i-R.txt"), null).stream()
                        .filter(fact -> fact instanceof Socket socket
                                && socket.protocol().equals("tcp"))
                        .count());
        assertEquals(
                15,
                Texts.read(format, Texts.fixture("sockets/lsof-i.txt"), null).size());
    }

    @Test
    void readsThreadsQueuesAndMacosBlanks() {
        List<Fact> facts = Texts.read(format, """
                lsof: WARNING: can't stat() fuse.portal file system /run/user/1000/doc
                      Output information may be incomplete.
                COMMAND    PID  TID TASKCMD   USER   FD   TYPE             DEVICE SIZE/OFF NODE NAME
                dockerd    912  944 dockerd   root   12u  IPv6              22410      0t0  TCP *:2376 (LISTEN QR=0 QS=0)
                Google\\x20Chrome 611 lnsoft   24u  IPv4 0x7c1f04cbb2fb4b1d      0t0  TCP 192.168.73.2:62190->17.57.145.70:5223 (CLOSED)
                python3   6213 root  cwd    DIR              254,0     4096  260072 /srv
                """, null);
        assertEquals(2, facts.size());
        Socket threads = (Socket) facts.getFirst();
        assertEquals(List.of(new Socket.User("dockerd", 912L, "root", "12u")), threads.users());
        assertEquals(0L, threads.receiveQueue());
        Socket chrome = (Socket) facts.getLast();
        assertEquals("Google Chrome", chrome.users().getFirst().command());
        assertEquals("CLOSE", chrome.state());
    }

    @Test
    void readsARowThatGrepLeftAndOneOfAnOldVersion() {
        assertEquals(
                1,
                Texts.read(format, "sshd      1936495   root    3u  IPv4 1037646169      0t0  TCP *:22 (LISTEN)", null)
                        .size());
        assertEquals(
                1,
                Texts.read(format, "sshd       2100 root    3u  IPv6   5678       TCP *:ssh (LISTEN)", null)
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"COMMAND and PID are the columns", "sshd 12 root is IPv4 over TCP", "IPv4 TCP *:22"})
    void leavesOtherTextsAlone(String text) {
        assertEquals(Format.NO, format.recognise(Texts.lines(text), null));
    }

    @Property
    void printedIsReadAgain(@ForAll("sockets") List<Socket> sockets) {
        Texts.assertRoundTrip(format, sockets);
    }

    @Provide
    Arbitrary<List<Socket>> sockets() {
        return SocketArbitraries.families()
                .flatMap(family -> Arbitraries.oneOf(
                        rows(
                                "tcp",
                                family,
                                Arbitraries.just("LISTEN").injectNull(0),
                                named(family).injectNull(1)),
                        rows(
                                "tcp",
                                family,
                                SocketArbitraries.connected().injectNull(0),
                                named(family).injectNull(0)),
                        rows(
                                "udp",
                                family,
                                SocketArbitraries.connected().injectNull(1),
                                named(family).injectNull(0.5))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Arbitrary<Endpoint> named(Family family) {
        return SocketArbitraries.ends(family).filter(end -> !end.wildcard());
    }

    private static Arbitrary<Socket> rows(
            String protocol, Family family, Arbitrary<@Nullable String> states, Arbitrary<@Nullable Endpoint> remotes) {
        return Combinators.combine(
                        states,
                        Arbitraries.oneOf(named(family), SocketArbitraries.ports()),
                        remotes,
                        SocketArbitraries.users(true, true),
                        Arbitraries.of("u", "r", "uW"))
                .as((state, local, remote, user, mode) -> new Socket(
                        protocol,
                        family,
                        state,
                        null,
                        null,
                        local,
                        remote,
                        List.of(new Socket.User(user.command(), user.pid(), user.user(), user.fd() + mode))));
    }
}
