package astray.instruments.tcpdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.kernel.Namespace;
import astray.kernel.inet.NetDevice;
import astray.kernel.inet.PacketSocket;
import astray.testkit.Commands;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Net;
import astray.testkit.Result;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Captures on two hosts with a wire between them. */
@Tag("lab")
@NeedsRoot
@NeedsTool({"ip", "ping"})
@Execution(ExecutionMode.SAME_THREAD)
class LiveTest {
    private static final byte[] EVERYBODY = HexFormat.of().parseHex("ffffffffffff");

    private Net net;

    @BeforeEach
    void build() {
        net = new Net().host("a").host("b").wire("a", "east", "b", "west");
        for (String host : List.of("a", "b")) {
            net.sh(host, "sysctl -qw net.ipv6.conf.all.disable_ipv6=1");
        }
        net.sh("a", "ip addr add 10.8.0.1/24 dev east");
        net.sh("b", "ip addr add 10.8.0.2/24 dev west");
    }

    @AfterEach
    void takeAway() {
        net.close();
    }

    private Result ping(String line, int pings) throws Exception {
        LiveRun run = LiveRun.start(net, "a", line);
        net.sh("a", "ping -c " + pings + " -i 0.2 10.8.0.2");
        return run.end();
    }

    @Test
    void bothWaysArePrintedAndCounted() throws Exception {
        Result result = ping("-t -n -i east -c 2 icmp", 1);
        assertEquals(0, result.status());
        List<String> lines = result.out().lines().toList();
        assertEquals(2, lines.size());
        assertTrue(lines.get(0).matches("IP 10.8.0.1 > 10.8.0.2: ICMP echo request, id \\d+, seq 1, length 64"));
        assertTrue(lines.get(1).matches("IP 10.8.0.2 > 10.8.0.1: ICMP echo reply, id \\d+, seq 1, length 64"));
        assertTrue(result.err().contains("listening on east, link-type EN10MB (Ethernet), snapshot length 262144"));
        assertTrue(result.err().contains("2 packets captured\n2 packets received by filter\n0 packets dropped"));
    }

    @Test
    void onAnyEachPacketHasItsInterfaceAndDirection() throws Exception {
        Result result = ping("-t -n -i any -c 2 icmp[icmptype]=icmp-echo or icmp[icmptype]=icmp-echoreply", 1);
        List<String> lines = result.out().lines().toList();
        assertTrue(lines.get(0).startsWith("east  Out IP 10.8.0.1 > 10.8.0.2: ICMP echo request"), lines.get(0));
        assertTrue(lines.get(1).startsWith("east  In  IP 10.8.0.2 > 10.8.0.1: ICMP echo reply"), lines.get(1));
        assertTrue(result.err().contains("listening on any, link-type LINUX_SLL2 (Linux cooked v2)"));
    }

    @Test
    void whatTheKernelCannotAskIsAskedHere() throws Exception {
        // the kernel's filter knows neither the made-up header's length nor the sender's address in it
        Result result = ping("-t -n -i any -c 1 len = 104 and link[10] = 0", 1);
        assertTrue(result.out().startsWith("east  In  IP 10.8.0.2 > 10.8.0.1: ICMP echo reply"), result.out());
    }

    @Test
    void olderCookedHeaderIsThereWhenAskedFor() throws Exception {
        Result result = ping("-t -n -e -i any -y LINUX_SLL -c 1 icmp", 1);
        assertTrue(result.out().startsWith("Out "), result.out());
        assertTrue(result.err().contains("link-type LINUX_SLL (Linux cooked v1)"));
    }

    @Test
    void directionSelects() throws Exception {
        Result in = ping("-t -n -Q in -i east -c 2 icmp", 2);
        assertEquals(
                2, in.out().lines().filter(line -> line.contains("echo reply")).count(), in.out());
        Result out = ping("-t -n -Q out -i east -c 2 icmp", 2);
        assertEquals(
                2,
                out.out().lines().filter(line -> line.contains("echo request")).count(),
                out.out());
    }

    @Test
    void snapshotLengthCutsWithTheHeaderThatIsMadeUp() throws Exception {
        Result result = ping("-t -n -s 60 --lengths -i any -c 1 icmp", 1);
        assertTrue(result.out().startsWith("caplen 60 len 104 "), result.out());
    }

    @Test
    void tagThatTheKernelTookOffIsBack() throws Exception {
        LiveRun run = LiveRun.start(net, "a", "-t -n -e -i east -c 1 vlan 7");
        new Namespace(net.file("b")).call(() -> {
            try (PacketSocket socket = PacketSocket.open(NetDevice.named("west"), 0x8100)) {
                // tag, then an ARP request
                socket.send(
                        HexFormat.of()
                                .parseHex("0008" + "0806" + "0001080006040001" + "020000000001" + "0a080002"
                                        + "000000000000" + "0a080063"),
                        EVERYBODY);
                socket.send(
                        HexFormat.of()
                                .parseHex("a007" + "0806" + "0001080006040001" + "020000000001" + "0a080002"
                                        + "000000000000" + "0a080009"),
                        EVERYBODY);
            }
            return null;
        });
        String line = run.end().out();
        assertTrue(line.contains("ethertype 802.1Q (0x8100), length 46: vlan 7, p 5, ethertype ARP"), line);
        assertTrue(line.contains("who-has 10.8.0.9 tell 10.8.0.2"), line);
    }

    @Test
    void signalsTellTheCountsAndEndIt() throws Exception {
        LiveRun run = LiveRun.start(net, "a", "-t -n -i east icmp");
        net.sh("a", "ping -c 1 10.8.0.2");
        String self = Long.toString(ProcessHandle.current().pid());
        Commands.must(List.of("kill", "-USR1", self));
        run.until(" packets captured, ");
        Commands.must(List.of("kill", "-INT", self));
        Result result = run.end();
        assertEquals(0, result.status());
        assertEquals(
                2,
                result.out().lines().filter(line -> line.contains("ICMP echo")).count(),
                result.out());
        assertTrue(result.err().contains("2 packets captured\n2 packets received by filter\n"), result.err());
    }

    @Test
    void interfaceThatGoesAwayEndsTheCapture() throws Exception {
        LiveRun run = LiveRun.start(net, "a", "-t -n -i east -c 99 icmp");
        net.sh("a", "ip link set east down; ip link set east up; ping -c 1 10.8.0.2; ip link del east");
        Result result = run.end();
        assertEquals(1, result.status());
        assertTrue(result.out().contains("echo reply"), "it goes on when the interface is up again");
        assertTrue(result.err().contains("tcpdump: pcap_loop: The interface disappeared"), result.err());
        assertTrue(result.err().contains("2 packets captured"), result.err());
    }

    @Test
    void whatIsNotThereOrNotUpIsOneLine() throws Exception {
        net.sh("a", "ip link set east down");
        assertEquals("tcpdump: east: That device is not up\n", inside("-i east").err());
        assertEquals("tcpdump: frog: No such device exists\n", inside("-i frog").err());
        assertEquals(
                "tcpdump: Invalid adapter index 99: only 3 interfaces found\n",
                inside("-i 99").err());
        assertEquals(
                "tcpdump: RAW is not one of the DLTs supported by this device\n",
                inside("-i east -y RAW").err());
    }

    private Result inside(String line) throws Exception {
        return new Namespace(net.file("a")).call(() -> Runs.run(Runs.words(line)));
    }

    @Test
    void interfacesAreListedTheLikeliestFirst() throws Exception {
        net.sh("a", "ip link set lo up");
        assertEquals("""
                1.east [Up, Running, Connected]
                2.any (Pseudo-device that captures on all interfaces) [Up, Running]
                3.lo [Up, Running, Loopback]
                """, inside("-D").out());
        assertEquals("""
                Data link types for east (use option -y to set):
                  EN10MB (Ethernet)
                  DOCSIS (DOCSIS) (printing not supported)
                """, inside("-L -i 1").out());
    }
}
