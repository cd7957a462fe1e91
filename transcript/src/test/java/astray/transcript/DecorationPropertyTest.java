package astray.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import astray.facts.Attribution;
import astray.facts.Coverage;
import astray.facts.Fact;
import astray.facts.Mention;
import astray.facts.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What stands around an output changes nothing of what it says. */
class DecorationPropertyTest {

    /** A command and what it printed, with how many facts are in it. */
    record Shown(String command, String output) {}

    private static final List<Shown> SHOWN = List.of(
            new Shown("ip neigh", "10.9.2.1 dev eth0 lladdr 52:54:00:00:c0:01 REACHABLE\n10.9.2.7 dev eth0 FAILED\n"),
            new Shown(
                    "ip rule",
                    "0:\tfrom all lookup local\n32766:\tfrom all lookup main\n32767:\tfrom all lookup default\n"),
            new Shown(
                    "ip route",
                    "default via 10.9.2.1 dev eth0\n10.9.2.0/24 dev eth0 proto kernel scope link src 10.9.2.8\n"),
            new Shown("ip addr show dev eth0", """
                    2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP group default qlen 1000
                        link/ether 52:54:00:00:c0:09 brd ff:ff:ff:ff:ff:ff
                        inet 10.9.2.8/24 brd 10.9.2.255 scope global eth0
                           valid_lft forever preferred_lft forever
                    """),
            new Shown("ss -ltn", """
                    State    Recv-Q   Send-Q   Local Address:Port   Peer Address:Port
                    LISTEN   0        128            0.0.0.0:22          0.0.0.0:*
                    """),
            new Shown("ping -c 1 10.9.2.7", """
                    PING 10.9.2.7 (10.9.2.7) 56(84) bytes of data.

                    --- 10.9.2.7 ping statistics ---
                    1 packets transmitted, 0 received, 100% packet loss, time 0ms

                    """),
            new Shown("tcpdump -ni eth0", """
                    tcpdump: verbose output suppressed, use -v[v]... for full protocol decode
                    listening on eth0, link-type EN10MB (Ethernet), snapshot length 262144 bytes
                    10:00:00.000001 ARP, Request who-has 10.9.2.7 tell 10.9.2.8, length 28
                    ^C
                    1 packet captured
                    1 packet received by filter
                    0 packets dropped by kernel
                    """),
            new Shown("dmesg", "[   28.911290] br0: port 1(veth4974272) entered disabled state\n"));

    private enum Around {
        NOTHING,
        QUOTED,
        CHAT,
        COLOURED,
        CRLF,
        INDENTED,
        TABBED,
        FENCED;

        String dress(String text) {
            return switch (this) {
                case NOTHING -> text;
                case QUOTED -> eachLine(text, "> ", "");
                case CHAT -> eachLine(text, "[09:02] <lee> ", "");
                case COLOURED -> eachLine(text, "\u001b[0;36m", "\u001b[0m\u001b[K");
                case CRLF -> eachLine(text, "", "\r");
                case INDENTED -> eachLine(text, "    ", "");
                case TABBED -> eachLine(text, "\t", "");
                case FENCED -> "```\n" + text + "```\n";
            };
        }

        private static String eachLine(String text, String before, String after) {
            StringBuilder dressed = new StringBuilder();
            text.lines()
                    .forEach(line ->
                            dressed.append(before).append(line).append(after).append('\n'));
            return dressed.toString();
        }
    }

    private enum Prompt {
        ROOT("root@mill:~# "),
        BRACKET("[root@mill ~]# "),
        USER("eva@mill:/etc$ sudo "),
        BUSYBOX("mill:~# ");

        final String text;

        Prompt(String text) {
            this.text = text;
        }
    }

    record Way(Prompt prompt, Around around) {}

    @Property(tries = 150)
    void factsDoNotDependOnWhatStandsAround(
            @ForAll("shown") @Size(min = 1, max = 6) List<Shown> shown, @ForAll("ways") Way way) {
        StringBuilder plain = new StringBuilder();
        StringBuilder other = new StringBuilder();
        for (Shown one : shown) {
            plain.append("root@mill:~# ").append(one.command).append('\n').append(one.output);
            other.append(way.prompt.text).append(one.command).append('\n').append(one.output);
        }
        plain.append("root@mill:~# date\n");
        other.append(way.prompt.text).append("date\n");
        Reading expected = TranscriptTest.read(plain.toString());
        Reading got = TranscriptTest.read(way.around.dress(other.toString()));
        assertEquals(facts(expected), facts(got));
        assertEquals(List.of(), got.notUnderstood());
        got.blocks().forEach(block -> assertEquals("mill", block.host()));
    }

    @Property(tries = 100)
    void proseBetweenOutputsChangesNothing(
            @ForAll("shown") @Size(min = 1, max = 6) List<Shown> shown, @ForAll("sentences") List<String> sentences) {
        StringBuilder plain = new StringBuilder();
        StringBuilder post = new StringBuilder();
        for (int i = 0; i < shown.size(); i++) {
            String session = "$ " + shown.get(i).command + "\n" + shown.get(i).output;
            plain.append(session);
            post.append(i < sentences.size() ? sentences.get(i) + "\n\n" : "")
                    .append("```\n")
                    .append(session)
                    .append("```\n\n");
        }
        assertEquals(facts(TranscriptTest.read(plain.toString())), facts(TranscriptTest.read(post.toString())));
    }

    private static List<Fact> facts(Reading reading) {
        Set<Class<?>> ofTheText = Set.of(Attribution.class, Mention.class);
        List<Fact> facts = new ArrayList<>();
        for (Observation<?> seen : reading.observations()) {
            // whether a listing is whole depends on what follows it
            if (!ofTheText.contains(seen.fact().getClass())) {
                facts.add(
                        seen.fact() instanceof Coverage c
                                ? new Coverage(c.topic(), c.family(), c.selector(), true)
                                : seen.fact());
            }
        }
        return facts;
    }

    @Provide
    Arbitrary<List<Shown>> shown() {
        return Arbitraries.of(SHOWN).list();
    }

    @Provide
    Arbitrary<Way> ways() {
        return Arbitraries.of(Prompt.class)
                .flatMap(p -> Arbitraries.of(Around.class).map(a -> new Way(p, a)));
    }

    @Provide
    Arbitrary<List<String>> sentences() {
        return Arbitraries.of(
                        "Then I looked at this.",
                        "## What the tools say",
                        "* another look",
                        "接着看下一个。",
                        "It is the same on both sides, so the cable is fine.",
                        "> As Kim said before")
                .list()
                .ofMaxSize(6);
    }
}
