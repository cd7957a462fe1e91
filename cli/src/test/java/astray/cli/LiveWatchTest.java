package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A short capture as evidence: {@code astray from PEER --watch SECONDS}. */
@Tag("lab")
@NeedsRoot
@NeedsTool({"ip", "nc", "ss", "setpriv"})
class LiveWatchTest {
    private final Campus campus = new Campus();

    @BeforeEach
    void serve() {
        campus.serving();
    }

    @AfterEach
    void takeAway() {
        campus.close();
    }

    @Test
    void passiveWatchQuotesThePacketsAsTcpdumpPrintsThem() throws IOException {
        campus.server("for f in /proc/sys/net/ipv6/conf/*/disable_ipv6 /proc/sys/net/ipv4/conf/*/rp_filter; do"
                + " echo $(case $f in *v6*) echo 1;; *) echo 0;; esac) >$f; done");
        campus.captured(true).trying();
        Value verdict = campus.from("--port", "22", "--passive", "--watch", "3");
        assertEquals(List.of("route-captured"), verdict.get("causes").each("id"), verdict::words);
        String evidence =
                String.join("\n", verdict.get("causes").first().get("evidence").each("text"));
        assertTrue(
                evidence.contains(" " + Campus.BRIDGE + " Out ARP, Request who-has " + Campus.LAPTOP + " tell "
                        + Campus.SERVER + ", length 28"),
                evidence);
        assertTrue(
                evidence.lines()
                        .anyMatch(line -> line.contains(" In  IP " + Campus.LAPTOP + ".")
                                && line.contains(" > " + Campus.SERVER + ".22: Flags [S], seq ")
                                && line.endsWith(", length 0")),
                evidence);
        assertEquals(
                List.of("tcpdump"),
                verdict.get("causes").first().get("evidence").list().stream()
                        .filter(e -> e.get("text").text().contains("who-has"))
                        .map(e -> e.get("source").text())
                        .distinct()
                        .toList());
    }

    @Test
    void watchLastsAsLongAsWasAskedFor() throws IOException {
        long began = System.nanoTime();
        campus.from("--port", "22", "--watch", "2");
        long millis = (System.nanoTime() - began) / 1_000_000;
        assertTrue(millis >= 2_000, () -> millis + " ms");
    }

    @Test
    void interruptEndsTheWatchAndWhatIsKnownIsTold() throws IOException {
        campus.captured(true).trying();
        long began = System.nanoTime();
        Value verdict = campus.fromInterrupted(10, "--port", "22", "--watch", "60");
        long seconds = (System.nanoTime() - began) / 1_000_000_000;
        assertEquals(List.of("route-captured"), verdict.get("causes").each("id"), verdict::words);
        assertTrue(seconds < 40, () -> seconds + " s");
    }

    @Test
    void withoutRootItIsSaidWhatWatchingNeeds() throws IOException {
        assumeTrue(Campus.isForEverybody(), "needs a Java and classes that everybody may read");
        campus.captured(true).trying();
        Value verdict = campus.fromAsNobody("--port", "22", "--watch", "1");
        assertEquals(List.of("route-captured"), verdict.get("causes").each("id"), verdict::words);
        Value packets = verdict.get("unknown").list().stream()
                .filter(unknown -> unknown.get("what").text().contains("packets"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(verdict.words()));
        assertEquals("needs CAP_NET_RAW", packets.get("why").text());
    }
}
