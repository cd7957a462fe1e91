package astray.packet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.packet.LinkType;
import astray.packet.file.CaptureFile;
import astray.testkit.Commands;
import astray.testkit.NeedsTool;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTextTest {
    private static final int[] LINK_TYPES = {0, 1, 9, 12, 50, 51, 101, 108, 113, 166, 228, 229, 276};

    private static Path fixture(String name) throws URISyntaxException {
        URL found = PacketTextTest.class.getResource("/astray/packet/fixtures/" + name);
        if (found == null) {
            throw new AssertionError("no fixture " + name);
        }
        return Path.of(found.toURI());
    }

    private static List<String> lines(Path file) throws IOException {
        Line line = new Line();
        PacketText text = new PacketText(PrintOptions.PLAIN, PacketText.Bytes.NONE, Names.NONE, line);
        List<String> lines = new ArrayList<>();
        try (CaptureFile capture = CaptureFile.open(file)) {
            while (capture.next()) {
                byte[] packet = new byte[capture.captured()];
                capture.bytes().get(capture.offset(), packet);
                line.cut(0);
                text.print(capture.linkType().number(), packet, 0, packet.length, capture.length());
                lines.add(line.toString());
            }
        }
        return lines;
    }

    /** One conversation of real programs on Ethernet: ARP, ICMP, TCP, UDP, in both versions of IP. */
    @Test
    @NeedsTool("tcpdump")
    void aConversationReadsAsTheOriginalPrintsIt() throws Exception {
        Path file = fixture("conversation.pcap");
        String expected = Commands.must(List.of("tcpdump", "-t", "-n", "-r", file.toString()));
        assertEquals(expected.lines().toList(), lines(file));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void whateverIsCutOffEndsTheLineAndNothingElse(int seed) throws Exception {
        Random random = new Random(seed);
        Line line = new Line();
        PacketText text = new PacketText(PrintOptions.PLAIN, PacketText.Bytes.BOTH, Names.NONE, line);
        try (CaptureFile capture = CaptureFile.open(fixture("conversation.pcap"))) {
            while (capture.next()) {
                byte[] packet = new byte[random.nextInt(capture.captured() + 1)];
                capture.bytes().get(capture.offset(), packet);
                line.cut(0);
                text.print(capture.linkType().number(), packet, 0, packet.length, capture.length());
                assertTrue(line.length() > 0, "something is printed of every packet");
            }
        }
    }

    @Test
    void datesAreThoseOfTheCalendar() {
        assertEquals("1970-01-01", TimeText.date(0));
        assertEquals("2000-02-29", TimeText.date(11_016));
        assertEquals("2106-02-07", TimeText.date(49_710));
        for (long day = -1000; day < 60_000; day += 37) {
            assertEquals(java.time.LocalDate.ofEpochDay(day).toString(), TimeText.date(day));
        }
    }

    @Test
    void lengthsThatMakeNoSenseAreSaidToBe() {
        Line line = new Line();
        PacketText text = new PacketText(PrintOptions.PLAIN, PacketText.Bytes.NONE, Names.NONE, line);
        assertTrue(text.isInvalid(74, 5));
        assertEquals("[Invalid header: len(5) < caplen(74)]", line.toString());
    }

    @FuzzTest(maxDuration = "30s")
    @Tag("fuzz")
    void anyBytesArePrintedWithoutAccident(byte[] bytes) {
        for (int verbosity = 0; verbosity < 4; verbosity++) {
            PrintOptions options = new PrintOptions(
                    verbosity,
                    0,
                    true,
                    false,
                    (verbosity & 1) == 0,
                    false,
                    false,
                    false,
                    false,
                    false,
                    (verbosity & 2) == 0,
                    PrintOptions.Forced.NONE);
            Line line = new Line();
            PacketText text = new PacketText(options, PacketText.Bytes.BOTH, Names.NONE, line);
            for (int linkType : LINK_TYPES) {
                assertTrue(PacketText.isKnown(linkType));
                line.cut(0);
                text.print(linkType, bytes, 0, bytes.length, bytes.length);
                // no packet may fill the memory with its text
                assertTrue(line.length() < 4096 + 600 * (bytes.length + 1), () -> "" + line.length());
            }
        }
    }

    @Test
    void linkTypesAreThoseOfTheFiles() {
        assertTrue(PacketText.isKnown(LinkType.ETHERNET.number()));
        assertTrue(PacketText.isKnown(LinkType.LINUX_SLL2.number()));
    }
}
