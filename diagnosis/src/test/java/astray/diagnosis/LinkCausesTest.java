package astray.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.ConnectAttempt;
import astray.facts.Coverage.Topic;
import astray.facts.FilterPresence;
import astray.facts.Neighbour;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Neighbours, ARP, duplicate detection, gateways, sources: what the packet meets on its first link. */
class LinkCausesTest {
    private static final String CLIENT = "10.1.0.2";
    private static final String SERVER = "10.2.0.5";
    private static final String GATEWAY = "10.1.0.1";
    private static final String RIGHT = "02:d6:25:6e:c2:d4";
    private static final String WRONG = "02:de:ad:be:ef:01";

    /** A client behind a router, all of whose tries time out. */
    private static FactKit client() {
        return new FactKit()
                .on("client")
                .tries(SERVER, 22, ConnectAttempt.Outcome.TIMED_OUT)
                .card("eth0", "02:d7:f8:b5:c5:05", "BROADCAST", "UP", "LOWER_UP")
                .address("eth0", CLIENT, 24)
                .route("default", GATEWAY, "eth0")
                .connected("10.1.0.0/24", CLIENT, "eth0")
                .watched();
    }

    private static Finding only(Verdict verdict, CauseId id, Direction direction, String host) {
        assertEquals(
                List.of(id),
                verdict.causes().stream().map(Finding::id).toList(),
                () -> verdict.causes().toString());
        Finding finding = verdict.causes().getFirst();
        assertEquals(direction, finding.direction());
        assertEquals(host, finding.host());
        assertFalse(finding.evidence().isEmpty());
        assertFalse(finding.remedies().isEmpty());
        assertNotNull(finding.counterfactual());
        return finding;
    }

    private static void none(Verdict verdict) {
        assertTrue(verdict.causes().isEmpty(), () -> verdict.causes().toString());
    }

    // -- neighbour-wrong ---------------------------------------------------------------------------------------

    @Test
    void permanentEntryThatArpContradictsIsWrong() {
        Verdict verdict = client().neighbour(GATEWAY, "eth0", WRONG, Neighbour.State.PERMANENT)
                .answers("eth0", GATEWAY, RIGHT)
                .to("client", CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.NEIGHBOUR_WRONG, Direction.REQUEST, "client");
        assertEquals(WRONG, finding.subject().get("lladdr"));
        assertEquals(GATEWAY, finding.subject().get("address"));
        assertEquals(
                List.of("ip neigh del 10.1.0.1 dev eth0"),
                finding.remedies().getFirst().commands());
        assertEquals(
                List.of("ip neigh replace 10.1.0.1 dev eth0 lladdr " + WRONG + " nud permanent"),
                finding.remedies().getFirst().undo());
    }

    @Test
    void poisonedEntryThatArpContradictsIsWrong() {
        Verdict verdict = client().neighbour(GATEWAY, "eth0", WRONG, Neighbour.State.STALE)
                .answers("eth0", GATEWAY, RIGHT)
                .to("client", CLIENT, SERVER, 22);
        only(verdict, CauseId.NEIGHBOUR_WRONG, Direction.REQUEST, "client");
    }

    @Test
    void permanentEntryThatArpConfirmsIsRight() {
        Verdict verdict = client().neighbour(GATEWAY, "eth0", RIGHT, Neighbour.State.PERMANENT)
                .answers("eth0", GATEWAY, RIGHT)
                .traces(SERVER, 4, GATEWAY)
                .to("client", CLIENT, SERVER, 22);
        assertTrue(verdict.causes().stream().noneMatch(f -> f.id() == CauseId.NEIGHBOUR_WRONG));
    }

    @Test
    void permanentEntryBehindWhichAllIsSilentIsWrong() {
        Verdict verdict = client().neighbour(GATEWAY, "eth0", WRONG, Neighbour.State.PERMANENT)
                .traces(SERVER, 4)
                .pings(null, SERVER, 0)
                .to("client", CLIENT, SERVER, 22);
        only(verdict, CauseId.NEIGHBOUR_WRONG, Direction.REQUEST, "client");
    }

    @Test
    void permanentEntryIsNotBlamedWhereAHopAnswers() {
        Verdict verdict = client().neighbour(GATEWAY, "eth0", RIGHT, Neighbour.State.PERMANENT)
                .traces(SERVER, 5, GATEWAY, "10.9.0.1")
                .to("client", CLIENT, SERVER, 22);
        only(verdict, CauseId.PATH_SILENT_BEYOND, Direction.REQUEST, "path");
    }

    @Test
    void permanentEntryOfSomebodyElseIsNoFault() {
        Verdict verdict = new FactKit()
                .on("client")
                .tries(SERVER, 22, ConnectAttempt.Outcome.CONNECTED)
                .neighbour("10.1.0.77", "eth0", WRONG, Neighbour.State.PERMANENT)
                .to("client", CLIENT, SERVER, 22);
        none(verdict);
        assertEquals(Outcome.REACHABLE, verdict.outcome());
    }

    // -- address-duplicate -------------------------------------------------------------------------------------

    @Test
    void twoAnswersForTheGatewayAreADuplicateAddress() {
        Verdict verdict = client().neighbour(GATEWAY, "eth0", WRONG, Neighbour.State.REACHABLE)
                .answers("eth0", GATEWAY, RIGHT)
                .answers("eth0", GATEWAY, WRONG)
                .to("client", CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.ADDRESS_DUPLICATE, Direction.REQUEST, "client");
        assertEquals(List.of(RIGHT, WRONG), finding.subject().get("lladdrs"));
        assertEquals("eth0", finding.subject().get("interface"));
    }

    @Test
    void somebodyElseAnswersForTheTargetsOwnAddress() {
        Verdict verdict =
                server("10.20.0.5").answers("eth0", "10.20.0.5", WRONG).from("server", "10.20.0.2", "10.20.0.5", 22);
        Finding finding = only(verdict, CauseId.ADDRESS_DUPLICATE, Direction.REQUEST, "server");
        assertEquals(List.of(WRONG, RIGHT), finding.subject().get("lladdrs"));
    }

    @Test
    void twoCardsOfOneHostAreOneHolder() {
        Verdict verdict = server("10.20.0.5")
                .card("eth1", WRONG, "BROADCAST", "UP", "LOWER_UP")
                .answers("eth0", "10.20.0.5", WRONG)
                .from("server", "10.20.0.2", "10.20.0.5", 22);
        none(verdict);
    }

    // -- arp-suppressed ----------------------------------------------------------------------------------------

    /** A server on one LAN with its client, which serves port 22. */
    private static FactKit server(String own) {
        return new FactKit()
                .on("server")
                .card("eth0", RIGHT, "BROADCAST", "UP", "LOWER_UP")
                .address("eth0", own, 24)
                .connected("10.20.0.0/24", own, "eth0")
                .defaultRules()
                .listens(null, 22)
                .sysctl("net.ipv4.conf.all.rp_filter", "0")
                .sysctl("net.ipv4.conf.eth0.rp_filter", "0")
                .watched();
    }

    private static FactKit arp(String all, String own) {
        return server("10.20.0.5")
                .sysctl("net.ipv4.conf.all.arp_ignore", all)
                .sysctl("net.ipv4.conf.eth0.arp_ignore", own)
                .sysctl("net.ipv4.conf.all.arp_filter", "0")
                .sysctl("net.ipv4.conf.eth0.arp_filter", "0");
    }

    @Test
    void arpIgnoreEightAnswersNobody() {
        Verdict verdict =
                arp("0", "8").isAskedFor("eth0", "10.20.0.5", "10.20.0.2").from("server", "10.20.0.2", "10.20.0.5", 22);
        Finding finding = only(verdict, CauseId.ARP_SUPPRESSED, Direction.REQUEST, "server");
        assertEquals("net.ipv4.conf.eth0.arp_ignore = 8", finding.subject().get("setting"));
        assertEquals("eth0", finding.subject().get("interface"));
        assertEquals(
                List.of("sysctl -w net.ipv4.conf.eth0.arp_ignore=0"),
                finding.remedies().getFirst().commands());
    }

    @Test
    void theSettingForAllMustBeTurnedOffToo() {
        Verdict verdict = arp("8", "8").from("server", "10.20.0.2", "10.20.0.5", 22);
        Finding finding = only(verdict, CauseId.ARP_SUPPRESSED, Direction.REQUEST, "server");
        assertEquals(2, finding.remedies().getFirst().commands().size());
    }

    @Test
    void arpIgnoreOneAnswersForAnAddressOfTheInterface() {
        Verdict verdict = arp("1", "0").from("server", "10.20.0.2", "10.20.0.5", 22);
        none(verdict);
        assertEquals(Outcome.REACHABLE, verdict.outcome());
    }

    @Test
    void arpIgnoreOneDoesNotAnswerForAnAddressOnLoopback() {
        Verdict verdict = arp("1", "0")
                .link("lo", "LOOPBACK", "UP", "LOWER_UP")
                .address("lo", "10.20.0.50", 32)
                .isAskedFor("eth0", "10.20.0.50", "10.20.0.2")
                .from("server", "10.20.0.2", "10.20.0.50", 22);
        Finding finding = only(verdict, CauseId.ARP_SUPPRESSED, Direction.REQUEST, "server");
        assertEquals("10.20.0.50", finding.subject().get("address"));
        assertEquals("eth0", finding.subject().get("interface"));
    }

    @Test
    void noarpOnACardIsSuppression() {
        Verdict verdict = new FactKit()
                .on("server")
                .card("eth0", RIGHT, "BROADCAST", "NOARP", "UP", "LOWER_UP")
                .address("eth0", "10.20.0.5", 24)
                .connected("10.20.0.0/24", "10.20.0.5", "eth0")
                .listens(null, 22)
                .watched()
                .from("server", "10.20.0.2", "10.20.0.5", 22);
        Finding finding = only(verdict, CauseId.ARP_SUPPRESSED, Direction.REQUEST, "server");
        assertEquals("NOARP", finding.subject().get("setting"));
        assertEquals(
                List.of("ip link set dev eth0 arp on"),
                finding.remedies().getFirst().commands());
    }

    @Test
    void whoIsConnectedHasFoundTheAddress() {
        Verdict verdict = arp("0", "2")
                .session("ESTABLISHED", "10.20.0.5", 22, "10.20.0.2", 40000, new astray.facts.Socket.Progress(0, 20L))
                .from("server", "10.20.0.2", "10.20.0.5", 22);
        none(verdict);
        assertEquals(Outcome.REACHABLE, verdict.outcome());
    }

    @Test
    void whoAnswersNobodyIsFoundOnlyForAWhile() {
        Verdict verdict = arp("0", "8")
                .session("ESTABLISHED", "10.20.0.5", 22, "10.20.0.2", 40000, new astray.facts.Socket.Progress(0, 20L))
                .from("server", "10.20.0.2", "10.20.0.5", 22);
        assertEquals(
                List.of(CauseId.ARP_SUPPRESSED),
                verdict.causes().stream().map(Finding::id).toList());
        assertEquals(Outcome.DEGRADED, verdict.outcome());
    }

    // -- address-dad-failed ------------------------------------------------------------------------------------

    private static FactKit server6(String... flags) {
        return new FactKit()
                .on("server")
                .card("eth0", RIGHT, "BROADCAST", "UP", "LOWER_UP")
                .address("eth0", "2001:db8:21::5", 64, flags)
                .add(astray.facts.Route.unicast(astray.facts.Prefix.of("2001:db8:21::/64"), null, "eth0"))
                .listens(null, 22)
                .watched();
    }

    @Test
    void failedDuplicateDetectionLeavesTheAddressUnused() {
        Verdict verdict = server6("dadfailed", "tentative").from("server", "2001:db8:21::2", "2001:db8:21::5", 22);
        Finding finding = only(verdict, CauseId.ADDRESS_DAD_FAILED, Direction.REQUEST, "server");
        assertEquals("2001:db8:21::5", finding.subject().get("address"));
        assertEquals("eth0", finding.subject().get("interface"));
    }

    @Test
    void optimisticAddressIsUsed() {
        none(server6("tentative", "optimistic").from("server", "2001:db8:21::2", "2001:db8:21::5", 22));
    }

    // -- gateway-wrong -----------------------------------------------------------------------------------------

    @Test
    void gatewayThatAnswersAndForwardsNothingIsWrong() {
        Verdict verdict = client().neighbour(GATEWAY, "eth0", RIGHT, Neighbour.State.REACHABLE)
                .pings(null, GATEWAY, 3)
                .pings(null, SERVER, 0)
                .traces(SERVER, 4)
                .to("client", CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.GATEWAY_WRONG, Direction.REQUEST, "client");
        assertEquals(GATEWAY, finding.subject().get("gateway"));
    }

    @Test
    void theOtherRouterOnTheLinkIsTheRemedy() {
        Verdict verdict = new FactKit()
                .on("client")
                .tries(SERVER, 22, ConnectAttempt.Outcome.TIMED_OUT)
                .card("eth0", "02:d7:f8:b5:c5:05", "BROADCAST", "UP", "LOWER_UP")
                .address("eth0", CLIENT, 24)
                .route("default", "10.1.0.3", "eth0")
                .connected("10.1.0.0/24", CLIENT, "eth0")
                .neighbour("10.1.0.3", "eth0", WRONG, Neighbour.State.REACHABLE)
                .neighbour(GATEWAY, "eth0", RIGHT, Neighbour.State.STALE)
                .traces(SERVER, 4)
                .watched()
                .to("client", CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.GATEWAY_WRONG, Direction.REQUEST, "client");
        assertEquals(
                List.of("ip route replace default via 10.1.0.1 dev eth0"),
                finding.remedies().getFirst().commands());
    }

    @Test
    void silentGatewayBesideAPlainRouterIsWrong() {
        Verdict verdict = client().neighbour(GATEWAY, "eth0", RIGHT, Neighbour.State.STALE)
                .on("client")
                .add(new astray.facts.Route(
                        astray.facts.Route.Type.UNICAST,
                        astray.facts.Prefix.of("10.2.0.0/24"),
                        "main",
                        List.of(new astray.facts.NextHop(astray.facts.IpAddress.of("10.1.0.99"), "eth0", 1, List.of())),
                        null,
                        0,
                        "static",
                        null))
                .neighbour("10.1.0.99", "eth0", null, Neighbour.State.FAILED)
                .to("client", CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.GATEWAY_WRONG, Direction.REQUEST, "client");
        assertEquals("10.1.0.99", finding.subject().get("gateway"));
    }

    @Test
    void silentGatewayAloneIsASilentNeighbour() {
        Verdict verdict = client().neighbour(GATEWAY, "eth0", null, Neighbour.State.FAILED)
                .to("client", CLIENT, SERVER, 22);
        only(verdict, CauseId.NEIGHBOUR_UNRESOLVED, Direction.REQUEST, "client");
    }

    @Test
    void gatewayIsNotBlamedWhereTheHostsOwnFilterMayBeWhy() {
        Verdict verdict = client().presence(FilterPresence.Kind.NFTABLES, true)
                .neighbour(GATEWAY, "eth0", RIGHT, Neighbour.State.REACHABLE)
                .traces(SERVER, 4)
                .to("client", CLIENT, SERVER, 22);
        none(verdict);
        assertEquals(Outcome.UNREACHABLE, verdict.outcome());
    }

    // -- a tunnel that leads nowhere -----------------------------------------------------------------------------

    private static FactKit tunnelled() {
        return client().link("wg0", "POINTOPOINT", "NOARP", "UP", "LOWER_UP")
                .address("wg0", "10.9.0.6", 24)
                .neighbour(GATEWAY, "eth0", RIGHT, Neighbour.State.REACHABLE)
                .route("10.2.0.0/16", null, "wg0");
    }

    @Test
    void aTunnelOutOfWhichNothingComesCaptures() {
        Verdict verdict = tunnelled().pings(null, SERVER, 0).to("client", "10.9.0.6", SERVER, 22);
        Finding finding = only(verdict, CauseId.ROUTE_CAPTURED, Direction.REQUEST, "client");
        assertEquals("wg0", finding.subject().get("interface"));
        assertEquals("10.2.0.0/16", finding.subject().get("prefix"));
    }

    @Test
    void aTunnelThroughWhichSomebodyAnswersDoesNot() {
        none(tunnelled().pings(null, SERVER, 3).to("client", "10.9.0.6", SERVER, 22));
    }

    // -- source-address-wrong ----------------------------------------------------------------------------------

    @Test
    void sourceThatNobodyCanAnswerIsTold_byAnotherOneThatWorks() {
        Verdict verdict = sourced()
                .triesFrom("10.99.0.1", SERVER, 22, ConnectAttempt.Outcome.TIMED_OUT)
                .triesFrom(CLIENT, SERVER, 22, ConnectAttempt.Outcome.CONNECTED)
                .to("client", "10.99.0.1", SERVER, 22);
        Finding finding = only(verdict, CauseId.SOURCE_ADDRESS_WRONG, Direction.REPLY, "client");
        assertEquals("10.99.0.1", finding.subject().get("source"));
        assertEquals("eth0", finding.subject().get("interface"));
        assertEquals(
                List.of("ip route replace default via 10.1.0.1 dev eth0 src 10.1.0.2"),
                finding.remedies().getFirst().commands());
    }

    @Test
    void pingsFromTwoSourcesTellTheSame() {
        Verdict verdict = sourced()
                .tries(SERVER, 22, ConnectAttempt.Outcome.TIMED_OUT)
                .pings(null, SERVER, 0)
                .pings("10.99.0.1", SERVER, 0)
                .pings(CLIENT, SERVER, 2)
                .traces(SERVER, 4)
                .verdict(null, SERVER, 22);
        only(verdict, CauseId.SOURCE_ADDRESS_WRONG, Direction.REPLY, "client");
    }

    @Test
    void sourceIsNotBlamedWhereNoneWorks() {
        Verdict verdict = sourced()
                .triesFrom("10.99.0.1", SERVER, 22, ConnectAttempt.Outcome.TIMED_OUT)
                .triesFrom(CLIENT, SERVER, 22, ConnectAttempt.Outcome.TIMED_OUT)
                .to("client", "10.99.0.1", SERVER, 22);
        none(verdict);
    }

    private static FactKit sourced() {
        return new FactKit()
                .on("client")
                .card("eth0", "02:d7:f8:b5:c5:05", "BROADCAST", "UP", "LOWER_UP")
                .address("lo", "10.99.0.1", 32)
                .address("eth0", CLIENT, 24)
                .connected("10.1.0.0/24", CLIENT, "eth0")
                .add(new astray.facts.Route(
                        astray.facts.Route.Type.UNICAST,
                        astray.facts.Prefix.all(astray.facts.Family.INET),
                        "main",
                        List.of(new astray.facts.NextHop(astray.facts.IpAddress.of(GATEWAY), "eth0", 1, List.of())),
                        astray.facts.IpAddress.of("10.99.0.1"),
                        0,
                        null,
                        null))
                .neighbour(GATEWAY, "eth0", RIGHT, Neighbour.State.REACHABLE)
                .whole(Topic.ROUTES)
                .whole(Topic.ADDRESSES);
    }
}
