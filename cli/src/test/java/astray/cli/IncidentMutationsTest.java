package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes the evidence of {@code examples/gpu-server} and asks again: a verdict that rests on the evidence changes with
 * it, one that was made for the example does not.
 */
class IncidentMutationsTest {
    @TempDir
    private Path temp;

    private Incident incident;

    @BeforeEach
    void copy() throws IOException {
        incident = Incident.copiedTo(temp);
    }

    private static void capturesNothing(Value verdict) {
        assertFalse(verdict.get("causes").each("id").contains("route-captured"), verdict::words);
    }

    private static Value capture(Value verdict) {
        Value cause = verdict.get("causes").with("id", "route-captured");
        assertFalse(cause.absent(), verdict::words);
        return cause;
    }

    @Test
    void nothingIsCapturedWhenTheBridgesPrefixDoesNotHoldTheClient() throws IOException {
        Value verdict = incident.everywhere("192.168.73.2", "192.168.80.9").verdict();
        capturesNothing(verdict);
        assertEquals("192.168.80.9", verdict.get("question", "peer").text());
        assertFalse(verdict.words().contains("192.168.73.2"), verdict::words);
    }

    @Test
    void theLastAddressOfThePrefixIsCapturedAndTheNextIsNot() throws IOException {
        incident.everywhere("192.168.73.2", "192.168.79.254");
        assertEquals(
                "192.168.79.254",
                capture(incident.verdict()).get("subject", "destination").text());
        incident.everywhere("192.168.79.254", "192.168.80.1");
        capturesNothing(incident.verdict());
    }

    @Test
    void aShorterPrefixNoLongerHoldsTheClient() throws IOException {
        incident.everywhere("192.168.64.1/20 brd 192.168.79.255", "192.168.64.1/21 brd 192.168.71.255");
        capturesNothing(incident.verdict());
    }

    @Test
    void anotherPrefixThatHoldsTheClientIsNamedInstead() throws IOException {
        incident.everywhere("192.168.64.1/20 brd 192.168.79.255", "192.168.72.1/22 brd 192.168.75.255");
        Value cause = capture(incident.verdict());
        assertEquals("192.168.72.0/22", cause.get("subject", "prefix").text());
        assertFalse(cause.words().contains("192.168.64.0/20"), cause::words);
    }

    @Test
    void nothingIsCapturedWithoutTheBridgesAddress() throws IOException {
        capturesNothing(
                incident.withoutLines("gpu1/ip-addr.txt", "inet 192.168.64.1").verdict());
    }

    @Test
    void aBridgeThatIsSetDownHasNoRouteToCaptureWith() throws IOException {
        incident.everywhere("<BROADCAST,MULTICAST,UP,LOWER_UP>", "<BROADCAST,MULTICAST>")
                .everywhere("state UP", "state DOWN");
        capturesNothing(incident.verdict());
    }

    @Test
    void aBridgeOnAnotherHostIsThatHostsAffair() throws IOException {
        String addr = "gpu1/ip-addr.txt";
        incident.withoutFile(addr).with("cpu1/ip-addr.txt", """
                        $ ip addr
                        8: br-b1a37228308c: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default
                            inet 192.168.64.1/20 brd 192.168.79.255 scope global br-b1a37228308c
                        """);
        capturesNothing(incident.verdict());
    }

    @Test
    void noComparisonIsMadeWithASiblingThatIsSilentToo() throws IOException {
        double before = capture(incident.verdict()).get("confidence").number();
        incident.everywhere(" 4  cpu1 (172.16.33.157)  8.619 ms  4.205 ms  4.982 ms", " 4  * * *");
        Value verdict = incident.verdict();
        Value cause = capture(verdict);
        assertFalse(cause.get("evidence").words().contains("traceroute to cpu1"), cause::words);
        assertFalse(verdict.get("ruled_out").each("id").contains("path-silent-beyond"), verdict::words);
        assertTrue(cause.get("confidence").number() < before, cause::words);
    }

    @Test
    void theAskingIsNoEvidenceWhenItIsAnswered() throws IOException {
        incident.with("gpu1/tcpdump-bridge.txt", """
                $ sudo tcpdump -i br-b1a37228308c
                listening on br-b1a37228308c, link-type EN10MB (Ethernet), capture size 262144 bytes
                11:59:17.123725 ARP, Request who-has 192.168.73.2 tell gpu1, length 28
                11:59:17.123790 ARP, Reply 192.168.73.2 is-at 02:42:c0:a8:49:02, length 28
                """);
        Value verdict = incident.verdict();
        assertFalse(verdict.get("causes").words().contains("no answer"), verdict::words);
    }

    @Test
    void eachPieceOfEvidenceCounts() throws IOException {
        double all = capture(incident.verdict()).get("confidence").number();
        double withoutSession = capture(incident.withoutFile("cpu1/lsof.txt").verdict())
                .get("confidence")
                .number();
        assertTrue(all > withoutSession, () -> all + " " + withoutSession);
    }

    @Test
    void theBridgesAddressAloneIsNotEnough() throws IOException {
        incident.withoutFile("gpu1/tcpdump-bridge.txt");
        capturesNothing(incident.verdict("--peer", "192.168.73.2"));
    }

    @Test
    void noYearIsMadeUpWithoutADate() throws IOException {
        Value verdict = incident.withoutLines("notes.md", "date:").verdict();
        Value cause = capture(verdict);
        assertFalse(verdict.words().contains("2023"), verdict::words);
        assertTrue(cause.get("since", "at").absent(), cause::words);
        assertTrue(verdict.get("timeline").list().stream()
                .allMatch(event -> event.get("at").absent()));
    }

    @Test
    void anotherDateMeansAnotherYear() throws IOException {
        Value verdict = incident.everywhere("2023-11-19", "2021-11-19").verdict();
        assertEquals(
                "2021-11-20T14:25:24+08:00", capture(verdict).get("since", "at").text());
        assertFalse(verdict.words().contains("2023-"), verdict::words);
    }

    @Test
    void anotherOffsetMeansAnotherOffset() throws IOException {
        Value verdict = incident.everywhere("08:00:00 +0800", "08:00:00 +0100").verdict();
        assertEquals(
                "2023-11-20T14:25:24+01:00", capture(verdict).get("since", "at").text());
    }

    @Test
    void nothingTellsSinceWhenWithoutTheJournal() throws IOException {
        Value verdict = incident.withoutFile("gpu1/journalctl.txt").verdict();
        assertTrue(capture(verdict).get("since", "at").absent(), verdict::words);
        assertFalse(verdict.get("timeline").words().contains("2023-11-20"), verdict::words);
    }

    @Test
    void laterLinesOfTheJournalOnlyMeanALaterSince() throws IOException {
        Value verdict =
                incident.withoutLines("gpu1/journalctl.txt", "Nov 20 14:2").verdict();
        assertEquals(
                "2023-11-20T14:30:00+08:00", capture(verdict).get("since", "at").text());
        assertFalse(verdict.get("timeline").words().contains("of 3"), verdict::words);
    }

    @Test
    void noBootIsWorkedOutWithoutLinesThatBothLogsShow() throws IOException {
        Value verdict = incident.withoutLines("gpu1/dmesg.txt", "promiscuous").verdict();
        assertFalse(verdict.get("timeline").each("at").contains("2023-11-20T15:23:31+08:00"), verdict::words);
        assertFalse(verdict.get("timeline").words().contains("the kernel started"), verdict::words);
    }

    @Test
    void theCapturesDayIsNotMadeUpWithoutTheLogOfThatDay() throws IOException {
        incident.withoutLines("gpu1/journalctl.txt", "Nov 22");
        Value asking = capture(incident.verdict()).get("evidence").with("source", "tcpdump");
        assertTrue(asking.get("at").absent(), asking::words);
    }

    @Test
    void thePeerThatIsGivenIsTheOneThatIsInferred() throws IOException {
        Value inferred = incident.verdict();
        Value given = incident.verdict("--peer", "192.168.73.2");
        assertEquals(inferred.get("causes"), given.get("causes"));
        assertTrue(given.get("question", "inferred").with("what", "peer").absent());
    }

    @Test
    void aPeerOutsideThePrefixIsNotCaptured() throws IOException {
        capturesNothing(incident.verdict("--peer", "172.16.122.222"));
    }

    @Test
    void nothingContradictsWithoutTheCaptureThatNamesAnotherHost() throws IOException {
        Value verdict = incident.withoutFile("gpu1/tcpdump-port-22.txt").verdict();
        capture(verdict);
        assertTrue(verdict.get("contradictions").list().isEmpty(), verdict::words);
    }

    @Test
    void theSessionElsewhereIsQuotedOnlyWhereItIs() throws IOException {
        Value verdict = incident.withoutFile("cpu1/lsof.txt").verdict();
        assertFalse(capture(verdict).get("evidence").words().contains("ESTABLISHED"), verdict::words);
        assertEquals("192.168.73.2", verdict.get("question", "peer").text());
    }

    @Test
    void nobodyIsSparedByAnAddressThatNobodyChangedTo() throws IOException {
        Value verdict = incident.withoutLines("notes.md", "172.16.122.222").verdict();
        assertFalse(verdict.words().contains("172.16.122.222"), verdict::words);
    }

    @Test
    void otherNamesAreAsGood() throws IOException {
        Value verdict =
                incident.everywhere("br-b1a37228308c", "br-0c55d1e8a942").verdict();
        assertEquals(
                "br-0c55d1e8a942", capture(verdict).get("subject", "interface").text());
        assertFalse(verdict.words().contains("b1a37228308c"), verdict::words);
    }
}
