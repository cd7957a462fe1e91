package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The incident, and its like, on a live network. */
@Tag("lab")
@NeedsRoot
@NeedsTool({"ip", "nc", "ss", "setpriv"})
class LiveIncidentTest {
    private Campus campus = new Campus();

    @BeforeEach
    void serve() {
        campus.serving();
    }

    @AfterEach
    void takeAway() {
        campus.close();
    }

    private static void isCaptured(Value verdict, String prefix, String dev) {
        assertEquals("unreachable", verdict.get("verdict").text(), verdict::words);
        assertEquals(List.of("route-captured"), verdict.get("causes").each("id"), verdict::words);
        Value cause = verdict.get("causes").first();
        assertEquals("reply", cause.get("direction").text());
        assertEquals(Campus.LAPTOP, cause.get("subject", "destination").text());
        assertEquals(prefix, cause.get("subject", "prefix").text());
        assertEquals(dev, cause.get("subject", "interface").text());
        assertEquals(List.of(), verdict.get("contradictions").list());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void dockersBridgeCapturesTheRepliesWhateverTheReversePathFilter(int filter) throws IOException {
        campus.captured(true);
        campus.server("for f in /proc/sys/net/ipv4/conf/*/rp_filter; do echo " + filter + " >$f; done");
        campus.trying();
        Value verdict = campus.from("--port", "22");
        isCaptured(verdict, "192.168.64.0/20", Campus.BRIDGE);
        // the kernel's log, or a journal that has it, tells when the bridge came
        assertTrue(verdict.get("timeline").words().contains(Campus.BRIDGE), verdict::words);
    }

    @Test
    void routeWithoutCarrierStillCapturesWhenTheLastContainerHasStopped() throws IOException {
        campus.captured(false).trying();
        isCaptured(campus.from("--port", "22"), "192.168.64.0/20", Campus.BRIDGE);
    }

    @Test
    void connectedPrefixInsideAPolicyTableCaptures() throws IOException {
        campus.captured(true);
        campus.server("ip route del 192.168.64.0/20 dev " + Campus.BRIDGE
                + "; ip route add 192.168.64.0/20 dev " + Campus.BRIDGE + " table 100"
                + "; ip route add default via 172.16.33.1 table 100; ip rule add pref 1000 lookup 100");
        campus.trying();
        isCaptured(campus.from("--port", "22"), "192.168.64.0/20", Campus.BRIDGE);
    }

    @Test
    void leftOverHostRouteCaptures() throws IOException {
        campus.captured(true);
        campus.server(
                "ip addr flush dev " + Campus.BRIDGE + "; ip route add " + Campus.LAPTOP + "/32 dev " + Campus.BRIDGE);
        campus.trying();
        isCaptured(campus.from("--port", "22"), Campus.LAPTOP + "/32", Campus.BRIDGE);
    }

    @Test
    void routeWithABetterMetricCaptures() throws IOException {
        campus.captured(true);
        campus.server("ip addr flush dev " + Campus.BRIDGE
                + "; ip route add 192.168.72.0/21 via 172.16.33.1 metric 200"
                + "; ip route add 192.168.72.0/21 dev " + Campus.BRIDGE + " metric 50");
        campus.trying();
        isCaptured(campus.from("--port", "22"), "192.168.72.0/21", Campus.BRIDGE);
    }

    @Test
    void withoutRootTheCauseIsFoundAndWhatRootWouldAddIsListed() throws IOException {
        assumeTrue(Campus.isForEverybody(), "needs a Java and classes that everybody may read");
        campus.captured(true).trying();
        Value verdict = campus.fromAsNobody("--port", "22");
        isCaptured(verdict, "192.168.64.0/20", Campus.BRIDGE);
        String unknown = String.join("\n", verdict.get("unknown").each("why"));
        assertTrue(unknown.contains("CAP_NET_RAW") && unknown.contains("CAP_NET_ADMIN"), unknown);
    }

    @Test
    void passiveSendsNothing() throws IOException {
        // the kernel itself asks for routers and neighbours of IPv6 whenever an interface comes up
        campus.server("for f in /proc/sys/net/ipv6/conf/*/disable_ipv6; do echo 1 >$f; done");
        campus.captured(true);
        String before = campus.sent();
        Value verdict = campus.from("--passive");
        assertEquals(before, campus.sent());
        assertTrue(verdict.get("unknown").each("why").contains("nothing may be sent"), verdict::words);
    }

    @Test
    void nothingIsWrongWhenTheBridgeHoldsAnotherRange() throws IOException {
        campus.server("ip link add " + Campus.BRIDGE + " type bridge; ip link set " + Campus.BRIDGE
                + " up; ip addr add 172.18.0.1/16 dev " + Campus.BRIDGE);
        campus.trying();
        Value verdict = campus.from("--port", "22");
        assertEquals("reachable", verdict.get("verdict").text(), verdict::words);
        assertEquals(List.of(), verdict.get("causes").list());
    }

    @Test
    void clientThatGetsThroughIsToldSo() throws IOException {
        Value verdict = campus.to(Campus.SERVER + ":22");
        // nc says nothing on a port where the server should speak first
        assertEquals(List.of("service-silent"), verdict.get("causes").each("id"), verdict::words);
    }

    @Test
    void clientWhoseAnswersAreCapturedIsSentToTheServer() throws IOException {
        campus.captured(true);
        Value verdict = campus.to(Campus.SERVER + ":22");
        assertEquals("unreachable", verdict.get("verdict").text(), verdict::words);
        String next = String.join("\n", verdict.get("next").each("command"));
        assertTrue(next.contains("astray from " + Campus.LAPTOP + " --port 22"), next);
    }
}
