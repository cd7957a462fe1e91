package astray.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.ConnectAttempt.Outcome;
import astray.facts.Coverage.Topic;
import astray.facts.IpAddress;
import astray.facts.Mention;
import astray.facts.Neighbour;
import astray.facts.Prefix;
import astray.facts.Route;
import astray.facts.Rule;
import org.junit.jupiter.api.Test;

class CausesTest {
    private static final String CLIENT = "10.1.0.2";
    private static final String SERVER = "10.2.0.5";

    /** A server that is all right, and a client behind a router whose connection times out. */
    private static FactKit routed(Outcome outcome) {
        return new FactKit()
                .on("client")
                .tries(SERVER, 22, outcome)
                .on("server")
                .link("eth0", "BROADCAST", "UP", "LOWER_UP")
                .address("eth0", SERVER, 24)
                .whole(Topic.ADDRESSES)
                .whole(Topic.LINKS)
                .whole(Topic.ROUTES)
                .listens(null, 22)
                .whole(Topic.LISTENERS)
                .neighbour("10.2.0.1", "eth0", "02:04:f6:2b:55:69", Neighbour.State.REACHABLE);
    }

    private static FactKit withDefault(FactKit kit) {
        return kit.route("default", "10.2.0.1", "eth0").route("10.2.0.0/24", null, "eth0");
    }

    private static Finding only(Verdict verdict, CauseId id, Direction direction, String host) {
        assertEquals(1, verdict.causes().size(), () -> verdict.causes().toString());
        Finding finding = verdict.causes().getFirst();
        assertEquals(id, finding.id());
        assertEquals(direction, finding.direction());
        assertEquals(host, finding.host());
        assertEquals(astray.diagnosis.Outcome.UNREACHABLE, verdict.outcome());
        assertFalse(finding.evidence().isEmpty());
        assertNotNull(finding.counterfactual());
        return finding;
    }

    @Test
    void nothingIsNamedWhereTheWayBackIsOpen() {
        Verdict verdict = withDefault(routed(Outcome.TIMED_OUT)).verdict(CLIENT, SERVER, 22);
        assertTrue(verdict.causes().isEmpty(), () -> verdict.causes().toString());
        assertEquals(astray.diagnosis.Outcome.UNREACHABLE, verdict.outcome());
    }

    @Test
    void aConnectionThatOpensMeansReachableWhateverElseLooksWrong() {
        Verdict verdict = routed(Outcome.CONNECTED)
                .discarding(Route.Type.BLACKHOLE, "10.1.0.0/16")
                .verdict(CLIENT, SERVER, 22);
        assertEquals(astray.diagnosis.Outcome.REACHABLE, verdict.outcome());
        assertTrue(verdict.causes().isEmpty());
    }

    @Test
    void routeMissingIsMendedThroughTheNeighbourThatAnswers() {
        Verdict verdict =
                routed(Outcome.TIMED_OUT).route("10.2.0.0/24", null, "eth0").verdict(CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.ROUTE_MISSING, Direction.REPLY, "server");
        assertEquals(CLIENT, finding.subject().get("destination"));
        assertEquals(
                "ip route add 10.1.0.2/32 via 10.2.0.1 dev eth0",
                finding.remedies().getFirst().commands().getFirst());
    }

    @Test
    void blackholeDiscards() {
        Verdict verdict = withDefault(routed(Outcome.TIMED_OUT))
                .discarding(Route.Type.BLACKHOLE, "10.1.0.0/16")
                .verdict(CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.ROUTE_DISCARDS, Direction.REPLY, "server");
        assertEquals("10.1.0.0/16", finding.subject().get("prefix"));
        assertEquals("blackhole", finding.subject().get("type"));
    }

    @Test
    void connectedPrefixOfABridgeCaptures() {
        Verdict verdict = withDefault(routed(Outcome.TIMED_OUT))
                .address("br-b1a37228308c", "10.1.0.1", 20)
                .route("10.1.0.0/20", null, "br-b1a37228308c")
                .asks("br-b1a37228308c", CLIENT, "10.1.0.1", "11:59:17")
                .asks("br-b1a37228308c", CLIENT, "10.1.0.1", "11:59:18")
                .verdict(CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.ROUTE_CAPTURED, Direction.REPLY, "server");
        assertEquals("10.1.0.0/20", finding.subject().get("prefix"));
        assertEquals("br-b1a37228308c", finding.subject().get("interface"));
        assertEquals(java.util.List.of(Prefix.of("10.1.0.0/20")), finding.affected());
        assertNoPopularCure(finding);
    }

    @Test
    void strictReversePathFilterDoesNotHideTheCapture() {
        Verdict verdict = withDefault(routed(Outcome.TIMED_OUT))
                .address("br-b1a37228308c", "10.1.0.1", 20)
                .route("10.1.0.0/20", null, "br-b1a37228308c")
                .sysctl("net.ipv4.conf.all.rp_filter", "1")
                .sysctl("net.ipv4.conf.eth0.rp_filter", "0")
                .segment("eth0", "In", CLIENT, 40000, SERVER, 22, "S")
                .verdict(CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.ROUTE_CAPTURED, Direction.REPLY, "server");
        assertNoPopularCure(finding);
    }

    private static void assertNoPopularCure(Finding finding) {
        for (Finding.Remedy remedy : finding.remedies()) {
            for (String command : remedy.commands()) {
                assertFalse(command.contains("rp_filter"), command);
                assertFalse(command.startsWith("docker stop"), command);
                assertFalse(command.contains("link set"), command);
            }
            assertTrue(remedy.proven());
        }
        assertFalse(finding.remedies().isEmpty());
    }

    @Test
    void aBridgeThatHoldsSomebodyElseCapturesNothing() {
        Verdict verdict = withDefault(routed(Outcome.TIMED_OUT))
                .address("br-b1a37228308c", "10.3.0.1", 20)
                .route("10.3.0.0/20", null, "br-b1a37228308c")
                .verdict(CLIENT, SERVER, 22);
        assertTrue(verdict.causes().isEmpty(), () -> verdict.causes().toString());
    }

    @Test
    void ruleDivertsToATableWhoseGatewayIsSilent() {
        Verdict verdict = withDefault(routed(Outcome.TIMED_OUT))
                .defaultRules()
                .add(Rule.lookup(1000, null, Prefix.of("10.1.0.0/16"), "200"))
                .route("default", "10.2.0.9", "eth0", "200", 0)
                .neighbour("10.2.0.9", "eth0", null, Neighbour.State.FAILED)
                .verdict(CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.RULE_DIVERTS, Direction.REPLY, "server");
        assertEquals(1000L, finding.subject().get("priority"));
        assertEquals(200L, finding.subject().get("table"));
        assertEquals(
                "ip rule del priority 1000",
                finding.remedies().getFirst().commands().getFirst());
    }

    @Test
    void aClashInsideAPolicyTableIsACapture() {
        Verdict verdict = withDefault(routed(Outcome.TIMED_OUT))
                .defaultRules()
                .add(Rule.lookup(1000, Prefix.of("10.2.0.0/24"), null, "200"))
                .route("default", "10.2.0.1", "eth0", "200", 0)
                .route("10.1.0.0/24", null, "br-b1a37228308c", "200", 0)
                .neighbour(CLIENT, "br-b1a37228308c", null, Neighbour.State.FAILED)
                .verdict(CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.ROUTE_CAPTURED, Direction.REPLY, "server");
        assertEquals("br-b1a37228308c", finding.subject().get("interface"));
        assertEquals("10.1.0.0/24", finding.subject().get("prefix"));
    }

    @Test
    void strictReversePathFilterDropsWhatComesInByTheOtherLeg() {
        Verdict verdict = new FactKit()
                .on("client")
                .tries("10.7.2.5", 22, Outcome.TIMED_OUT)
                .on("server")
                .link("eth0", "UP", "LOWER_UP")
                .link("eth1", "UP", "LOWER_UP")
                .address("eth0", "10.7.1.5", 24)
                .address("eth1", "10.7.2.5", 24)
                .route("default", "10.7.1.1", "eth0")
                .route("10.7.1.0/24", null, "eth0")
                .route("10.7.2.0/24", null, "eth1")
                .whole(Topic.ROUTES)
                .whole(Topic.ADDRESSES)
                .sysctl("net.ipv4.conf.all.rp_filter", "0")
                .sysctl("net.ipv4.conf.eth1.rp_filter", "1")
                .segment("eth1", "In", "10.7.0.2", 48474, "10.7.2.5", 22, "S")
                .verdict("10.7.0.2", "10.7.2.5", 22);
        Finding finding = only(verdict, CauseId.REVERSE_PATH_FILTERED, Direction.REQUEST, "server");
        assertEquals("eth1", finding.subject().get("interface"));
        assertEquals("10.7.0.2", finding.subject().get("source"));
    }

    @Test
    void looseReversePathFilterDropsNothing() {
        Verdict verdict = new FactKit()
                .on("server")
                .address("eth0", "10.7.1.5", 24)
                .address("eth1", "10.7.2.5", 24)
                .route("default", "10.7.1.1", "eth0")
                .whole(Topic.ROUTES)
                .whole(Topic.ADDRESSES)
                .sysctl("net.ipv4.conf.all.rp_filter", "2")
                .sysctl("net.ipv4.conf.eth1.rp_filter", "1")
                .segment("eth1", "In", "10.7.0.2", 48474, "10.7.2.5", 22, "S")
                .verdict("10.7.0.2", "10.7.2.5", 22);
        assertTrue(verdict.causes().isEmpty(), () -> verdict.causes().toString());
    }

    @Test
    void destinationHeldByTheSenderNeverLeaves() {
        Verdict verdict = new FactKit()
                .on("client")
                .tries(SERVER, 22, Outcome.REFUSED)
                .address("lo", SERVER, 32)
                .address("eth0", CLIENT, 24)
                .route("default", "10.1.0.1", "eth0")
                .whole(Topic.ROUTES)
                .whole(Topic.ADDRESSES)
                .on("server")
                .add(new Mention(Mention.Role.TARGET, "server", IpAddress.of(SERVER), 22))
                .listens(null, 22)
                .verdict(null, SERVER, 22);
        assertEquals(CauseId.DESTINATION_IS_LOCAL, verdict.causes().getFirst().id());
        assertEquals("lo", verdict.causes().getFirst().subject().get("interface"));
    }

    @Test
    void interfaceSetDownExplainsTheMissingRoute() {
        Verdict verdict = new FactKit()
                .on("client")
                .tries(SERVER, 22, Outcome.NETWORK_UNREACHABLE)
                .link("lo", "LOOPBACK", "UP", "LOWER_UP")
                .link("eth0", "BROADCAST", "MULTICAST")
                .address("eth0", CLIENT, 24)
                .whole(Topic.ROUTES)
                .whole(Topic.ADDRESSES)
                .verdict(null, SERVER, 22);
        Finding finding = only(verdict, CauseId.LINK_ADMIN_DOWN, Direction.REQUEST, "client");
        assertEquals("eth0", finding.subject().get("interface"));
        assertEquals(
                "ip link set dev eth0 up",
                finding.remedies().getFirst().commands().getFirst());
    }

    @Test
    void unpluggedCableIsNoCarrier() {
        Verdict verdict = withDefault(new FactKit()
                        .on("client")
                        .tries(SERVER, 22, Outcome.TIMED_OUT)
                        .on("server")
                        .link("eth0", "NO-CARRIER", "BROADCAST", "UP")
                        .address("eth0", SERVER, 24)
                        .whole(Topic.ADDRESSES)
                        .whole(Topic.ROUTES))
                .verdict(CLIENT, SERVER, 22);
        Finding finding = only(verdict, CauseId.LINK_NO_CARRIER, Direction.REPLY, "server");
        assertEquals("eth0", finding.subject().get("interface"));
    }

    @Test
    void silentNeighbourOnTheSameLink() {
        Verdict verdict = new FactKit()
                .on("client")
                .tries("10.20.0.5", 22, Outcome.NO_ROUTE_TO_HOST)
                .link("eth0", "UP", "LOWER_UP")
                .address("eth0", "10.20.0.2", 24)
                .route("10.20.0.0/24", null, "eth0")
                .whole(Topic.ROUTES)
                .neighbour("10.20.0.5", "eth0", null, Neighbour.State.FAILED)
                .verdict(null, "10.20.0.5", 22);
        Finding finding = only(verdict, CauseId.NEIGHBOUR_UNRESOLVED, Direction.REQUEST, "client");
        assertEquals("10.20.0.5", finding.subject().get("address"));
    }

    @Test
    void closedPortIsServiceNotListening() {
        Verdict verdict = withDefault(routed(Outcome.REFUSED)
                        .on("client")
                        .tries(SERVER, 8443, Outcome.REFUSED)
                        .on("server"))
                .verdict(CLIENT, SERVER, 8443);
        Finding finding = only(verdict, CauseId.SERVICE_NOT_LISTENING, Direction.REQUEST, "server");
        assertEquals(8443, finding.subject().get("port"));
    }

    @Test
    void loopbackListenerIsBoundElsewhere() {
        Verdict verdict = withDefault(routed(Outcome.REFUSED).on("server").listens("127.0.0.1", 6379))
                .verdict(CLIENT, SERVER, 6379);
        Finding finding = only(verdict, CauseId.SERVICE_BOUND_ELSEWHERE, Direction.REQUEST, "server");
        assertEquals("127.0.0.1", finding.subject().get("bound"));
    }

    @Test
    void aPortThatTimesOutIsNotCalledClosed() {
        Verdict verdict = withDefault(routed(Outcome.TIMED_OUT)
                        .on("client")
                        .tries(SERVER, 8443, Outcome.TIMED_OUT)
                        .on("server"))
                .verdict(CLIENT, SERVER, 8443);
        assertTrue(verdict.causes().isEmpty(), () -> verdict.causes().toString());
    }

    @Test
    void vanishedServiceAddressIsMissing() {
        Verdict verdict = withDefault(routed(Outcome.TIMED_OUT).on("server").listens("10.2.0.50", 80))
                .verdict(CLIENT, "10.2.0.50", 80);
        Finding finding = only(verdict, CauseId.ADDRESS_MISSING, Direction.REQUEST, "server");
        assertEquals("10.2.0.50", finding.subject().get("address"));
    }

    @Test
    void whatWasNotShownIsListedAsUnknown() {
        Verdict verdict = new FactKit().on("server").address("eth0", SERVER, 24).verdict(CLIENT, SERVER, 22);
        assertEquals(astray.diagnosis.Outcome.UNKNOWN, verdict.outcome());
        assertTrue(verdict.unknown().stream().anyMatch(u -> u.what().key() == Say.BLANK_ROUTES_RULES));
        assertTrue(verdict.next().stream().anyMatch(n -> n.command().equals("ip route get " + CLIENT)));
    }

    @Test
    void namesFromOutsideAreOneWordOfAShell() {
        Verdict verdict = new FactKit()
                .on("client")
                .tries(SERVER, 22, Outcome.NETWORK_UNREACHABLE)
                .link("lo", "LOOPBACK", "UP", "LOWER_UP")
                .link("eth0;$(reboot)", "BROADCAST", "MULTICAST")
                .address("eth0;$(reboot)", CLIENT, 24)
                .whole(Topic.ROUTES)
                .whole(Topic.ADDRESSES)
                .verdict(null, SERVER, 22);
        Finding finding = only(verdict, CauseId.LINK_ADMIN_DOWN, Direction.REQUEST, "client");
        assertEquals(
                "ip link set dev 'eth0;$(reboot)' up",
                finding.remedies().getFirst().commands().getFirst());
    }
}
