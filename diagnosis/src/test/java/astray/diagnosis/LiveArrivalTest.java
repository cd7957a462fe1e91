package astray.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Capture;
import astray.facts.Coverage;
import astray.facts.Endpoint;
import astray.facts.FilterPresence;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Neighbour;
import astray.facts.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a running target makes of the packets that it sees: the peer's own, and the answers to its own probes. */
class LiveArrivalTest {
    private static final String PEER = "10.7.0.2";
    private static final String FRONT = "10.7.1.5";
    private static final String BACK = "10.7.2.5";

    private static FactKit twoLegs(String rpFilter) {
        return new FactKit()
                .on("server")
                .card("eth0", "02:00:00:00:00:05", "BROADCAST", "UP", "LOWER_UP")
                .card("eth1", "02:00:00:00:00:06", "BROADCAST", "UP", "LOWER_UP")
                .address("eth0", FRONT, 24)
                .address("eth1", BACK, 24)
                .route("default", "10.7.1.1", "eth0")
                .connected("10.7.1.0/24", FRONT, "eth0")
                .connected("10.7.2.0/24", BACK, "eth1")
                .defaultRules()
                .neighbour("10.7.1.1", "eth0", "02:00:00:00:00:01", Neighbour.State.REACHABLE)
                .sysctl("net.ipv4.conf.all.rp_filter", "0")
                .sysctl("net.ipv4.conf.eth0.rp_filter", "0")
                .sysctl("net.ipv4.conf.eth1.rp_filter", rpFilter)
                .listens(null, 22)
                .watched();
    }

    private static FactKit echoReply(FactKit kit) {
        return kit.pings(null, PEER, 2)
                .add(new Frame(
                        null,
                        "eth0",
                        "In",
                        null,
                        null,
                        new Frame.Icmp(
                                Endpoint.of(IpAddress.of(PEER), null),
                                Endpoint.of(IpAddress.of(FRONT), null),
                                "echo reply, id 1, seq 1")));
    }

    @Test
    void anAnswerToAnEchoDoesNotHideOnWhichInterfaceTheRequestsCome() {
        Verdict verdict = echoReply(twoLegs("1"))
                .segment("eth1", "In", PEER, 40000, BACK, 22, "S")
                .kernelRefuses(BACK, PEER, "eth1", "Invalid argument")
                .from("server", PEER, BACK, 22);
        Finding finding = verdict.causes().getFirst();
        assertEquals(CauseId.REVERSE_PATH_FILTERED, finding.id());
        assertEquals("eth1", finding.subject().get("interface"));
        assertTrue(
                finding.evidence().stream()
                        .anyMatch(e -> e.note() != null && e.note().key() == Say.SHOWS_KERNEL_REFUSES),
                finding.evidence()::toString);
    }

    @Test
    void whatComesToAnotherAddressTellsNothingOfThisOne() {
        Verdict verdict = twoLegs("1")
                .segment("eth0", "In", PEER, 40000, FRONT, 80, "S")
                .segment("eth0", "Out", FRONT, 80, PEER, 40000, "S.")
                .moved("TcpExtIPReversePathFilter", 1)
                .from("server", PEER, BACK, 22);
        assertEquals(
                List.of(CauseId.REVERSE_PATH_FILTERED),
                verdict.causes().stream().map(Finding::id).toList());
    }

    // -- a second holder of the address ----------------------------------------------------------------------------

    @Test
    void somebodyElseWhoAnswersForTheOwnAddressIsADuplicate() {
        Verdict verdict = twoLegs("0")
                .answers("eth0", FRONT, "02:00:00:00:00:77")
                .pings(null, PEER, 0)
                .from("server", PEER, FRONT, 22);
        Finding finding = verdict.causes().getFirst();
        assertEquals(CauseId.ADDRESS_DUPLICATE, finding.id());
        assertEquals(Outcome.UNREACHABLE, verdict.outcome());
        assertEquals(
                List.of("02:00:00:00:00:77", "02:00:00:00:00:05"),
                finding.subject().get("lladdrs"));
    }

    @Test
    void whereItWorksAllTheSameItIsDegraded() {
        Verdict verdict = twoLegs("0")
                .answers("eth0", FRONT, "02:00:00:00:00:77")
                .session("ESTABLISHED", FRONT, 22, PEER, 40000, new Socket.Progress(0, 40L))
                .from("server", PEER, FRONT, 22);
        assertEquals(
                List.of(CauseId.ADDRESS_DUPLICATE),
                verdict.causes().stream().map(Finding::id).toList());
        assertEquals(Outcome.DEGRADED, verdict.outcome());
    }

    @Test
    void anAnswerOfTheOwnOtherCardIsNone() {
        Verdict verdict =
                twoLegs("0").answers("eth0", FRONT, "02:00:00:00:00:06").from("server", PEER, FRONT, 22);
        assertEquals(List.of(), verdict.causes());
        assertEquals(Outcome.REACHABLE, verdict.outcome());
    }

    // -- this very host ---------------------------------------------------------------------------------------------

    @Test
    void aHostThatAsksAboutItselfReachesItself() {
        FactKit kit = twoLegs("0")
                .link("lo", "LOOPBACK", "UP", "LOWER_UP")
                .address("lo", "127.0.0.1", 8)
                .listens(null, 22)
                .watched();
        assertEquals(List.of(), kit.from("server", "127.0.0.1", "127.0.0.1", 22).causes());
        assertEquals(List.of(), kit.from("server", FRONT, FRONT, 22).causes());
    }

    // -- what is left to look at -----------------------------------------------------------------------------------

    private static List<Say> unknown(Verdict verdict) {
        return verdict.unknown().stream().map(u -> u.what().key()).toList();
    }

    @Test
    void onceItWasSeenToWorkNothingIsLeftToType() {
        Verdict verdict = twoLegs("0")
                .session("ESTABLISHED", FRONT, 22, PEER, 40000, new Socket.Progress(0, 40L))
                .from("server", PEER, FRONT, 22);
        assertEquals(Outcome.REACHABLE, verdict.outcome());
        assertEquals(List.of(), verdict.next());
    }

    @Test
    void whereNobodyCameThePeerIsTheOneToAsk() {
        Verdict verdict = twoLegs("0")
                .add(new Capture("any", "LINUX_SLL2", 0L, null))
                .add(new Coverage(Coverage.Topic.CAPTURE, astray.facts.Family.INET, "host " + PEER, true))
                .from("server", PEER, FRONT, 22);
        assertEquals(Outcome.REACHABLE, verdict.outcome());
        assertEquals(
                List.of("astray to 10.7.1.5:22"),
                verdict.next().stream()
                        .map(Verdict.NextStep::command)
                        .filter(c -> c.startsWith("astray"))
                        .toList());
        assertEquals(List.of(Say.BLANK_ARRIVAL, Say.BLANK_ASKER), unknown(verdict));
        assertEquals(Say.BECAUSE_NONE_CAME, verdict.unknown().getFirst().why().key());
        assertEquals(Say.BECAUSE_ELSEWHERE, verdict.unknown().getLast().why().key());
    }

    @Test
    void filtersThatWereLookedForAndAreNotThereAreNotUnknown() {
        Verdict verdict = twoLegs("0").from("server", PEER, FRONT, 22);
        assertTrue(!unknown(verdict).contains(Say.BLANK_FIREWALL), unknown(verdict)::toString);
    }

    @Test
    void filtersThatAreInPlaceAndWereNotReadAre() {
        Verdict verdict =
                twoLegs("0").presence(FilterPresence.Kind.NFTABLES, true).from("server", PEER, FRONT, 22);
        assertTrue(unknown(verdict).contains(Say.BLANK_FIREWALL), unknown(verdict)::toString);
        assertTrue(verdict.next().stream().anyMatch(n -> n.command().contains("nft list ruleset")));
    }
}
