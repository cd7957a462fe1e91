package astray.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.IpAddress;
import astray.facts.Link;
import astray.facts.Neighbour;
import astray.facts.NextHop;
import astray.facts.Prefix;
import astray.facts.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a running host the kernel is asked besides: what it says decides where the model cannot, and checks it elsewhere. */
class KernelsChoiceTest {
    private static final String PEER = "192.168.73.2";
    private static final String OWN = "172.16.33.66";
    private static final String ROUTER = "172.16.33.1";

    private static FactKit server() {
        return new FactKit()
                .on("gpu1")
                .card("eno1", "02:00:00:00:00:66", "BROADCAST", "UP", "LOWER_UP")
                .address("eno1", OWN, 24)
                .connected("172.16.33.0/24", OWN, "eno1")
                .defaultRules()
                .neighbour(ROUTER, "eno1", "02:00:00:00:00:01", Neighbour.State.REACHABLE)
                .neighbour("172.16.33.2", "eno1", "02:00:00:00:00:02", Neighbour.State.REACHABLE)
                .sysctl("net.ipv4.conf.all.rp_filter", "0")
                .sysctl("net.ipv4.conf.eno1.rp_filter", "0")
                .listens(null, 22)
                .watched();
    }

    private static FactKit routed() {
        return server().route("default", ROUTER, "eno1");
    }

    private static Verdict asked(FactKit kit) {
        return kit.from("gpu1", PEER, OWN, 22);
    }

    private static List<String> unknown(Verdict verdict) {
        return verdict.unknown().stream().map(u -> u.what().toString()).toList();
    }

    // -- the check -----------------------------------------------------------------------------------------------

    @Test
    void whereBothSayTheSameNothingIsSaid() {
        Verdict verdict = asked(routed().kernelSends(PEER, OWN, ROUTER, "eno1"));
        assertEquals(List.of(), verdict.contradictions());
        assertEquals(Outcome.REACHABLE, verdict.outcome());
    }

    @ParameterizedTest
    @CsvSource({"172.16.33.2, eno1", "172.16.33.1, eno2"})
    void anotherGatewayOrInterfaceIsADefectOfTheWalk(String via, String dev) {
        Verdict verdict = asked(routed().kernelSends(PEER, OWN, via, dev));
        assertEquals(1, verdict.contradictions().size());
        Phrase summary = verdict.contradictions().getFirst().summary();
        assertEquals(Say.CONTRADICTS_KERNEL, summary.key());
        assertEquals(
                List.of("via 172.16.33.1 dev eno1", "via " + via + " dev " + dev, IpAddress.of(PEER)),
                summary.arguments());
        assertEquals(2, verdict.contradictions().getFirst().evidence().size());
    }

    @Test
    void aRouteThatTheKernelDoesNotHaveIsADefectOfTheWalk() {
        Verdict verdict = asked(routed().kernelRefuses(PEER, OWN, null, "Network is unreachable"));
        assertEquals(1, verdict.contradictions().size());
    }

    @Test
    void aRouteThatTheWalkDoesNotFindIsToo() {
        Verdict verdict = asked(server().kernelSends(PEER, OWN, ROUTER, "eno1"));
        assertEquals(1, verdict.contradictions().size());
    }

    @Test
    void aPacketThatComesInIsAnotherQuestion() {
        Verdict verdict = asked(routed().kernelRefuses(PEER, OWN, "eno1", "Invalid argument"));
        assertEquals(List.of(), verdict.contradictions());
    }

    @Test
    void theQuestionFromTheOwnAddressIsTheOneThatCounts() {
        Verdict verdict =
                asked(routed().kernelSends(PEER, null, "172.16.33.2", "eno1").kernelSends(PEER, OWN, ROUTER, "eno1"));
        assertEquals(List.of(), verdict.contradictions());
    }

    // -- rules that look at what nothing tells ---------------------------------------------------------------------

    @Test
    void aRuleForAnotherUserTakesNothingIfTheKernelSaysSo() {
        Verdict verdict = asked(routed().rule(100, null, "1000-1999", "77")
                .discarding(Route.Type.BLACKHOLE, "0.0.0.0/0", "77")
                .kernelSends(PEER, OWN, ROUTER, "eno1"));
        assertEquals(List.of(), verdict.causes());
        assertEquals(List.of(), verdict.contradictions());
        assertEquals(Outcome.REACHABLE, verdict.outcome());
        assertTrue(unknown(verdict).stream().anyMatch(u -> u.contains("BLANK_RULE")), unknown(verdict)::toString);
    }

    @Test
    void aRuleForTheServicesUserTakesItsReplies() {
        Verdict verdict = asked(routed().rule(100, null, "0-0", "77")
                .discarding(Route.Type.BLACKHOLE, "0.0.0.0/0", "77")
                .kernelRefuses(PEER, OWN, null, "Invalid argument"));
        assertEquals(
                List.of(CauseId.ROUTE_DISCARDS),
                verdict.causes().stream().map(Finding::id).toList());
        assertEquals(List.of(), verdict.contradictions());
        assertTrue(unknown(verdict).stream().noneMatch(u -> u.contains("BLANK_RULE")), unknown(verdict)::toString);
    }

    @Test
    void aRuleThatWouldChangeNothingIsNotWorthAWord() {
        Verdict verdict = asked(routed().rule(100, "0x7", null, "77").kernelSends(PEER, OWN, ROUTER, "eno1"));
        assertEquals(Outcome.REACHABLE, verdict.outcome());
        assertTrue(unknown(verdict).stream().noneMatch(u -> u.contains("BLANK_RULE")), unknown(verdict)::toString);
    }

    @Test
    void inAVrfNothingIsDecided() {
        Verdict verdict = asked(new FactKit()
                .on("gpu1")
                .add(new Link(
                        2,
                        "eno1",
                        null,
                        List.of("BROADCAST", "UP", "LOWER_UP"),
                        1500,
                        null,
                        "red",
                        "UP",
                        "ether",
                        null,
                        null))
                .add(new Link(3, "red", null, List.of("UP", "LOWER_UP"), 1500, null, null, "UP", "ether", null, "vrf"))
                .address("eno1", OWN, 24)
                .listens(null, 22)
                .watched()
                .kernelRefuses(PEER, OWN, null, "Network is unreachable"));
        assertEquals(List.of(), verdict.causes());
        assertEquals(Outcome.UNKNOWN, verdict.outcome());
        assertTrue(unknown(verdict).stream().anyMatch(u -> u.contains("BLANK_VRF")), unknown(verdict)::toString);
    }

    // -- several next hops -----------------------------------------------------------------------------------------

    private static FactKit twoWays() {
        return server().add(new Route(
                        Route.Type.UNICAST,
                        Prefix.of("0.0.0.0/0"),
                        Route.MAIN,
                        List.of(
                                new NextHop(IpAddress.of(ROUTER), "eno1", 1, List.of()),
                                new NextHop(IpAddress.of("172.16.33.9"), "eno1", 1, List.of())),
                        null,
                        0,
                        null,
                        null))
                .neighbour("172.16.33.9", "eno1", null, Neighbour.State.FAILED);
    }

    @Test
    void ofSeveralHopsTheKernelsIsWalked() {
        assertEquals(
                Outcome.REACHABLE,
                asked(twoWays().kernelSends(PEER, OWN, ROUTER, "eno1")).outcome());
        Verdict verdict = asked(twoWays()
                .opens("eno1", PEER, OWN, 22, "02:00:00:00:00:01")
                .session("SYN_RECV", OWN, 22, PEER, 40000, new astray.facts.Socket.Progress(2, null))
                .kernelSends(PEER, OWN, "172.16.33.9", "eno1"));
        assertEquals(List.of(), verdict.contradictions());
        assertEquals(CauseId.GATEWAY_WRONG, verdict.causes().getFirst().id());
        assertEquals("172.16.33.9", verdict.causes().getFirst().subject().get("gateway"));
    }
}
