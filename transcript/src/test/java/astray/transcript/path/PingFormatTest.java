package astray.transcript.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.ConnectAttempt;
import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Ping;
import astray.facts.Ping.Complaint;
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

class PingFormatTest {
    private static final IpAddress SERVER = IpAddress.of("10.2.0.5");
    private static final IpAddress SERVER6 = IpAddress.of("2001:db8:2::5");

    private final Format linux = PingFormat.linux();
    private final Format bsd = PingFormat.bsd();
    private final Format busybox = PingFormat.busybox();

    private List<Fact> fixture(String name) {
        return Texts.read(linux, Texts.fixture("path/" + name), null);
    }

    @Test
    void readsARunWithItsAverage() {
        assertEquals(
                List.of(
                        new Ping("server.example.org", SERVER, 3, 3, 0.0, 0.056, List.of()),
                        new NameMapping("server.example.org", SERVER, "ping")),
                fixture("ping.txt"));
        assertEquals(
                new Ping("10.2.0.5", SERVER, 1, 1, 0.0, 0.046, List.of(), IpAddress.of("10.1.0.2")),
                fixture("ping-interface.txt").getFirst());
    }

    @Test
    void readsIpv6WithAndWithoutANameInParentheses() {
        assertEquals(
                new Ping("server6.example.org", SERVER6, 2, 2, 0.0, 0.061, List.of()),
                fixture("ping6.txt").getFirst());
        assertEquals(List.of(new Ping("2001:db8:2::5", SERVER6, 2, 2, 0.0, 0.094, List.of())), fixture("ping6-n.txt"));
    }

    @Test
    void complaintsAreKeptOnce() {
        assertEquals(
                List.of(new Ping(
                        "10.1.0.99",
                        IpAddress.of("10.1.0.99"),
                        3,
                        0,
                        100.0,
                        null,
                        List.of(new Complaint("10.1.0.2", "Destination Host Unreachable")))),
                fixture("ping-no-neighbour.txt"));
        assertEquals(
                List.of(
                        new Complaint("10.1.0.1", "Frag needed and DF set (mtu = 1300)"),
                        new Complaint(null, "local error: message too long, mtu=1300")),
                ((Ping) fixture("ping-fragmentation-needed.txt").getFirst()).errors());
        assertEquals(
                List.of(new Complaint("10.1.0.1", "Packet filtered")),
                ((Ping) fixture("ping-filtered.txt").getFirst()).errors());
    }

    @Test
    void theEndAloneTellsTheTarget() {
        assertEquals(
                List.of(new Ping("10.5.2.5", IpAddress.of("10.5.2.5"), 50, 36, 28.0, 0.312, List.of())),
                Texts.read(linux, """
                        --- 10.5.2.5 ping statistics ---
                        50 packets transmitted, 36 received, 28% packet loss, time 5098ms
                        rtt min/avg/max/mdev = 0.196/0.312/1.168/0.158 ms
                        """, null));
    }

    @Test
    void aRunWithoutAnEndHasNoNumbers() {
        assertEquals(
                List.of(new Ping("10.2.0.5", SERVER, null, null, null, null, List.of())), Texts.read(linux, """
                        PING 10.2.0.5 (10.2.0.5) 56(84) bytes of data.
                        64 bytes from 10.2.0.5: icmp_seq=1 ttl=63 time=0.403 ms
                        ^C
                        """, null));
    }

    @Test
    void theInterruptMayStandBeforeTheStatistics() {
        assertEquals(List.of(new Ping("10.2.0.5", SERVER, 2, 0, 100.0, null, List.of())), Texts.read(linux, """
                        PING 10.2.0.5 (10.2.0.5) 56(84) bytes of data.
                        ^C
                        --- 10.2.0.5 ping statistics ---
                        2 packets transmitted, 0 received, 100% packet loss, time 1013ms
                        """, null));
    }

    @Test
    void readsTheFormOfMacos() {
        String text = """
                PING gpu1 (172.16.33.66): 56 data bytes
                Request timeout for icmp_seq 0
                92 bytes from 172.16.136.2: Destination Host Unreachable
                Vr HL TOS  Len   ID Flg  off TTL Pro  cks      Src      Dst
                 4  5  00 5400 0ff2   0 0000  3f  01 f7a6 192.168.73.2  172.16.33.66\s

                ping: sendto: No route to host
                64 bytes from 172.16.33.66: icmp_seq=2 ttl=61 time=4.982 ms

                --- gpu1 ping statistics ---
                3 packets transmitted, 1 packets received, 66.7% packet loss
                round-trip min/avg/max/stddev = 4.982/4.982/4.982/0.000 ms
                """;
        assertTrue(bsd.recognise(Texts.lines(text), null) > linux.recognise(Texts.lines(text), null));
        assertEquals(
                new Ping(
                        "gpu1",
                        IpAddress.of("172.16.33.66"),
                        3,
                        1,
                        66.7,
                        4.982,
                        List.of(
                                new Complaint("172.16.136.2", "Destination Host Unreachable"),
                                new Complaint(null, "sendto: No route to host"))),
                Texts.read(bsd, text, null).getFirst());
    }

    @Test
    void readsTheFormOfMacosPing6() {
        assertEquals(
                new Ping("server", SERVER6, 1, 1, 0.0, 1.5, List.of()),
                Texts.read(bsd, """
                                PING6(56=40+8+8 bytes) 2001:db8:1::2 --> 2001:db8:2::5
                                16 bytes from 2001:db8:2::5, icmp_seq=0 hlim=63 time=1.500 ms

                                --- server ping6 statistics ---
                                1 packets transmitted, 1 packets received, 0.0% packet loss
                                round-trip min/avg/max/std-dev = 1.500/1.500/1.500/0.000 ms
                                """, null).getFirst());
    }

    @Test
    void readsTheFormOfBusybox() {
        String text = Texts.fixture("path/ping-busybox.txt");
        assertTrue(busybox.recognise(Texts.lines(text), null) > bsd.recognise(Texts.lines(text), null));
        assertEquals(
                List.of(new Ping("10.2.0.5", SERVER, 2, 2, 0.0, 0.076, List.of())), Texts.read(busybox, text, null));
    }

    @Test
    void readsTheChineseForm() {
        assertEquals(
                List.of(new Ping(
                        "10.2.0.5", SERVER, 3, 1, 66.6667, 0.248, List.of(new Complaint("10.1.0.1", "目标主机不可达")))),
                Texts.read(linux, """
                        PING 10.2.0.5 (10.2.0.5) 56(84) 比特的数据。
                        64 比特，来自 10.2.0.5: icmp_seq=1 ttl=63 时间=0.248 毫秒
                        来自 10.1.0.1 icmp_seq=2 目标主机不可达

                        --- 10.2.0.5 ping 统计 ---
                        已发送 3 个包， 已接收 1 个包, +1 错误, 66.6667% 包丢失, 耗时 2003 毫秒
                        rtt min/avg/max/mdev = 0.248/0.248/0.248/0.000 毫秒
                        """, null));
    }

    @Test
    void anErrorOfTheOwnHostTakesItsTargetFromTheCommand() {
        Command command = new Command("ping -c 3 10.2.0.5", List.of("ping", "-c", "3", "10.2.0.5"), false);
        assertEquals(
                List.of(new Ping(
                        "10.2.0.5",
                        SERVER,
                        null,
                        null,
                        null,
                        null,
                        List.of(new Complaint(null, "connect: Network is unreachable")))),
                Texts.read(linux, "connect: Network is unreachable\n", command));
        assertEquals(
                List.of(new ConnectAttempt("ping", null, null, null, Outcome.NETWORK_UNREACHABLE)),
                Texts.read(linux, "ping: connect: Network is unreachable\n", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping: gone.example.org: Name or service not known",
                "ping: unknown host gone.example.org",
                "ping: cannot resolve gone.example.org: Unknown host",
                "ping: bad address 'gone.example.org'"
            })
    void aNameWithoutAnAddressIsAnAttempt(String text) {
        assertEquals(
                List.of(new ConnectAttempt("ping", "gone.example.org", null, null, Outcome.NAME_UNRESOLVED)),
                Texts.read(linux, text, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PING the server (10.0.0.1) first",
                "From 10.0.0.1 we cannot reach it",
                "connect: Network is unreachable",
                "64 bytes are enough",
                "From: Oda <oda@example.org>"
            })
    void leavesOtherTextAlone(String text) {
        for (Format format : List.of(linux, bsd, busybox)) {
            assertEquals(Format.NO, format.recognise(Texts.lines(text), null));
        }
    }

    @Property
    void printedIsReadAgain(@ForAll("pings") List<Fact> facts) {
        Texts.assertRoundTrip(linux, facts);
    }

    @Property
    void printedInTheBsdFormIsReadAgain(@ForAll("pings") List<Fact> facts) {
        Texts.assertRoundTrip(bsd, facts);
    }

    @Property
    void printedInTheBusyboxFormIsReadAgain(@ForAll("pings") List<Fact> facts) {
        Texts.assertRoundTrip(busybox, facts);
    }

    @Provide
    Arbitrary<List<Fact>> pings() {
        return PathFacts.pings(percent -> percent * 0.5, 1000);
    }

    @Test
    void theSourceThatWasAskedForIsKept() {
        assertEquals(
                IpAddress.of("10.99.0.1"),
                PingHeader.parse("PING 10.2.0.5 (10.2.0.5) from 10.99.0.1 : 56(84) bytes of data.")
                        .source());
        assertEquals(
                IpAddress.of("2001:db8::2"),
                PingHeader.parse("PING 2001:db8::5(2001:db8::5) from 2001:db8::2 eth0: 56 data bytes")
                        .source());
        assertEquals(
                IpAddress.of("10.1.0.2"),
                PingHeader.parse("PING 10.2.0.5 (10.2.0.5) from 10.1.0.2: 56 data bytes")
                        .source());
        assertNull(PingHeader.parse("PING 10.2.0.5 (10.2.0.5) 56(84) bytes of data.")
                .source());
    }
}
