package astray.collect.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.collect.CaseFiles;
import astray.facts.Capture;
import astray.facts.Fact;
import astray.facts.Frame;
import astray.facts.FrameCount;
import astray.facts.Observation;
import astray.transcript.Limits;
import astray.transcript.Reading;
import astray.transcript.Transcript;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("unit")
class CapturesTest {
    private static final Path CASES = Path.of(System.getProperty("astray.root", ".."), "cases");
    private static final Path INCIDENT = CASES.resolve("capture-any-and-addresses");

    private static Reading read(Path... paths) throws Exception {
        return CaseFiles.read(
                List.of(paths).stream().map(Path::toString).toList(),
                InputStream.nullInputStream(),
                Limits.STANDARD,
                Set.of());
    }

    private static <F extends Fact> List<Observation<?>> of(Reading reading, Class<F> kind) {
        return reading.observations().stream()
                .filter(seen -> kind.isInstance(seen.fact()))
                .toList();
    }

    /** Without what only a capture holds: the date, the link-layer addresses. */
    private static List<String> told(List<Observation<?>> frames) {
        List<String> told = new ArrayList<>();
        for (Observation<?> seen : frames) {
            Frame frame = (Frame) seen.fact();
            told.add(frame.dev() + " " + frame.direction() + " " + frame.body());
        }
        return told;
    }

    /** The text is tcpdump's own of that file, with the interfaces' right names. */
    @Test
    void framesOfACaptureAreThoseThatTcpdumpsLinesTell() throws Exception {
        Reading capture = read(INCIDENT.resolve("ip-addr.txt"), INCIDENT.resolve("any.pcap"));
        Reading text;
        try (InputStream in = Objects.requireNonNull(CapturesTest.class.getResourceAsStream("/captures/any.txt"))) {
            text = Transcript.read("any.txt", in, Limits.STANDARD);
        }
        List<String> lines = told(of(text, Frame.class));
        List<Observation<?>> frames = of(capture, Frame.class);
        assertEquals(43, lines.size());
        assertTrue(frames.size() > 30, () -> frames.size() + " frames");
        for (Observation<?> seen : frames) {
            assertEquals(
                    lines.get(seen.origin().line() - 1), told(List.of(seen)).getFirst());
        }
    }

    @Test
    void whatIsNotListedIsCounted() throws Exception {
        Reading capture = read(INCIDENT.resolve("ip-addr.txt"), INCIDENT.resolve("any.pcap"));
        long listed = of(capture, Frame.class).size();
        long more = 0;
        for (Observation<?> seen : of(capture, FrameCount.class)) {
            FrameCount count = (FrameCount) seen.fact();
            long like = of(capture, Frame.class).stream()
                    .map(frame -> (Frame) frame.fact())
                    .filter(frame -> kind(frame).equals(kind(count.like())))
                    .count();
            assertTrue(count.count() > like, () -> count + " of " + like);
            more += count.count() - like;
        }
        assertEquals(43, listed + more);
        assertEquals(
                new Capture("any", "LINUX_SLL2", 43L, null),
                of(capture, Capture.class).getFirst().fact());
    }

    private static String kind(Frame frame) {
        return frame.body() instanceof Frame.Tcp tcp
                ? frame.dev()
                        + frame.direction()
                        + tcp.source()
                        + tcp.destination()
                        + tcp.flags().replace("P", "")
                        + Integer.valueOf(0).equals(tcp.length())
                : frame.dev() + frame.direction() + frame.body();
    }

    @Test
    void indexesWithoutNamesAreNoInterfacesButAreQuoted() throws Exception {
        Reading alone = read(INCIDENT.resolve("any.pcap"));
        for (Observation<?> seen : of(alone, Frame.class)) {
            Frame frame = (Frame) seen.fact();
            assertNull(frame.dev());
            assertTrue(seen.origin().text().contains(" if"), seen.origin().text());
        }
    }

    /** Made after a restart: the bridge and its port have other numbers than when the capture was made. */
    @Test
    void numbersThatLinkLayerAddressesContradictGiveNoNames(@TempDir Path folder) throws Exception {
        String listing = Files.readString(INCIDENT.resolve("ip-addr.txt"));
        Path later = Files.writeString(
                folder.resolve("ip-addr.txt"),
                listing.replace("2: eno1@", "12: eno1@").replace("3: br-b1a37228308c:", "2: br-b1a37228308c:"));
        Reading reading = read(later, INCIDENT.resolve("any.pcap"));
        for (Observation<?> seen : of(reading, Frame.class)) {
            Frame frame = (Frame) seen.fact();
            boolean ssh = frame.body() instanceof Frame.Tcp;
            assertEquals(ssh || seen.origin().line() < 3 ? "eno1" : "br-b1a37228308c", frame.dev(), seen::toString);
        }
    }

    @Test
    void captureIsOfTheHostWhoseAddressesWentOut(@TempDir Path folder) throws Exception {
        Files.copy(INCIDENT.resolve("any.pcap"), folder.resolve("x.pcap"));
        Files.writeString(
                folder.resolve("a.txt"), "root@gpu1:~# ip addr\n" + Files.readString(INCIDENT.resolve("ip-addr.txt")));
        Files.writeString(
                folder.resolve("b.txt"),
                "root@laptop:~# ip addr\n"
                        + "2: en0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP group default\n"
                        + "    link/ether 5a:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff\n"
                        + "    inet 192.168.73.2/24 scope global en0\n");
        for (Observation<?> seen : of(read(folder), Frame.class)) {
            assertEquals("gpu1", seen.origin().host());
        }
    }

    @Test
    void captureIsOfTheHostThatItsPathNamesWhenNothingElseTells(@TempDir Path folder) throws Exception {
        Path below = Files.createDirectories(folder.resolve("kiosk"));
        Files.copy(INCIDENT.resolve("any.pcap"), below.resolve("x.pcap"));
        assertEquals("kiosk", of(read(folder), Frame.class).getFirst().origin().host());
    }
}
