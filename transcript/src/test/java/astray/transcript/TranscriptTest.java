package astray.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Address;
import astray.facts.Attribution;
import astray.facts.Attribution.Reason;
import astray.facts.Coverage;
import astray.facts.Coverage.Topic;
import astray.facts.Fact;
import astray.facts.Family;
import astray.facts.Link;
import astray.facts.Mention;
import astray.facts.Neighbour;
import astray.facts.Observation;
import astray.facts.Route;
import astray.facts.Rule;
import astray.facts.Socket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    static Reading read(String... documents) {
        try {
            Transcript transcript = new Transcript(Limits.STANDARD);
            int number = 0;
            for (String document : documents) {
                transcript.add("d" + ++number, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
            }
            return transcript.reading();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static <F extends Fact> List<Observation<?>> of(Reading reading, Class<F> kind) {
        return reading.observations().stream()
                .filter(o -> kind.isInstance(o.fact()))
                .<Observation<?>>map(o -> o)
                .toList();
    }

    private static List<@Nullable String> hosts(Reading reading) {
        return reading.blocks().stream().map(Block::host).toList();
    }

    private static Stream<Coverage> coverage(Reading reading, Topic topic) {
        return reading.observations().stream()
                .map(Observation::fact)
                .filter(Coverage.class::isInstance)
                .map(Coverage.class::cast)
                .filter(c -> c.topic() == topic);
    }

    private static Coverage only(Reading reading, Topic topic) {
        return coverage(reading, topic)
                .reduce((a, b) -> {
                    throw new AssertionError(a + " and " + b);
                })
                .orElseThrow();
    }

    private static List<Reason> reasons(Reading reading) {
        return of(reading, Attribution.class).stream()
                .map(o -> ((Attribution) o.fact()).reason())
                .toList();
    }

    // -- where outputs stand

    @Test
    void aSessionIsCutAtItsPrompts() {
        Reading reading = read("""
                root@mill:~# ip rule
                0:	from all lookup local
                32766:	from all lookup main
                32767:	from all lookup default
                root@mill:~# ip neigh
                10.9.2.1 dev eth0 lladdr 52:54:00:00:c0:01 REACHABLE
                [eva@kiosk ~]$ ip neigh
                10.9.1.1 dev wlan0 FAILED
                """);
        assertEquals(List.of("mill", "mill", "kiosk"), hosts(reading));
        assertEquals(3, of(reading, Rule.class).size());
        assertEquals(List.of(Reason.PROMPT, Reason.PROMPT, Reason.PROMPT), reasons(reading));
        Observation<?> failed = of(reading, Neighbour.class).getLast();
        assertEquals(8, failed.origin().line());
        assertEquals("10.9.1.1 dev wlan0 FAILED", failed.origin().text());
        assertEquals(List.of(), reading.notUnderstood());
    }

    @Test
    void aCommandMayStandInACodeBlockOfItsOwn() {
        Reading reading = read("""
                # mill is gone

                ## On mill

                ```bash
                ip route show table 200
                ```

                Output:

                ```
                default via 10.9.2.253 dev eth0
                ```
                """);
        assertEquals("200", ((Route) of(reading, Route.class).getFirst().fact()).table());
        assertEquals("ip route show table 200", reading.blocks().getFirst().command());
        assertEquals(List.of("mill"), hosts(reading));
        assertEquals(new Coverage(Topic.ROUTES, Family.INET, "200", true), only(reading, Topic.ROUTES));
    }

    @Test
    void sectionMarksNameHostsAndCommands() {
        Reading reading = read("""
                ######## kiosk ########

                ==== ip neigh ====
                10.9.1.1 dev wlan0 lladdr 52:54:00:00:c0:01 STALE

                ==== ip rule ====

                ######## mill ########

                ----- ip neigh -----
                10.9.2.1 dev eth0 FAILED
                ### ip -6 neigh
                fe80::1 dev eth0 lladdr 52:54:00:00:c0:02 router REACHABLE
                """);
        assertEquals(List.of("kiosk", "kiosk", "mill", "mill"), hosts(reading));
        assertEquals(Reason.SECTION, reasons(reading).getFirst());
        assertEquals(new Coverage(Topic.RULES, Family.INET, null, true), only(reading, Topic.RULES));
        assertNull(reading.blocks().get(1).format());
        assertEquals(
                List.of(
                        new Coverage(Topic.NEIGHBOURS, null, null, true),
                        new Coverage(Topic.NEIGHBOURS, null, null, true),
                        new Coverage(Topic.NEIGHBOURS, Family.INET6, null, true)),
                coverage(reading, Topic.NEIGHBOURS).toList());
    }

    @Test
    void headPrintsFileNames() {
        Reading reading = read("""
                ==> kiosk/ip-neigh.txt <==
                10.9.1.1 dev wlan0 STALE

                ==> mill/ip-neigh.txt <==
                10.9.2.1 dev eth0 FAILED
                """);
        assertEquals(List.of("kiosk", "mill"), hosts(reading));
    }

    @Test
    void chatsAndQuotedMailsAreRead() {
        Reading reading = read("""
                [10:01] <kim> the cache on shelf-a (10.9.5.21) is fine, on shelf-b (10.9.5.22) refused
                [10:02] <lee> root@shelf-b:~# ss -ltn | grep 6379
                [10:02] <lee> LISTEN 0      511        127.0.0.1:6379       0.0.0.0:*
                [10:03] <kim> oh
                """, """
                On Tue, 3 Jun 2025 08:40:12 +0200 Kim wrote:
                > root@mill:~# ip neigh
                > 10.9.2.1 dev eth0 FAILED

                Thanks, and this is the other one.

                  root@kiosk:~# ip neigh
                  10.9.1.1 dev eth0 STALE

                So it was the cable, I will call Lee.
                """);
        assertEquals(List.of("shelf-b", "mill", "kiosk"), hosts(reading));
        assertEquals(1, of(reading, Socket.class).size());
        assertEquals(List.of(), reading.notUnderstood());
        assertEquals(new Coverage(Topic.LISTENERS, null, "6379", false), only(reading, Topic.LISTENERS));
    }

    @Test
    void bareOutputNeedsNoCommand() {
        Reading reading = read("""
                10.9.2.1 dev eth0 lladdr 52:54:00:00:c0:01 REACHABLE
                10.9.2.7 dev eth0 FAILED
                """);
        assertEquals(2, of(reading, Neighbour.class).size());
        assertEquals(new Coverage(Topic.NEIGHBOURS, null, null, false), only(reading, Topic.NEIGHBOURS));
    }

    @Test
    void proseIsNoEvidence() {
        Reading reading = read("""
                # Notes

                The default route of 10.9.2.0/24 is via 10.9.2.1 dev eth0, and 10.9.2.7 is FAILED.
                We tried tcpdump, ip route and ss -tln. Nobody listens on 10.9.2.7:443.
                """);
        assertTrue(reading.observations().stream().allMatch(o -> o.fact() instanceof Mention), reading::toString);
        assertEquals(List.of(), reading.notUnderstood());
        assertEquals(3, reading.tally().prose());
    }

    @Test
    void outputThatNobodyTakesIsNamedWithItsLines() {
        Reading reading = read("""
                $ frobnicate --all
                frob 1 is 17
                frob 2 is 18

                $ ip neigh
                10.9.2.7 dev eth0 FAILED
                Segmentation fault
                """);
        assertEquals(
                List.of(
                        new NotUnderstood("d1", 2, 3, "frob 1 is 17"),
                        new NotUnderstood("d1", 7, 7, "Segmentation fault")),
                reading.notUnderstood());
        assertFalse(only(reading, Topic.NEIGHBOURS).whole());
    }

    @Test
    void colourAndCarriageReturnsDoNotMatter() {
        Reading reading = read(
                "\u001b[1;32mroot@mill\u001b[0m:~# ip neigh\r\n10.9.2.7 dev eth0 \u001b[01;31m\u001b[KFAILED\u001b[m\u001b[K\r\n");
        assertEquals(
                "10.9.2.7 dev eth0 FAILED",
                of(reading, Neighbour.class).getFirst().origin().text());
        assertEquals(List.of("mill"), hosts(reading));
    }

    // -- how much was shown

    @Test
    void anExcerptIsNotWhole() {
        String interfaces = """
                2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                    link/ether 52:54:00:00:c0:09 brd ff:ff:ff:ff:ff:ff
                    inet 10.9.2.8/24 brd 10.9.2.255 scope global eth0
                       valid_lft forever preferred_lft forever
                """;
        String loopback = """
                1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN group default qlen 1000
                    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
                    inet 127.0.0.1/8 scope host lo
                       valid_lft forever preferred_lft forever
                """;
        assertTrue(only(read("$ ip addr\n" + loopback + interfaces + "$ date\n"), Topic.ADDRESSES)
                .whole());
        assertTrue(only(read(loopback + interfaces), Topic.ADDRESSES).whole());
        assertFalse(only(read("$ ip addr\n" + interfaces), Topic.ADDRESSES).whole());
        assertFalse(only(read("$ ip addr\n" + loopback + "[... 20 lines left out ...]\n"), Topic.ADDRESSES)
                .whole());
        assertFalse(
                only(read("$ ip addr | head -4\n" + loopback), Topic.ADDRESSES).whole());
        assertEquals(
                new Coverage(Topic.ADDRESSES, Family.INET, "eth0", true),
                only(read("$ ip -4 addr show dev eth0\n" + interfaces), Topic.ADDRESSES));
        assertEquals(
                2, of(read("$ ip addr\n" + loopback + interfaces), Link.class).size());
    }

    @Test
    void emptyOutputIsAListingWithoutEntries() {
        Reading reading = read("""
                root@mill:~# ip rule
                root@mill:~# ss -ltn sport = 5432
                root@mill:~# nft list ruleset
                root@mill:~# ip route show table all
                root@mill:~# lsof -i:22
                root@mill:~# ip -j neigh
                []
                root@mill:~# docker network ls > /tmp/x
                root@mill:~# date
                """);
        assertEquals(new Coverage(Topic.RULES, Family.INET, null, true), only(reading, Topic.RULES));
        assertEquals(new Coverage(Topic.FIREWALL_NFT, null, null, true), only(reading, Topic.FIREWALL_NFT));
        assertEquals(new Coverage(Topic.ROUTES, null, "all", true), only(reading, Topic.ROUTES));
        assertEquals(new Coverage(Topic.NEIGHBOURS, null, null, true), only(reading, Topic.NEIGHBOURS));
        assertEquals(
                List.of(
                        new Coverage(Topic.LISTENERS, null, "5432", true),
                        new Coverage(Topic.LISTENERS, null, "22", true)),
                coverage(reading, Topic.LISTENERS).toList());
        assertEquals(0, coverage(reading, Topic.DOCKER_NETWORKS).count());
    }

    @Test
    void anErrorIsNoEmptyListing() {
        Reading reading = read("""
                $ nft list ruleset
                Operation not permitted (you must be root)
                $ date
                """);
        assertEquals(0, coverage(reading, Topic.FIREWALL_NFT).count());
    }

    @Test
    void aCommandInACodeBlockWithoutAnyOutputSaysNothing() {
        assertEquals(0, read("""
                Look at the rules:
                ```
                ip rule
                ```

                Then reboot.
                """).blocks().size());
    }

    // -- hosts

    @Test
    void aClientsTargetIsNotItsPlace() {
        Reading reading = read("""
                On saw1, which I cannot reach:

                * Saw server

                ```
                $ ping -c 2 saw1
                PING saw1 (10.9.4.1) 56(84) bytes of data.

                --- saw1 ping statistics ---
                2 packets transmitted, 0 received, 100% packet loss, time 1001ms
                ```
                """);
        assertEquals(
                List.of((Object) "none"),
                hosts(reading).stream().map(h -> h == null ? "none" : h).toList());
    }

    @Test
    void descriptionsAreLinkedToNamesBySharedInterfaces() {
        Reading reading = read("""
                ## 磨坊服务器不通了

                * 磨坊服务器
                ```shell
                ping -c 1 mill1
                ```
                ```
                PING mill1 (10.9.2.8) 56(84) bytes of data.

                --- mill1 ping statistics ---
                1 packets transmitted, 0 received, 100% packet loss, time 0ms
                ```

                在 NAS 主机上看邻居

                ```
                $ ip neigh
                10.9.7.9 dev br-0a1b2c3d4e5f FAILED
                ```

                ## 日志

                ```
                Nov 20 14:25:24 nas7 kernel: br-0a1b2c3d4e5f: port 2(veth80039d3) entered disabled state
                ```

                ## 内核

                ```
                [   28.911290] br-0a1b2c3d4e5f: port 1(veth4974272) entered blocking state
                ```
                """);
        assertEquals("nas7", hosts(reading).get(1));
        assertEquals("nas7", hosts(reading).get(2));
        assertEquals("nas7", hosts(reading).get(3));
        assertTrue(reasons(reading).containsAll(List.of(Reason.WORDS, Reason.OUTPUT, Reason.SHARED_INTERFACE)));
    }

    @Test
    void hostnameNamesTheSectionsAroundIt() {
        Reading reading = read("""
                ==== hostname ====
                walrus
                ==== ip neigh ====
                10.9.2.7 dev eth0 FAILED
                """);
        assertEquals(List.of("walrus", "walrus"), hosts(reading));
    }

    @Test
    void aBlockWithoutWordsBelongsToWhoeverHoldsItsAddress() {
        Reading reading = read("""
                From kiosk (10.9.1.7) I cannot reach mill (10.9.2.8) port 22.

                ```
                2: eth0    inet 10.9.2.8/24 brd 10.9.2.255 scope global eth0\\       valid_lft forever preferred_lft forever
                ```
                """);
        assertEquals(List.of("mill"), hosts(reading));
        assertEquals(1, of(reading, Address.class).size());
    }

    @Test
    void oneHostMayBeSpeltWithAndWithoutItsDomain() {
        Reading reading = read("""
                root@mill:~# ip neigh
                10.9.2.7 dev eth0 FAILED
                """, """
                Nov 20 14:25:24 mill.example.org kernel: eth0: Link is Down
                """);
        assertEquals(List.of("mill", "mill"), hosts(reading));
    }

    @Test
    void aRemoteCommandRanThere() {
        Reading reading = read("""
                eva@kiosk:~$ ssh root@mill ip neigh
                10.9.2.7 dev eth0 FAILED
                """);
        assertEquals(List.of("mill"), hosts(reading));
    }

    // -- limits

    @Test
    void capturesAndJournalsAreNoText() {
        Reading reading = read("LPKSHHRH\0\0\0\0", "plain text");
        assertEquals(List.of(new Loss(Loss.Kind.NO_TEXT, "a binary journal", 1, "d1")), reading.losses());
    }

    @Test
    void theFirstAndTheLastFactsOfAKindAreKept() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append("10.9.").append(i / 250).append('.').append(i % 250).append(" dev eth0 FAILED\n");
        }
        Limits few = new Limits(1 << 16, 1 << 20, 10, 10, 10, 1 << 20, 100, 100, 200);
        Reading reading =
                Transcript.read("x", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), few);
        List<Integer> lines = of(reading, Neighbour.class).stream()
                .map(o -> o.origin().line())
                .toList();
        assertEquals(List.of(1, 2, 3, 4, 5, 996, 997, 998, 999, 1000), lines);
        assertEquals(List.of(new Loss(Loss.Kind.FACTS, "Neighbour", 990, "x")), reading.losses());
    }
}
