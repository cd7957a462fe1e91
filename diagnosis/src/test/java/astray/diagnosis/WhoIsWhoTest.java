package astray.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Coverage.Topic;
import astray.facts.IpAddress;
import astray.facts.Route;
import org.junit.jupiter.api.Test;

/** Which host is meant where the listings that would say so were not shown. */
class WhoIsWhoTest {
    private static final String CLIENT = "10.1.0.2";
    private static final String SERVER = "10.2.0.5";

    private static FactKit clientAndTable() {
        return new FactKit()
                .on("client")
                .tries(SERVER, 22, Outcome.TIMED_OUT)
                .on("server")
                .connected("10.2.0.0/24", SERVER, "eth0")
                .whole(Topic.ROUTES);
    }

    @Test
    void aTableTellsItsHostsOwnAddress() {
        Verdict verdict = clientAndTable()
                .route("default", "10.2.0.1", "eth0")
                .discarding(Route.Type.BLACKHOLE, "10.1.0.0/16")
                .verdict(CLIENT, SERVER, 22);
        assertEquals(CauseId.ROUTE_DISCARDS, verdict.causes().getFirst().id());
        assertEquals("server", verdict.causes().getFirst().host());
    }

    @Test
    void aSilentGatewayIsNotTakenForThePeer() {
        Verdict verdict = clientAndTable()
                .connected("10.3.0.0/24", "10.3.0.5", "eth1")
                .route("10.1.0.2/32", "10.3.0.9", "eth1")
                .route("default", "10.2.0.1", "eth0")
                .asks("eth1", "10.3.0.9", SERVER, "11:59:17")
                .segment("eth0", "In", CLIENT, 40000, SERVER, 22, "S")
                .verdict();
        assertEquals(IpAddress.of(CLIENT), verdict.question().peer());
        assertEquals(CauseId.ROUTE_CAPTURED, verdict.causes().getFirst().id());
    }

    @Test
    void theGatewayOfASiblingMendsAMissingDefaultRoute() {
        Verdict verdict = clientAndTable()
                .on("sibling")
                .connected("10.2.0.0/24", "10.2.0.6", "eth0")
                .route("default", "10.2.0.1", "eth0")
                .verdict(CLIENT, SERVER, 22);
        Finding finding = verdict.causes().getFirst();
        assertEquals(CauseId.ROUTE_MISSING, finding.id());
        assertEquals(
                "ip route add 10.1.0.2/32 via 10.2.0.1 dev eth0",
                finding.remedies().getFirst().commands().getFirst());
    }

    @Test
    void aLostResetDoesNotHideThatTheServiceIsBoundElsewhere() {
        Verdict verdict = clientAndTable()
                .discarding(Route.Type.BLACKHOLE, "10.1.0.0/16")
                .listens("127.0.0.1", 22)
                .whole(Topic.LISTENERS)
                .verdict(CLIENT, SERVER, 22);
        assertEquals(2, verdict.causes().size(), () -> verdict.causes().toString());
        assertTrue(verdict.causes().stream().anyMatch(c -> c.id() == CauseId.SERVICE_BOUND_ELSEWHERE));
    }

    @Test
    void aSocketOnAllOfIpv6ServesIpv4UnlessTheSettingForbidsIt() {
        FactKit both = clientAndTable()
                .route("default", "10.2.0.1", "eth0")
                .on("client")
                .tries(SERVER, 80, Outcome.REFUSED)
                .on("server")
                .listens("::", 80)
                .whole(Topic.LISTENERS);
        assertTrue(both.verdict(CLIENT, SERVER, 80).causes().isEmpty());
        Verdict only = both.sysctl("net.ipv6.bindv6only", "1").verdict(CLIENT, SERVER, 80);
        assertEquals(CauseId.SERVICE_BOUND_ELSEWHERE, only.causes().getFirst().id());
    }
}
