package astray.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.BridgeFilter;
import astray.facts.BridgePort;
import astray.facts.BridgeVlan;
import astray.facts.ConnectAttempt;
import astray.facts.FilterPresence;
import astray.facts.Hop;
import astray.facts.IpAddress;
import astray.facts.NameMapping;
import astray.facts.Neighbour;
import astray.facts.Ping;
import astray.facts.Trace;
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

    @Test
    void aNameThatLeadsNowhereLeavesNothingElseToLookAt() {
        Verdict verdict = asks().add(
                        new ConnectAttempt("getent", NAME, null, 22, ConnectAttempt.Outcome.NAME_UNRESOLVED))
                .watched()
                .toNowhere("client", NAME, 22);
        only(verdict, CauseId.NAME_UNRESOLVED, Outcome.UNREACHABLE);
        assertEquals(List.of(), verdict.unknown());
        assertEquals(List.of(), verdict.next());
    }

    // -- loops -----------------------------------------------------------------------------------------------------

    private static FactKit lost() {
        return asks().route("default", "10.1.0.1", "eth0")
                .neighbour("10.1.0.1", "eth0", "02:00:00:00:00:01", Neighbour.State.REACHABLE)
                .tries(FOUR, 22, ConnectAttempt.Outcome.TIMED_OUT)
                .watched();
    }

    private static Ping aged(String router) {
        return new Ping(
                FOUR,
                IpAddress.of(FOUR),
                3,
                0,
                100.0,
                null,
                List.of(new Ping.Complaint(router, "Time to live exceeded")),
                null);
    }

    @Test
    void routersThatComeBackAreALoop() {
        Verdict verdict = lost().traces(FOUR, 6, "10.1.0.1", "10.9.0.2", "10.1.0.1", "10.9.0.2")
                .to("client", "10.1.0.2", FOUR, 22);
        Finding finding = only(verdict, CauseId.ROUTING_LOOP, Outcome.UNREACHABLE);
        assertEquals(List.of("10.1.0.1", "10.9.0.2"), finding.subject().get("hops"));
    }

    @Test
    void aRouterThatKeptSilentIsKnownByThePacketThatDiedThere() {
        Verdict verdict = lost().add(new Trace(
                        "echo",
                        FOUR,
                        IpAddress.of(FOUR),
                        4,
                        null,
                        null,
                        List.of(
                                hop(1, "10.1.0.1"),
                                new Hop(2, List.of(Hop.Probe.SILENT), null),
                                hop(3, "10.1.0.1"),
                                new Hop(4, List.of(Hop.Probe.SILENT), null))))
                .add(aged("10.9.0.2"))
                .to("client", "10.1.0.2", FOUR, 22);
        Finding finding = only(verdict, CauseId.ROUTING_LOOP, Outcome.UNREACHABLE);
        assertEquals(List.of("10.1.0.1", "10.9.0.2"), finding.subject().get("hops"));
    }

    @Test
    void aRouterThatAnswersTwiceInARowIsNoLoop() {
        Verdict verdict =
                lost().traces(FOUR, 6, "10.1.0.1", "10.9.0.2", "10.9.0.2").to("client", "10.1.0.2", FOUR, 22);
        assertTrue(verdict.causes().stream().noneMatch(f -> f.id() == CauseId.ROUTING_LOOP));
    }

    private static Hop hop(int ttl, String address) {
        return new Hop(ttl, List.of(new Hop.Probe(IpAddress.of(address), null, null, null)), null);
    }

    // -- a refusal that may be a filter's --------------------------------------------------------------------------

    @Test
    void whatTheOwnFilterMayHaveSaidProvesNoClosedPort() {
        FactKit kit = asks().route("default", "10.1.0.1", "eth0")
                .tries(FOUR, 22, ConnectAttempt.Outcome.REFUSED)
                .watched()
                .presence(FilterPresence.Kind.NFTABLES, true);
        Verdict verdict = kit.to("client", "10.1.0.2", FOUR, 22);
        assertEquals(List.of(), verdict.causes());
        assertTrue(verdict.next().getFirst().command().contains("nft list ruleset"));
        only(
                kit.segment("eth0", "In", FOUR, 22, "10.1.0.2", 40000, "R.").to("client", "10.1.0.2", FOUR, 22),
                CauseId.SERVICE_NOT_LISTENING,
                Outcome.UNREACHABLE);
    }

    @Test
    void aResetOnLoopbackIsTheOwnFilters() {
        Verdict verdict = asks().route("default", "10.1.0.1", "eth0")
                .tries(FOUR, 22, ConnectAttempt.Outcome.REFUSED)
                .watched()
                .presence(FilterPresence.Kind.NFTABLES, true)
                .segment("lo", "In", FOUR, 22, "10.1.0.2", 40000, "R.")
                .to("client", "10.1.0.2", FOUR, 22);
        assertEquals(List.of(), verdict.causes());
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
