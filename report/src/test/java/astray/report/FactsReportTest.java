package astray.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Address;
import astray.facts.Attribution;
import astray.facts.BridgeFilter;
import astray.facts.BridgeVlan;
import astray.facts.ConnectAttempt;
import astray.facts.CounterChange;
import astray.facts.Coverage;
import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.FilterPresence;
import astray.facts.Frame;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.LogEntry;
import astray.facts.Moment;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Observation;
import astray.facts.Origin;
import astray.facts.Ping;
import astray.facts.Prefix;
import astray.facts.PublishedPort;
import astray.facts.Route;
import astray.facts.RouteLookup;
import astray.facts.Rule;
import astray.facts.Socket;
import astray.facts.Sysctl;
import astray.facts.Trace;
import astray.facts.Watch;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsReportTest {

    private static final IpAddress PEER = IpAddress.of("192.168.73.2");

    @Test
    void addressesAndLinks() {
        assertLine(
                "192.168.64.1/20 brd 192.168.79.255 dev br-b1a3 scope global",
                new Address(
                        "br-b1a3",
                        IpAddress.of("192.168.64.1"),
                        20,
                        null,
                        IpAddress.of("192.168.79.255"),
                        "global",
                        null,
                        List.of()));
        assertLine(
                "8: veth1@if7 <UP,LOWER_UP> mtu 1500 master br0 state UP 02:42:69:12:87:eb",
                new Link(
                        8,
                        "veth1",
                        "if7",
                        List.of("UP", "LOWER_UP"),
                        1500,
                        "noqueue",
                        "br0",
                        "UP",
                        "ether",
                        "02:42:69:12:87:eb",
                        null));
    }

    @Test
    void routesAndRules() {
        Route route = Route.unicast(Prefix.of("10.0.0.0/8"), IpAddress.of("10.1.0.1"), "eth0");
        assertLine("10.0.0.0/8 via 10.1.0.1 dev eth0 (table main)", route);
        assertLine(
                "default nexthop via 10.1.0.1 dev eth0 weight 2 nexthop dev eth1 linkdown metric 100 (table 200)",
                new Route(
                        Route.Type.UNICAST,
                        Prefix.all(Family.INET),
                        "200",
                        List.of(
                                new NextHop(IpAddress.of("10.1.0.1"), "eth0", 2, List.of()),
                                new NextHop(null, "eth1", 1, List.of("linkdown"))),
                        null,
                        100,
                        null,
                        null));
        assertLine(
                "blackhole 10.9.0.0/16 (table main)",
                new Route(Route.Type.BLACKHOLE, Prefix.of("10.9.0.0/16"), "main", List.of(), null, 0, null, null));
        assertLine(
                "192.168.73.2 : Network is unreachable",
                new RouteLookup(PEER, null, null, null, "Network is unreachable"));
        assertLine(
                "1000: from all to 10.60.0.0/16 lookup 200", Rule.lookup(1000, null, Prefix.of("10.60.0.0/16"), "200"));
    }

    @Test
    void whatWasSeenOnTheWay() {
        Hop.Probe router = new Hop.Probe(IpAddress.of("172.16.136.2"), null, Duration.ofMillis(7), null);
        assertLine(
                "traceroute gpu1 (172.16.33.66) : 1 * 2 172.16.136.2",
                new Trace(
                        "traceroute",
                        "gpu1",
                        IpAddress.of("172.16.33.66"),
                        64,
                        52,
                        null,
                        List.of(
                                new Hop(1, List.of(Hop.Probe.SILENT, Hop.Probe.SILENT), null),
                                new Hop(2, List.of(router, router), null))));
        assertLine(
                "11:59:17.123 who-has 192.168.73.2 tell gpu1",
                new Frame(
                        new Moment.OfDay(LocalTime.of(11, 59, 17, 123_000_000)),
                        null,
                        null,
                        null,
                        null,
                        new Frame.Resolution(
                                false, Endpoint.of(PEER, null), new Endpoint(null, "gpu1", null, null, null), null)));
        assertLine(
                "[2001:db8::1]:40000 > cpu1:ssh tcp [S] length 0",
                new Frame(
                        null,
                        null,
                        null,
                        null,
                        null,
                        new Frame.Tcp(
                                Endpoint.of(IpAddress.of("2001:db8::1"), 40000),
                                new Endpoint(null, "cpu1", null, "ssh", null),
                                "S",
                                "",
                                0)));
        assertLine(
                "10.1.0.1 sent 3 received 0 loss 100.0% 10.1.0.9 Destination Host Unreachable",
                new Ping(
                        "10.1.0.1",
                        null,
                        3,
                        0,
                        100.0,
                        null,
                        List.of(new Ping.Complaint("10.1.0.9", "Destination Host Unreachable"))));
        assertLine(
                "ssh gpu1 port 22 timed-out",
                new ConnectAttempt("ssh", "gpu1", null, 22, ConnectAttempt.Outcome.TIMED_OUT));
    }

    @Test
    void stateOfAHost() {
        assertLine("192.168.73.2 dev br0 FAILED", new Neighbour(PEER, "br0", null, Neighbour.State.FAILED, List.of()));
        assertLine("net.ipv4.ip_forward = 0", new Sysctl("net.ipv4.ip_forward", "0"));
        assertLine("gpu1 (prompt)", new Attribution("gpu1", Attribution.Reason.PROMPT));
        assertLine(
                "routes inet table 200 (part)", new Coverage(Coverage.Topic.ROUTES, Family.INET, "table 200", false));
        assertLine(
                "[28.911290] gpu1 kernel br0: port 1(veth1) entered blocking state",
                new LogEntry(
                        new Moment.SinceBoot(Duration.ofNanos(28_911_290_000L)),
                        "gpu1",
                        "kernel",
                        null,
                        "br0: port 1(veth1) entered blocking state"));
        assertLine(
                "tcp LISTEN *:22 sshd (1936495)",
                new Socket(
                        "tcp",
                        null,
                        "LISTEN",
                        null,
                        null,
                        Endpoint.of(null, 22),
                        null,
                        List.of(new Socket.User("sshd", 1936495L, "root", "3u"))));
    }

    @Test
    void whatALookAtARunningHostTells() {
        assertLine("br0 vlan_filtering 1 vlan_default_pvid 1", new BridgeFilter("br0", true, 1));
        assertLine("veth1 10 PVID untagged", new BridgeVlan("veth1", 10, 10, true, true));
        assertLine("veth1 100-200", new BridgeVlan("veth1", 100, 200, false, false));
        assertLine("TcpExtListenDrops 0 -> 7 in 2500 ms", new CounterChange("TcpExtListenDrops", 0, 7, 2500));
        assertLine("nftables none", new FilterPresence(FilterPresence.Kind.NFTABLES, null, false));
        assertLine("xdp on eth0 present", new FilterPresence(FilterPresence.Kind.XDP, "eth0", true));
        assertLine(
                "*:8080/tcp -> web 172.17.0.2:80",
                new PublishedPort("tcp", null, 8080, "web", IpAddress.of("172.17.0.2"), 80));
        assertLine("1.500000 s", new Watch(Duration.ofMillis(1500)));
    }

    @Test
    void factsStandByDocumentWithTheirLines() throws IOException {
        List<Observation<? extends Fact>> facts = List.of(
                new Observation<>(
                        new Sysctl("net.ipv4.ip_forward", "0"), new Origin("gpu1", "sysctl", "a.md", 7, 1, "")),
                new Observation<>(
                        new Attribution("gpu1", Attribution.Reason.PROMPT),
                        new Origin("gpu1", "text", "a.md", 112, 1, "")),
                new Observation<>(
                        new Sysctl("net.ipv4.ip_forward", "1"), new Origin(null, "sysctl", "b.txt", 0, 1, "")));
        TextSummary text =
                new TextSummary(3, 200, List.of(new TextSummary.Block("b.txt", 5, 6, "Windows IP\u0007\n  line")));
        StringBuilder english = new StringBuilder();
        FactsReport.print(facts, text, new PageOptions(Language.EN, 80, false, true, false), english);
        assertEquals("""
                3 facts in 2 documents; line, host, source, fact

                a.md
                    7  gpu1  sysctl  setting net.ipv4.ip_forward = 0
                  112  gpu1  text    of host gpu1 (prompt)

                b.txt
                  -  -  sysctl  setting net.ipv4.ip_forward = 1

                b.txt:5-6: not understood
                  | Windows IP\\x07
                  |   line
                """, english.toString());
        StringBuilder chinese = new StringBuilder();
        FactsReport.print(facts, text, new PageOptions(Language.ZH, 80, false, true, false), chinese);
        assertTrue(chinese.toString().contains("内核参数 net.ipv4.ip_forward = 0"), chinese.toString());
        assertTrue(chinese.toString().contains("b.txt:5-6：未能识别"), chinese.toString());
    }

    private static void assertLine(String expected, Fact fact) {
        assertEquals(expected, FactLine.of(fact));
    }
}
