package astray.transcript.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Capture;
import astray.facts.Endpoint;
import astray.facts.Fact;
import astray.facts.Frame;
import astray.facts.IpAddress;
import astray.facts.Moment;
import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpdumpFormatTest {
    private final TcpdumpFormat format = new TcpdumpFormat();

    private static Endpoint end(String address) {
        return Endpoint.of(IpAddress.of(address), null);
    }

    private static Endpoint end(String address, int port) {
        return Endpoint.of(IpAddress.of(address), port);
    }

    private List<Fact> read(String fixture) {
        return Texts.read(format, Texts.fixture("capture/" + fixture), null);
    }

    private static List<Frame> frames(List<Fact> facts) {
        return facts.stream()
                .filter(Frame.class::isInstance)
                .map(Frame.class::cast)
                .toList();
    }

    private static List<Frame.Body> bodies(List<Fact> facts) {
        return frames(facts).stream().map(Frame::body).toList();
    }

    @Test
    void readsTheQuestionThatNobodyAnswers() {
        List<Fact> facts = Texts.read(format, """
                tcpdump: verbose output suppressed, use -v or -vv for full protocol decode
                listening on br-b1a37228308c, link-type EN10MB (Ethernet), capture size 262144 bytes

                11:59:17.123725 ARP, Request who-has 192.168.73.2 tell gpu1, length 28
                11:59:18.131063 ARP, Request who-has 192.168.73.2 tell gpu1, length 28
                """, null);
        Frame.Resolution asked =
                new Frame.Resolution(false, end("192.168.73.2"), new Endpoint(null, "gpu1", null, null, null), null);
        Moment at = new Moment.OfDay(LocalTime.of(11, 59, 17, 123_725_000));
        assertEquals(new Frame(at, null, null, null, null, asked), facts.getFirst());
        assertEquals(new Capture("br-b1a37228308c", "EN10MB", null, null), facts.getLast());
    }

    @Test
    void readsNamesWithTheirServices() {
        List<Fact> facts = Texts.read(
                format,
                "14:59:21.757214 IP gpu2.ssh > cpu1.60682: Flags [P.], seq 1:197, ack 4, win 501, length 196",
                null);
        assertEquals(
                List.of(new Frame.Tcp(
                        new Endpoint(null, "gpu2", 22, "ssh", null),
                        new Endpoint(null, "cpu1", 60682, null, null),
                        "P.",
                        "seq 1:197, ack 4, win 501",
                        196)),
                bodies(facts));
    }

    @Test
    void readsInterfacesAndDirectionsOfAny() {
        List<Fact> facts = read("any-n.txt");
        List<Frame> frames = frames(facts);
        assertEquals(40, frames.size());
        assertEquals("eth0", frames.getFirst().dev());
        assertEquals("B", frames.getFirst().direction());
        assertEquals(
                new Frame.Resolution(true, end("10.20.0.1"), null, "02:00:5e:10:00:01"),
                frames.get(1).body());
        assertEquals(
                new Frame.Icmp(end("10.20.0.2"), end("10.20.0.1"), "echo request, id 7623, seq 1, length 64"),
                frames.get(2).body());
        assertEquals(new Capture("any", "LINUX_SLL2", 40L, 0L), facts.getLast());
    }

    @Test
    void readsEachKindOfPacket() {
        List<Frame.Body> bodies = bodies(read("eth0-n.txt"));
        assertEquals(new Frame.Resolution(false, end("2001:db8:20::1"), end("2001:db8:20::2"), null), bodies.get(7));
        assertEquals(new Frame.Resolution(true, end("2001:db8:20::1"), null, null), bodies.get(8));
        assertEquals(
                new Frame.Icmp(end("2001:db8:20::2"), end("2001:db8:20::1"), "echo request, id 7681, seq 1, length 64"),
                bodies.get(9));
        Frame.Tcp reset = assertInstanceOf(Frame.Tcp.class, bodies.get(22));
        assertTrue(reset.resets());
        assertEquals(end("10.20.0.1", 81), reset.source());
        assertEquals(0, reset.length());
        assertEquals(new Frame.Udp(end("10.20.0.2", 51613), end("10.20.0.1", 33437), "UDP, length 12"), bodies.get(23));
        assertEquals(
                new Frame.Icmp(end("10.20.0.1"), end("10.20.0.2"), "10.20.0.1 udp port 33437 unreachable, length 48"),
                bodies.get(24));
        assertEquals(
                new Frame.Udp(end("10.20.0.2", 51613), end("10.20.0.1", 53), "4660+ A? example.com. (29)"),
                bodies.get(25));
        assertEquals(new Frame.Other(null, null, "ethertype Unknown (0x88b5), length 60:"), bodies.get(33));
        assertEquals(new Frame.Other(end("10.20.0.2"), end("224.0.0.5"), "OSPFv2, Hello, length 24"), bodies.get(36));
    }

    @Test
    void readsLinkLayers() {
        Frame ethernet = frames(read("eth0-e.txt")).getFirst();
        assertEquals("02:00:5e:10:00:02", ethernet.sourceMac());
        assertEquals("ff:ff:ff:ff:ff:ff", ethernet.destinationMac());
        assertEquals(new Frame.Resolution(false, end("10.20.0.1"), end("10.20.0.2"), null), ethernet.body());
        Frame named = frames(read("eth0-e-names.txt")).getFirst();
        assertEquals(ethernet, named);
        Frame cooked = frames(read("any-e.txt")).get(1);
        assertEquals("02:00:5e:10:00:01", cooked.sourceMac());
        assertEquals("Out", cooked.direction());
        assertEquals(
                new Frame(null, null, "In", "02:63:35:a5:98:e1", null, ethernet.body()),
                Texts.read(
                                format,
                                "  In 02:63:35:a5:98:e1 ethertype ARP (0x0806), length 44: Request who-has 10.20.0.1"
                                        + " tell 10.20.0.2, length 28",
                                null)
                        .getFirst());
    }

    @Test
    void readsTheTwoLinesOfVerboseOutputAsOneFrame() {
        assertSameKinds(read("eth0-q.txt"), read("eth0-v.txt"));
        assertSameKinds(read("eth0-e.txt"), read("eth0-ev.txt"));
        List<Frame.Body> bodies = bodies(read("eth0-v.txt"));
        Frame.Tcp opening = assertInstanceOf(Frame.Tcp.class, bodies.get(15));
        assertTrue(opening.opens());
        assertEquals(new Frame.Resolution(true, end("2001:db8:20::1"), null, "02:00:5e:10:00:01"), bodies.get(8));
        assertEquals(frames(read("any-t.txt")).size(), frames(read("any-v.txt")).size());
    }

    private static void assertSameKinds(List<Fact> plain, List<Fact> verbose) {
        List<Frame> expected = frames(plain);
        List<Frame> frames = frames(verbose);
        assertEquals(expected.size(), frames.size());
        for (int i = 0; i < frames.size(); i++) {
            assertEquals(expected.get(i).at(), frames.get(i).at());
            assertEquals(expected.get(i).body().getClass(), frames.get(i).body().getClass(), "frame " + i);
        }
    }

    @Test
    void readsTheTimesOfEachOption() {
        assertEquals(
                new Moment.Dated(LocalDateTime.of(2026, 11, 23, 5, 4, 53, 175_890_000), ZoneOffset.UTC),
                frames(read("eth0-tt.txt")).getFirst().at());
        assertEquals(
                new Moment.Dated(LocalDateTime.of(2026, 11, 23, 5, 4, 53, 175_890_000), null),
                frames(read("eth0-tttt.txt")).getFirst().at());
        assertEquals(
                new Moment.Elapsed(Duration.ofNanos(19_000), false),
                frames(read("eth0-ttt.txt")).get(1).at());
        Command fifth = new Command("tcpdump -nttttt", List.of("tcpdump", "-nttttt"), false);
        assertEquals(
                new Moment.Elapsed(Duration.ofNanos(24_000), true),
                frames(Texts.read(format, Texts.fixture("capture/eth0-ttttt.txt"), fifth))
                        .get(2)
                        .at());
        assertNull(frames(read("eth0-t.txt")).getFirst().at());
        assertEquals(
                frames(read("eth0-q.txt")).size(),
                frames(read("eth0-count.txt")).size());
    }

    @Test
    void goesPastDumpsOfPackets() {
        List<Fact> hex = read("eth0-X.txt");
        assertEquals(bodies(hex), bodies(read("eth0-A.txt")));
        assertEquals(14, frames(hex).size());
    }

    @Test
    void readsOldLines() {
        List<Fact> facts = Texts.read(format, """
                tcpdump: listening on eth0
                12:01:02.345678 arp who-has 10.0.0.9 tell 10.0.0.1
                12:01:02.345999 arp reply 10.0.0.9 is-at 00:50:56:00:00:09
                12:01:02.346000 10.0.0.1.1025 > 10.0.0.9.22: S 100:100(0) win 5840 <mss 1460,sackOK> (DF)
                12:01:02.346100 IP 10.0.0.9.22 > 10.0.0.1.1025: S 7:7(0) ack 101 win 5792 <mss 1460>
                12:01:02.346200 IP 10.0.0.9 > 10.0.0.1: icmp 64: echo reply seq 1
                """, null);
        List<Frame.Body> bodies = bodies(facts);
        assertEquals(new Frame.Resolution(true, end("10.0.0.9"), null, "00:50:56:00:00:09"), bodies.get(1));
        assertTrue(assertInstanceOf(Frame.Tcp.class, bodies.get(2)).opens());
        assertTrue(assertInstanceOf(Frame.Tcp.class, bodies.get(3)).accepts());
        assertEquals(new Frame.Icmp(end("10.0.0.9"), end("10.0.0.1"), "echo reply seq 1"), bodies.get(4));
        assertEquals(new Capture("eth0", null, null, null), facts.getLast());
    }

    @Test
    void readsACaptureThatSawNothing() {
        List<Fact> facts = Texts.read(format, """
                tcpdump: data link type LINUX_SLL2
                dropped privs to tcpdump
                tcpdump: verbose output suppressed, use -v[v]... for full protocol decode
                listening on any, link-type LINUX_SLL2 (Linux cooked v2), snapshot length 262144 bytes
                ^C
                0 packets captured
                1 packet received by filter
                0 packets dropped by kernel
                """, null);
        assertEquals(List.of(new Capture("any", "LINUX_SLL2", 0L, 0L)), facts);
    }

    @Test
    void endsWithItsCapture() {
        List<Fact> facts = Texts.readAny(format, """
                11:59:17.123725 ARP, Request who-has 192.168.73.2 (ff:ff:ff:ff:ff:ff) tell gpu1, length 28
                ^C1 packet captured
                So nobody answered.
                """, null, false);
        assertEquals(2, facts.size());
        assertFalse(format.reader((fact, line, text) -> {}, null)
                .accept(Texts.lines("So nobody answered.").getFirst()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12:00:01.123456 write(1, \"x\", 1) = 1",
                "IP addresses were exchanged > see below: none",
                "[   28.911290] br-b1a37228308c: port 1(veth4974272) entered blocking state",
                "listening on port 8080",
                "10 packets transmitted, 0 received, 100% packet loss, time 9000ms",
                "64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.1 ms",
                "2023-11-22 11:59:17 INFO started",
                "1: lo: <LOOPBACK,UP> mtu 65536",
                "In 2023 we moved",
                "arp -an",
                "ARP, the protocol, asks who has an address",
                "IP from > to: what I saw"
            })
    void leavesOtherTextsAlone(String text) {
        assertEquals(Format.NO, format.recognise(Texts.lines(text), null));
    }

    @Property
    void printedIsReadAgain(@ForAll("captures") List<Fact> facts) {
        Texts.assertRoundTrip(format, facts);
    }

    @Property(tries = 100)
    void printedTimesSinceTheFirstLineAreReadAgain(@ForAll("sinceFirst") List<Frame> frames) {
        Command command = new Command("tcpdump -n -ttttt", List.of("tcpdump", "-n", "-ttttt"), false);
        assertEquals(frames, Texts.read(format, Texts.print(format, frames), command));
    }

    @Provide
    Arbitrary<List<Frame>> sinceFirst() {
        return FrameArbitraries.frames(FrameArbitraries.deltas(true))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<Fact>> captures() {
        Arbitrary<Capture> captures = Combinators.combine(
                        Arbitraries.of("any", "br-b1a37228308c").injectNull(0.3),
                        Arbitraries.of("EN10MB", "LINUX_SLL2", "X25"),
                        Arbitraries.longs().between(0, 9_999_999).injectNull(0.3),
                        Arbitraries.longs().between(0, 9_999_999).injectNull(0.3))
                .as(Capture::new);
        Arbitrary<List<Frame>> frames = Arbitraries.of(
                        FrameArbitraries.timesOfDay(),
                        FrameArbitraries.epochs(),
                        FrameArbitraries.dates(),
                        FrameArbitraries.deltas(false))
                .flatMap(times ->
                        FrameArbitraries.frames(times).list().ofMinSize(1).ofMaxSize(20));
        return Combinators.combine(frames, captures.injectNull(0.3)).as((list, capture) -> {
            List<Fact> facts = new ArrayList<>(list);
            if (capture != null) {
                facts.add(capture);
            }
            return facts;
        });
    }
}
