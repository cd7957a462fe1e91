package astray.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Endpoint;
import astray.facts.FilterPresence;
import astray.facts.FirewallRule;
import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.PublishedPort;
import astray.facts.Route;
import astray.facts.Rule;
import astray.facts.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A running target that is asked about a peer: the request comes in, the reply goes out, the service serves. */
class LiveTargetTest {
    private static final String PEER = "192.168.73.2";
    private static final String OWN = "172.16.33.66";
    private static final String BRIDGE = "br-b1a37228308c";
    private static final String ROUTER = "02:00:00:00:00:01";

    /** The incident's server, before the Docker network. */
    private static FactKit server(String rpFilter) {
        return new FactKit()
                .on("gpu1")
                .link("lo", "LOOPBACK", "UP", "LOWER_UP")
                .card("eno1", "02:00:00:00:00:66", "BROADCAST", "UP", "LOWER_UP")
                .address("eno1", OWN, 24)
                .route("default", "172.16.33.1", "eno1")
                .connected("172.16.33.0/24", OWN, "eno1")
                .defaultRules()
                .neighbour("172.16.33.1", "eno1", ROUTER, Neighbour.State.REACHABLE)
                .sysctl("net.ipv4.conf.all.rp_filter", "0")
                .sysctl("net.ipv4.conf.eno1.rp_filter", rpFilter)
                .listens(null, 22)
                .watched();
    }

    private static FactKit captured(String rpFilter) {
        return server(rpFilter)
                .link(BRIDGE, "BROADCAST", "UP", "LOWER_UP")
                .address(BRIDGE, "192.168.64.1", 20)
                .connected("192.168.64.0/20", "192.168.64.1", BRIDGE)
                .sysctl("net.ipv4.conf." + BRIDGE + ".rp_filter", rpFilter);
    }

    private static Finding only(Verdict verdict, CauseId id, Direction direction) {
        assertEquals(
                List.of(id),
                verdict.causes().stream().map(Finding::id).toList(),
                () -> verdict.causes().toString());
        Finding finding = verdict.causes().getFirst();
        assertEquals(direction, finding.direction());
        assertEquals("gpu1", finding.host());
        assertEquals(Outcome.UNREACHABLE, verdict.outcome());
        assertFalse(finding.evidence().isEmpty());
        assertFalse(finding.remedies().isEmpty());
        assertNotNull(finding.counterfactual());
        return finding;
    }

    private static void none(Verdict verdict, Outcome outcome) {
        assertTrue(verdict.causes().isEmpty(), () -> verdict.causes().toString());
        assertEquals(outcome, verdict.outcome());
    }

    // -- the incident, with each rp_filter -----------------------------------------------------------------------

    @Test
    void withoutFilterTheCaptureShowsAsAnUnansweredQuestionOnTheBridge() {
        Verdict verdict = captured("0")
                .session("SYN_RECV", OWN, 22, PEER, 40000, new Socket.Progress(1, null))
                .neighbour(PEER, BRIDGE, null, Neighbour.State.INCOMPLETE)
                .from("gpu1", PEER, OWN, 22);
        assertCaptured(verdict);
    }

    @Test
    void withTheStrictFilterItShowsAsADroppedRequest() {
        Verdict verdict = captured("1").moved("TcpExtIPReversePathFilter", 2).from("gpu1", PEER, OWN, 22);
        Finding finding = assertCaptured(verdict);
        assertTrue(finding.evidence().stream().anyMatch(e -> e.text().contains("TcpExtIPReversePathFilter")));
    }

    @Test
    void withTheLooseFilterItShowsAsAnUnansweredQuestion() {
        Verdict verdict = captured("2")
                .asks(BRIDGE, PEER, "192.168.64.1", "11:59:17")
                .asks(BRIDGE, PEER, "192.168.64.1", "11:59:18")
                .from("gpu1", PEER, OWN, 22);
        assertCaptured(verdict);
    }

    private static Finding assertCaptured(Verdict verdict) {
        Finding finding = only(verdict, CauseId.ROUTE_CAPTURED, Direction.REPLY);
        assertEquals("192.168.64.0/20", finding.subject().get("prefix"));
        assertEquals(BRIDGE, finding.subject().get("interface"));
        for (Finding.Remedy remedy : finding.remedies()) {
            for (String command : remedy.commands()) {
                assertFalse(command.contains("rp_filter"), command);
                assertFalse(command.startsWith("docker stop"), command);
            }
        }
        return finding;
    }

    @Test
    void aSessionThatHangsTellsOfTheCaptureToo() {
        Verdict verdict = captured("0")
                .session("ESTABLISHED", OWN, 22, PEER, 40000, new Socket.Progress(5, 60_000L))
                .from("gpu1", PEER, OWN, 22);
        assertCaptured(verdict);
    }

    // -- rp_filter without a capture -----------------------------------------------------------------------------

    private static FactKit twoLegs(String rpFilter) {
        return server("0")
                .card("eth1", "02:00:00:00:00:67", "BROADCAST", "UP", "LOWER_UP")
                .address("eth1", "10.7.2.5", 24)
                .connected("10.7.2.0/24", "10.7.2.5", "eth1")
                .sysctl("net.ipv4.conf.eth1.rp_filter", rpFilter);
    }

    @Test
    void theFiltersCounterTellsWhereNoCaptureCould() {
        Verdict verdict = twoLegs("1").moved("TcpExtIPReversePathFilter", 1).from("gpu1", PEER, OWN, 22);
        Finding finding = only(verdict, CauseId.REVERSE_PATH_FILTERED, Direction.REQUEST);
        assertEquals("eth1", finding.subject().get("interface"));
        assertEquals(PEER, finding.subject().get("source"));
    }

    @Test
    void aStrictFilterDropsNothingOnTheInterfaceOfTheWayBack() {
        none(server("1").from("gpu1", PEER, OWN, 22), Outcome.REACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2"})
    void aLooseFilterLetsInWhatHasAnyWayBack(String mode) {
        none(
                twoLegs(mode)
                        .segment("eth1", "In", PEER, 40000, "10.7.2.5", 22, "S")
                        .segment("eth0", "Out", "10.7.2.5", 22, PEER, 40000, "S.")
                        .from("gpu1", PEER, "10.7.2.5", 22),
                Outcome.REACHABLE);
    }

    // -- reachable without a packet seen -------------------------------------------------------------------------

    @Test
    void aWholeWalkAndAListenerAreEnough() {
        none(server("0").from("gpu1", PEER, OWN, 22), Outcome.REACHABLE);
    }

    @Test
    void aTextIsNoAssurance() {
        Verdict verdict = new FactKit()
                .on("gpu1")
                .card("eno1", "02:00:00:00:00:66", "BROADCAST", "UP", "LOWER_UP")
                .address("eno1", OWN, 24)
                .route("default", "172.16.33.1", "eno1")
                .listens(null, 22)
                .verdict(PEER, OWN, 22);
        none(verdict, Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(FilterPresence.Kind.class)
    void whereAFilterIsInPlaceNothingIsSure(FilterPresence.Kind kind) {
        none(server("0").presence(kind, true).from("gpu1", PEER, OWN, 22), Outcome.UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(FilterPresence.Kind.class)
    void aConnectionThatThePeerAnswersIsStrongerThanAnyFilter(FilterPresence.Kind kind) {
        none(
                server("0")
                        .presence(kind, true)
                        .session("ESTABLISHED", OWN, 22, PEER, 40000, new Socket.Progress(0, 40L))
                        .from("gpu1", PEER, OWN, 22),
                Outcome.REACHABLE);
    }

    @Test
    void aRequestThatIsNotAnsweredSpeaksAgainstIt() {
        Verdict verdict =
                server("0").segment("eno1", "In", PEER, 40000, OWN, 22, "S").from("gpu1", PEER, OWN, 22);
        none(verdict, Outcome.UNKNOWN);
    }

    @Test
    void anAnswerThatNobodyAcknowledgesSpeaksAgainstIt() {
        Verdict verdict = server("0")
                .session("SYN_RECV", OWN, 22, PEER, 40000, new Socket.Progress(2, null))
                .from("gpu1", PEER, OWN, 22);
        none(verdict, Outcome.UNREACHABLE);
    }

    // -- a gateway for the replies that is none --------------------------------------------------------------------

    @Test
    void aSilentGatewayIsWrongWhereSomebodyElseBringsTheRequests() {
        Verdict verdict = new FactKit()
                .on("gpu1")
                .card("eno1", "02:00:00:00:00:66", "BROADCAST", "UP", "LOWER_UP")
                .address("eno1", OWN, 24)
                .route("default", "172.16.33.99", "eno1")
                .connected("172.16.33.0/24", OWN, "eno1")
                .neighbour("172.16.33.99", "eno1", null, Neighbour.State.FAILED)
                .listens(null, 22)
                .watched()
                .session("SYN_RECV", OWN, 22, PEER, 40000, new Socket.Progress(2, null))
                .segment("eno1", "In", PEER, 40000, OWN, 22, "S")
                .from("gpu1", PEER, OWN, 22);
        Finding finding = only(verdict, CauseId.GATEWAY_WRONG, Direction.REPLY);
        assertEquals("172.16.33.99", finding.subject().get("gateway"));
    }

    private static FactKit leftOver() {
        return server("0")
                .route("192.168.73.2/32", "172.16.33.99", "eno1")
                .neighbour("172.16.33.99", "eno1", "02:00:00:00:00:99", Neighbour.State.REACHABLE)
                .session("SYN_RECV", OWN, 22, PEER, 40000, new Socket.Progress(2, null));
    }

    @Test
    void whatAnotherNeighbourBringsIsNotForThisGateway() {
        Verdict verdict = leftOver().opens("eno1", PEER, OWN, 22, ROUTER).from("gpu1", PEER, OWN, 22);
        Finding finding = only(verdict, CauseId.GATEWAY_WRONG, Direction.REPLY);
        assertEquals("172.16.33.99", finding.subject().get("gateway"));
        assertEquals(
                List.of("ip route del 192.168.73.2/32 via 172.16.33.99 dev eno1"),
                finding.remedies().getFirst().commands());
    }

    @Test
    void aGatewayThatBringsTheRequestsItselfIsNotWrong() {
        Verdict verdict = server("0")
                .session("SYN_RECV", OWN, 22, PEER, 40000, new Socket.Progress(2, null))
                .opens("eno1", PEER, OWN, 22, ROUTER)
                .from("gpu1", PEER, OWN, 22);
        none(verdict, Outcome.UNREACHABLE);
    }

    // -- ARP for another address than the one that was guessed -----------------------------------------------------

    @Test
    void anAddressThatOthersAskForInVainIsTheOneMeant() {
        Verdict verdict = server("0")
                .card("eth1", "02:00:00:00:00:67", "BROADCAST", "UP", "LOWER_UP")
                .address("eth1", "172.16.33.50", 32)
                .sysctl("net.ipv4.conf.all.arp_ignore", "0")
                .sysctl("net.ipv4.conf.eno1.arp_ignore", "1")
                .isAskedFor("eno1", "172.16.33.50", "172.16.33.1")
                .from("gpu1", PEER, OWN, 22);
        Finding finding = only(verdict, CauseId.ARP_SUPPRESSED, Direction.REQUEST);
        assertEquals("172.16.33.50", finding.subject().get("address"));
        assertEquals("eno1", finding.subject().get("interface"));
    }

    // -- what the routing of replies heeds -------------------------------------------------------------------------

    private static FactKit ruled(String sourcePorts) {
        return server("0")
                .add(new Rule(
                        100,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "tcp",
                        sourcePorts,
                        null,
                        null,
                        null,
                        false,
                        Rule.Action.LOOKUP,
                        "77",
                        null,
                        null))
                .discarding(Route.Type.BLACKHOLE, "0.0.0.0/0", "77");
    }

    @Test
    void aRuleForTheServicesPortTakesItsReplies() {
        Verdict verdict = ruled("20-25").from("gpu1", PEER, OWN, 22);
        only(verdict, CauseId.ROUTE_DISCARDS, Direction.REPLY);
    }

    @Test
    void aRuleForAnotherPortTakesNone() {
        none(ruled("80").from("gpu1", PEER, OWN, 22), Outcome.REACHABLE);
    }

    @Test
    void aWholePrefixMadeLocalIsTakenBackAsARoute() {
        Verdict verdict = server("0")
                .add(new Route(
                        Route.Type.LOCAL,
                        Prefix.of("192.168.73.0/24"),
                        "local",
                        List.of(new NextHop(null, "lo", 1, List.of())),
                        null,
                        0,
                        null,
                        "host"))
                .from("gpu1", PEER, OWN, 22);
        Finding finding = only(verdict, CauseId.DESTINATION_IS_LOCAL, Direction.REPLY);
        assertEquals(
                List.of("ip route del local 192.168.73.0/24 dev lo table local"),
                finding.remedies().getFirst().commands());
    }

    // -- an interface beneath another --------------------------------------------------------------------------------

    @Test
    void theInterfaceBeneathAVlanIsTheOneThatIsDown() {
        Verdict verdict = new FactKit()
                .on("gpu1")
                .card("eno1", "02:00:00:00:00:66", "BROADCAST")
                .add(new Link(
                        3,
                        "eno1.10",
                        "eno1",
                        List.of("NO-CARRIER", "BROADCAST", "UP", "M-DOWN"),
                        1500,
                        null,
                        null,
                        "LOWERLAYERDOWN",
                        "ether",
                        null,
                        "vlan"))
                .address("eno1.10", OWN, 24)
                .route("default", "172.16.33.1", "eno1.10")
                .connected("172.16.33.0/24", OWN, "eno1.10")
                .listens(null, 22)
                .watched()
                .from("gpu1", PEER, OWN, 22);
        Finding finding = only(verdict, CauseId.LINK_ADMIN_DOWN, Direction.REPLY);
        assertEquals("eno1", finding.subject().get("interface"));
    }

    // -- forwarding ------------------------------------------------------------------------------------------------

    private static FactKit container(String forwarding) {
        return server("0")
                .sysctl("net.ipv4.ip_forward", forwarding)
                .sysctl("net.ipv4.conf.eno1.forwarding", forwarding)
                .link("docker0", "BROADCAST", "UP", "LOWER_UP")
                .address("docker0", "172.17.0.1", 16)
                .connected("172.17.0.0/16", "172.17.0.1", "docker0");
    }

    @Test
    void aPublishedPortNeedsForwarding() {
        Verdict verdict = container("0")
                .add(new PublishedPort("tcp", null, 8080, "web", IpAddress.of("172.17.0.2"), 80))
                .from("gpu1", PEER, OWN, 8080);
        Finding finding = only(verdict, CauseId.FORWARDING_DISABLED, Direction.REQUEST);
        assertEquals("gpu1", finding.subject().get("host"));
        assertEquals(
                List.of("sysctl -w net.ipv4.ip_forward=1"),
                finding.remedies().getFirst().commands());
    }

    @Test
    void aProxyThatListensDoesNotHideIt() {
        Verdict verdict = container("0")
                .listens(null, 8080)
                .add(new FirewallRule(
                        "iptables",
                        "ip",
                        "nat",
                        "DOCKER",
                        "! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 172.17.0.2:80",
                        null))
                .from("gpu1", PEER, OWN, 8080);
        only(verdict, CauseId.FORWARDING_DISABLED, Direction.REQUEST);
    }

    @Test
    void whatIsNeitherTakenNorRefusedButCountedWasToBeForwarded() {
        Verdict verdict = container("0")
                .presence(FilterPresence.Kind.NFTABLES, true)
                .moved("IpInAddrErrors", 2)
                .moved("TcpOutRsts", 0)
                .from("gpu1", PEER, OWN, 8080);
        only(verdict, CauseId.FORWARDING_DISABLED, Direction.REQUEST);
    }

    @Test
    void forwardingIsOnForAnInterfaceOfItsOwn() {
        Verdict verdict = container("0")
                .sysctl("net.ipv4.conf.eno1.forwarding", "1")
                .add(new PublishedPort("tcp", null, 8080, "web", IpAddress.of("172.17.0.2"), 80))
                .from("gpu1", PEER, OWN, 8080);
        none(verdict, Outcome.UNKNOWN);
    }

    @Test
    void aHostThatOnlyServesNeedsNoForwarding() {
        none(container("0").from("gpu1", PEER, OWN, 22), Outcome.REACHABLE);
    }

    // -- the service -----------------------------------------------------------------------------------------------

    @Test
    void aFullQueueIsTold() {
        Verdict verdict = new FactKit()
                .on("gpu1")
                .card("eno1", "02:00:00:00:00:66", "BROADCAST", "UP", "LOWER_UP")
                .address("eno1", OWN, 24)
                .route("default", "172.16.33.1", "eno1")
                .waiting(22, 3, 2)
                .watched()
                .moved("TcpExtListenOverflows", 4)
                .from("gpu1", PEER, OWN, 22);
        Finding finding = only(verdict, CauseId.ACCEPT_QUEUE_FULL, Direction.REQUEST);
        assertEquals(2L, finding.subject().get("backlog"));
    }

    @Test
    void aQueueWithRoomIsNoFault() {
        Verdict verdict = new FactKit()
                .on("gpu1")
                .card("eno1", "02:00:00:00:00:66", "BROADCAST", "UP", "LOWER_UP")
                .address("eno1", OWN, 24)
                .route("default", "172.16.33.1", "eno1")
                .waiting(22, 2, 2)
                .verdict(PEER, OWN, 22);
        assertTrue(verdict.causes().isEmpty());
    }

    /** A queue with room in which a connection lies that the peer gave up. */
    private static Verdict givenUp(Socket.Progress progress) {
        return new FactKit()
                .on("gpu1")
                .card("eno1", "02:00:00:00:00:66", "BROADCAST", "UP", "LOWER_UP")
                .address("eno1", OWN, 24)
                .route("default", "172.16.33.1", "eno1")
                .waiting(22, 1, 50)
                .session("CLOSE_WAIT", OWN, 22, PEER, 40000, progress)
                .watched()
                .from("gpu1", PEER, OWN, 22);
    }

    @Test
    void aServiceThatTakesNobodyIsSilent() {
        only(givenUp(new Socket.Progress(0, 1_000L, true)), CauseId.SERVICE_SILENT, Direction.REPLY);
    }

    @Test
    void aConnectionThatWasNotTakenYetOrWasTakenIsNoFault() {
        assertTrue(givenUp(new Socket.Progress(0, 999L, true)).causes().isEmpty(), "the service may be busy");
        assertTrue(givenUp(new Socket.Progress(0, 60_000L, false)).causes().isEmpty(), "a process holds it");
        assertTrue(givenUp(new Socket.Progress(0, null, true)).causes().isEmpty(), "nothing tells how long");
    }

    @Test
    void aClosedPortIsNotClaimedWhereUnseenRulesMayLeadItElsewhere() {
        none(server("0").presence(FilterPresence.Kind.NFTABLES, true).from("gpu1", PEER, OWN, 8080), Outcome.UNKNOWN);
        only(
                server("0")
                        .presence(FilterPresence.Kind.NFTABLES, true)
                        .moved("TcpOutRsts", 1)
                        .from("gpu1", PEER, OWN, 8080),
                CauseId.SERVICE_NOT_LISTENING,
                Direction.REQUEST);
    }

    @Test
    void aListenerOfAnotherInterfaceIsBoundElsewhere() {
        Verdict verdict = twoLegs("0")
                .add(new Socket(
                        "tcp", null, "LISTEN", 0L, 64L, new Endpoint(null, null, 8443, null, "eth1"), null, List.of()))
                .from("gpu1", PEER, OWN, 8443);
        Finding finding = only(verdict, CauseId.SERVICE_BOUND_ELSEWHERE, Direction.REQUEST);
        assertEquals("*%eth1", finding.subject().get("bound"));
    }

    @Test
    void aFullConnectionTableIsTold() {
        Verdict verdict = server("0")
                .sysctl("net.netfilter.nf_conntrack_count", "8192")
                .sysctl("net.netfilter.nf_conntrack_max", "8192")
                .from("gpu1", PEER, OWN, 22);
        Finding finding = only(verdict, CauseId.CONNTRACK_FULL, Direction.REQUEST);
        assertEquals(8192, finding.subject().get("count"));
    }

    @Test
    void aConnectionTableWithRoomIsNoFault() {
        none(
                server("0")
                        .sysctl("net.netfilter.nf_conntrack_count", "12")
                        .sysctl("net.netfilter.nf_conntrack_max", "8192")
                        .from("gpu1", PEER, OWN, 22),
                Outcome.REACHABLE);
    }
}
