package astray.transcript.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Counter;
import astray.facts.Fact;
import astray.facts.Sysctl;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final Format sysctl = SysctlFormat.sysctl();
    private final Format proc = SysctlFormat.proc();
    private final Format bare = SysctlFormat.bare();
    private final Format nstat = new NstatFormat();
    private final Format netstat = new NetstatStatisticsFormat();

    @Test
    void readsSettings() {
        String text = Texts.fixture("host/sysctl.txt");
        List<Fact> facts = Texts.read(sysctl, text, null);
        assertTrue(facts.contains(new Sysctl("net.ipv4.ip_forward", "0")));
        assertTrue(facts.contains(new Sysctl("net.ipv4.ip_local_port_range", "32768\t60999")));
        assertEquals(text, Texts.print(sysctl, facts));
    }

    @Test
    void readsOtherWaysOfWritingThem() {
        assertEquals(
                List.of(
                        new Sysctl("net.ipv4.conf.eth0/100.rp_filter", "1"),
                        new Sysctl("net.inet.ip.forwarding", "0"),
                        new Sysctl("net.ipv4.ip_forward", "1")),
                Texts.read(sysctl, """
                        net.ipv4.conf.eth0/100.rp_filter=1
                        net.inet.ip.forwarding: 0
                        sysctl: permission denied on key 'net.ipv6.conf.all.stable_secret'
                        net.ipv4.ip_forward = 1
                        """, null));
    }

    @Test
    void filesChangeDotsAndSlashes() {
        assertEquals(
                List.of(
                        new Sysctl("net.ipv4.conf.eth0.rp_filter", "1"),
                        new Sysctl("net.ipv4.conf.eth0/100.rp_filter", "2")),
                Texts.read(proc, """
                        /proc/sys/net/ipv4/conf/eth0/rp_filter:1
                        /proc/sys/net/ipv4/conf/eth0.100/rp_filter:2
                        """, null));
    }

    @Test
    void bareValuesHaveTheirKeysInTheCommand() {
        assertEquals(
                List.of(new Sysctl("net.ipv4.ip_forward", "1")),
                Texts.read(bare, "1\n", HostFormatsTest.command("cat /proc/sys/net/ipv4/ip_forward")));
        assertEquals(
                List.of(new Sysctl("net.ipv4.ip_forward", "1"), new Sysctl("net.ipv4.tcp_syncookies", "0")),
                Texts.read(
                        bare,
                        "1\n0\n",
                        HostFormatsTest.command("sysctl -n net.ipv4.ip_forward net.ipv4.tcp_syncookies")));
        assertEquals(Format.NO, bare.recognise(Texts.lines("1"), null));
    }

    @Test
    void aFileOfSettingsIsNotWhatIs() {
        assertEquals(
                Format.NO,
                sysctl.recognise(
                        Texts.lines("net.ipv4.ip_forward=1"), HostFormatsTest.command("cat /etc/sysctl.conf")));
    }

    @Test
    void readsCountersOfNstat() {
        List<Fact> facts = Texts.read(nstat, Texts.fixture("host/nstat.txt"), null);
        assertTrue(facts.contains(new Counter("IpOutNoRoutes", 14)));
        assertTrue(facts.contains(new Counter("TcpExtListenDrops", 0)));
        String text = """
                #kernel
                TcpExtListenOverflows           27                 0.0
                TcpExtListenDrops               27                 0.0
                """;
        assertEquals(text, Texts.print(nstat, Texts.read(nstat, text, null)));
    }

    @Test
    void readsSentencesOfNetstat() {
        List<Fact> facts = Texts.read(netstat, Texts.fixture("host/netstat-s.txt"), null);
        assertTrue(facts.contains(new Counter("IpOutNoRoutes", 14)));
        assertTrue(facts.contains(new Counter("TcpAttemptFails", 9)));
        assertTrue(facts.contains(new Counter("TcpExtTCPTimeouts", 3)));
        assertEquals(
                List.of(
                        new Counter("TcpExtListenOverflows", 27),
                        new Counter("TcpExtListenDrops", 28),
                        new Counter("TcpExtIPReversePathFilter", 4),
                        new Counter("IpExtInNoRoutes", 5)),
                Texts.read(netstat, """
                        TcpExt:
                            27 times the listen queue of a socket overflowed
                            28 SYNs to LISTEN sockets dropped
                            3 delayed acks sent
                            IPReversePathFilter: 4
                        IpExt:
                            InNoRoutes: 5
                        """, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network.up = 1",
                "Tcp connections 12",
                "net = 1",
                "the value of net.ipv4.ip_forward = 1",
                "net.ipv4.ip_forward is off",
                "Ip: 10.0.0.1",
                "/etc/sysctl.conf:net.ipv4.ip_forward=1"
            })
    void leavesOtherTextAlone(String text) {
        for (Format format : HostFormats.all()) {
            assertEquals(Format.NO, format.recognise(Texts.lines(text), null), format.name());
        }
    }

    @Property
    void printedSettingsAreReadAgain(@ForAll("settings") List<Sysctl> settings) {
        Texts.assertRoundTrip(sysctl, settings);
        Texts.assertRoundTrip(proc, settings);
        String command = "sysctl -n "
                + String.join(" ", settings.stream().map(Sysctl::key).toList());
        HostFormatsTest.assertRoundTrip(bare, settings, command);
    }

    @Property
    void printedCountersAreReadAgain(@ForAll("counters") List<Counter> counters) {
        Texts.assertRoundTrip(nstat, counters);
        Texts.assertRoundTrip(netstat, counters);
    }

    @Provide
    Arbitrary<List<Sysctl>> settings() {
        return Combinators.combine(
                        Arbitraries.of("ipv4.conf.all", "ipv6.conf.br-b1a37228308c", "ipv4.conf.eth0/100"),
                        Arbitraries.of("rp_filter", "arp_ignore", "forwarding"),
                        Arbitraries.of("0", "1", "2", "32768\t60999"))
                .as((where, what, value) -> new Sysctl("net." + where + "." + what, value))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<Counter>> counters() {
        return Combinators.combine(
                        Arbitraries.of(
                                "IpExtInNoRoutes",
                                "TcpExtIPReversePathFilter",
                                "IpOutNoRoutes",
                                "IpInAddrErrors",
                                "TcpExtListenDrops",
                                "TcpExtTCPTimeouts",
                                "UdpNoPorts",
                                "MPTcpExtMPCapableSYNRX"),
                        Arbitraries.longs().between(0, 999_999_999_999L))
                .as(Counter::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }
}
