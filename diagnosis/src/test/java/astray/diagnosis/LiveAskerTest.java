package astray.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.BridgeFilter;
import astray.facts.BridgePort;
import astray.facts.BridgeVlan;
import astray.facts.ConnectAttempt;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Neighbour;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client's own tries tell: the service that opens in vain, the family that is dead, the bridge in between. */
class LiveAskerTest {
    private static final String NAME = "files.example.org";
    private static final String SIX = "2001:db8:2::5";
    private static final String FOUR = "10.2.0.5";

    private static FactKit asks() {
        return new FactKit().on("client").address("eth0", "10.1.0.2", 24);
    }

    private static Finding only(Verdict verdict, CauseId id, Outcome outcome) {
        assertEquals(List.of(id), verdict.causes().stream().map(Finding::id).toList());
        assertEquals(outcome, verdict.outcome());
        return verdict.causes().getFirst();
    }

    private static FactKit named(FactKit kit, String address, ConnectAttempt.Outcome outcome) {
        return kit.add(new NameMapping(NAME, IpAddress.of(address), "dns"))
                .add(new ConnectAttempt("astray", NAME, IpAddress.of(address), 22, outcome));
    }

    @Test
    void theFirstFamilyIsDeadAndTheOtherWorks() {
        FactKit kit = named(asks(), SIX, ConnectAttempt.Outcome.TIMED_OUT);
        Verdict verdict = named(kit, FOUR, ConnectAttempt.Outcome.CONNECTED).verdict(null, NAME, 22);
        Finding finding = only(verdict, CauseId.NAME_PREFERS_BROKEN_FAMILY, Outcome.DEGRADED);
        assertEquals("ipv6", finding.subject().get("family"));
        assertEquals(NAME, finding.subject().get("name"));
    }

    @Test
    void nobodyWaitsForAFamilyThatTheHostDoesNotHave() {
        FactKit kit = named(asks(), SIX, ConnectAttempt.Outcome.NETWORK_UNREACHABLE);
        Verdict verdict = named(kit, FOUR, ConnectAttempt.Outcome.CONNECTED).verdict(null, NAME, 22);
        assertTrue(verdict.causes().isEmpty());
        assertEquals(Outcome.REACHABLE, verdict.outcome());
    }

    @Test
    void aDeadSecondFamilyDelaysNobody() {
        FactKit kit = named(asks(), FOUR, ConnectAttempt.Outcome.CONNECTED);
        Verdict verdict = named(kit, SIX, ConnectAttempt.Outcome.TIMED_OUT).verdict(null, NAME, 22);
        assertTrue(verdict.causes().isEmpty());
    }

    @Test
    void aServiceThatSaysNothingIsSilent() {
        Verdict verdict = asks().tries(FOUR, 22, ConnectAttempt.Outcome.SILENT).verdict(null, FOUR, 22);
        Finding finding = only(verdict, CauseId.SERVICE_SILENT, Outcome.UNREACHABLE);
        assertEquals(22, finding.subject().get("port"));
    }

    @Test
    void aServiceThatHangsUpRefuses() {
        only(
                asks().tries(FOUR, 22, ConnectAttempt.Outcome.CLOSED).verdict(null, FOUR, 22),
                CauseId.SERVICE_REFUSES_PEER,
                Outcome.UNREACHABLE);
        only(
                asks().tries(FOUR, 22, ConnectAttempt.Outcome.RESET).verdict(null, FOUR, 22),
                CauseId.SERVICE_REFUSES_PEER,
                Outcome.UNREACHABLE);
    }

    @Test
    void aServiceThatSpeaksIsReachable() {
        Verdict verdict =
                asks().tries(FOUR, 22, ConnectAttempt.Outcome.CONNECTED).verdict(null, FOUR, 22);
        assertTrue(verdict.causes().isEmpty());
        assertEquals(Outcome.REACHABLE, verdict.outcome());
    }

    private static FactKit bridged(int vlan) {
        return new FactKit()
                .on("hyper")
                .tries("10.30.0.7", 22, ConnectAttempt.Outcome.NO_ROUTE_TO_HOST)
                .link("br0", "BROADCAST", "UP", "LOWER_UP")
                .address("br0", "10.30.0.1", 24)
                .connected("10.30.0.0/24", "10.30.0.1", "br0")
                .neighbour("10.30.0.7", "br0", null, Neighbour.State.FAILED)
                .add(new BridgePort("vnet0", "br0", "forwarding"))
                .add(new BridgeFilter("br0", true, 1))
                .add(new BridgeVlan("br0", 1, 1, true, true))
                .add(new BridgeVlan("vnet0", vlan, vlan, true, true))
                .watched();
    }

    @Test
    void aPortOutsideTheBridgesVlanDropsItsFrames() {
        Verdict verdict = bridged(20).to("hyper", "10.30.0.1", "10.30.0.7", 22);
        Finding finding = only(verdict, CauseId.BRIDGE_VLAN_FILTERED, Outcome.UNREACHABLE);
        assertEquals("vnet0", finding.subject().get("interface"));
        assertEquals(1, finding.subject().get("vlan"));
    }

    @Test
    void aPortInTheVlanDropsNothing() {
        Verdict verdict = bridged(1).to("hyper", "10.30.0.1", "10.30.0.7", 22);
        only(verdict, CauseId.NEIGHBOUR_UNRESOLVED, Outcome.UNREACHABLE);
    }
}
