package astray.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Observation;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every line of a document is something, and nothing of it gets out with control characters. */
class AccountingPropertyTest {

    @Property(tries = 400)
    void everyLineIsAccountedFor(@ForAll("documents") List<String> lines) {
        Reading reading = TranscriptTest.read(String.join("\n", lines) + "\n");
        Tally tally = reading.tally();
        assertEquals(lines.isEmpty() ? 1 : lines.size(), tally.lines());
        assertEquals(
                tally.lines(),
                tally.inBlocks() + tally.prose() + tally.marks() + tally.blank() + tally.notUnderstood(),
                tally::toString);
        long named = reading.notUnderstood().stream()
                .mapToLong(n -> n.lastLine() - n.firstLine() + 1)
                .sum();
        assertTrue(named >= tally.notUnderstood());
        for (Observation<?> seen : reading.observations()) {
            assertTrue(
                    seen.origin().text().chars().noneMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c)));
            assertTrue(seen.origin().line() <= tally.lines());
        }
        for (Block block : reading.blocks()) {
            assertTrue(block.firstLine() <= block.lastLine() && block.lastLine() <= tally.lines());
        }
    }

    @Provide
    Arbitrary<List<String>> documents() {
        return Arbitraries.of(
                        "",
                        "```",
                        "```shell",
                        "~~~~",
                        "---",
                        "# Title",
                        "## On mill",
                        "# ip route",
                        "### ip rule",
                        "==== ip neigh ====",
                        "######## kiosk ########",
                        "==> mill/ip-neigh.txt <==",
                        "root@mill:~# ip neigh",
                        "root@mill:~#",
                        "$ ip addr \\",
                        "ip route",
                        "On the client, kiosk:",
                        "在 mill 上：",
                        "From kiosk (10.9.1.7) I cannot reach mill, 10.9.2.8 port 22.",
                        "* a bullet",
                        "> quoted words",
                        "> > root@kiosk:~$ ip neigh",
                        "[09:01] <kim> root@shelf:~# ip neigh",
                        "10.9.2.7 dev eth0 FAILED",
                        "> 10.9.2.7 dev eth0 FAILED",
                        "    10.9.2.8 dev eth0 STALE",
                        "default via 10.9.2.1 dev eth0",
                        "Nov 20 14:25:24 mill kernel: eth0: Link is Down",
                        "[   28.911290] eth0: Link is Down",
                        "[{\"dst\":\"default\",\"gateway\":\"10.9.2.1\",\"dev\":\"eth0\",\"flags\":[]}]",
                        "[{",
                        "[... 20 lines left out ...]",
                        "^C",
                        "frobnicated 17 of 18",
                        "\u001b[31mred\u001b[0m \u0000",
                        "0:\tfrom all lookup local")
                .list()
                .ofMaxSize(30);
    }
}
