package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the evidence of {@code examples/gpu-server} tells, to the letter. */
class IncidentTest {
    @TempDir
    private Path temp;

    private Value verdict = new Value(null);
    private Value cause = new Value(null);

    @BeforeEach
    void read() throws IOException {
        verdict = Incident.copiedTo(temp).verdict();
        cause = verdict.get("causes").first();
    }

    @Test
    void namesTheCauseAndWhereItSits() {
        assertEquals("unreachable", verdict.get("verdict").text());
        assertEquals(List.of("route-captured"), verdict.get("causes").each("id"));
        assertEquals("reply", cause.get("direction").text());
        assertEquals("gpu1", cause.get("host").text());
        assertEquals("192.168.73.2", cause.get("subject", "destination").text());
        assertEquals("192.168.64.0/20", cause.get("subject", "prefix").text());
        assertEquals("br-b1a37228308c", cause.get("subject", "interface").text());
        assertTrue(cause.get("confidence").number() > 0.9);
    }

    @Test
    void quotesTheAddressTheAskingBothPathsAndTheSession() {
        String addr = evidence("ip addr").get("text").text();
        assertTrue(addr.startsWith("8: br-b1a37228308c: <BROADCAST,MULTICAST,UP,LOWER_UP>"), addr);
        assertTrue(addr.contains("inet 192.168.64.1/20 brd 192.168.79.255 scope global br-b1a37228308c"), addr);

        Value asking = evidence("tcpdump");
        assertEquals("""
                11:59:17.123725 ARP, Request who-has 192.168.73.2 tell gpu1, length 28
                11:59:18.131063 ARP, Request who-has 192.168.73.2 tell gpu1, length 28
                11:59:19.155067 ARP, Request who-has 192.168.73.2 tell gpu1, length 28""", asking.get("text").text());
        assertEquals(
                "3 requests for 192.168.73.2, 1.0 s apart, no answer",
                asking.get("note").text());
        assertEquals("2023-11-22T11:59:17.123725+08:00", asking.get("at").text());
        assertEquals("true", asking.get("inferred").text());

        List<String> traces = cause.get("evidence").list().stream()
                .filter(e -> e.get("source").text().startsWith("traceroute"))
                .map(e -> e.get("text").text())
                .toList();
        assertEquals(2, traces.size());
        assertTrue(traces.get(0).startsWith("traceroute to gpu1 (172.16.33.66)"), traces.get(0));
        assertTrue(traces.get(1).startsWith("traceroute to cpu1 (172.16.33.157)"), traces.get(1));

        Value session = evidence("lsof -i");
        assertEquals("cpu1", session.get("host").text());
        assertTrue(session.get("text").text().endsWith("TCP cpu1:ssh->192.168.73.2:62014 (ESTABLISHED)"));
    }

    @Test
    void saysWhoElseIsCutOffAndWhoIsNot() {
        assertEquals(List.of("192.168.64.0/20"), cause.get("affected").texts());
        assertEquals(List.of("172.16.122.222", "cpu1"), cause.get("unaffected").each("who"));
    }

    @Test
    void putsThePrintedTimesOnTheCalendar() {
        assertEquals("2023-11-20T14:25:24+08:00", cause.get("since", "at").text());
        assertEquals("at or before", cause.get("since", "bound").text());
        Value boot = verdict.get("timeline").with("at", "2023-11-20T15:23:31+08:00");
        assertEquals("true", boot.get("inferred").text());
        assertTrue(boot.get("note").text().startsWith("the kernel started"), boot.words());
        String notes = String.join("\n", verdict.get("timeline").each("note"));
        assertTrue(notes.contains("run 2 of 3") && notes.contains("run 3 of 3"), notes);
    }

    @Test
    void infersThePeerAndSaysFromWhat() {
        assertEquals("192.168.73.2", verdict.get("question", "peer").text());
        Value inference = verdict.get("question", "inferred").with("what", "peer");
        assertEquals(
                "192.168.73.2, because ARP asked for it in vain and it has a connection open",
                inference.get("from").text());
        assertEquals(List.of("tcpdump", "lsof -i"), inference.get("evidence").each("source"));
    }

    @Test
    void tellsWhatContradictsAndWhatIsNotKnownAndWhatToType() {
        assertTrue(verdict.get("contradictions").words().contains("gpu2"));
        List<String> unknown = verdict.get("unknown").each("what");
        assertTrue(unknown.contains("the route tables and rules of gpu1"), unknown::toString);
        assertTrue(unknown.contains("which Docker network owns br-b1a37228308c"), unknown::toString);
        List<String> next = verdict.get("next").each("command");
        assertTrue(next.contains("ip route get 192.168.73.2"), next::toString);
        assertTrue(next.stream().anyMatch(c -> c.contains("ip rule")), next::toString);
        assertTrue(next.stream().anyMatch(c -> c.startsWith("docker network inspect ")), next::toString);
    }

    @Test
    void neverOffersACureThatDoesNotCure() {
        String remedies = cause.get("remedies").words();
        assertFalse(remedies.isBlank());
        assertFalse(remedies.contains("rp_filter"), remedies);
        assertFalse(remedies.contains("docker stop"), remedies);
        assertFalse(remedies.contains("docker compose stop"), remedies);
    }

    private Value evidence(String source) {
        return cause.get("evidence").with("source", source);
    }
}
