package astray.packet.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.packet.LinkType;
import astray.packet.file.CaptureFile.Mixture;
import astray.packet.file.RotatingWriter.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PcapWriterTest {
    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0);

    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

    @Property(tries = 200)
    void whatIsWrittenIsReadAgain(
            @ForAll List<byte[]> packets,
            @ForAll boolean nanoseconds,
            @ForAll @IntRange(min = 0, max = 999_999) int micros)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapWriter writer = new PcapWriter(out, LinkType.RAW, 262144, nanoseconds)) {
            for (byte[] packet : packets) {
                long nanos = micros * 1000L + (nanoseconds ? 7 : 0);
                writer.write(ByteBuffer.wrap(packet), 0, packet.length, packet.length + 1, 77, nanos);
            }
            assertEquals(24 + packets.stream().mapToInt(p -> 16 + p.length).sum(), writer.written());
        }
        try (CaptureFile file = CaptureFile.read(new ByteArrayInputStream(out.toByteArray()), "-", Mixture.REFUSED)) {
            assertEquals(LinkType.RAW, file.linkType());
            assertEquals(nanoseconds, file.nanoseconds());
            for (byte[] packet : packets) {
                assertTrue(file.next());
                byte[] read = new byte[file.captured()];
                file.bytes().get(file.offset(), read);
                assertArrayEquals(packet, read);
                assertEquals(packet.length + 1, file.length());
                assertEquals(micros * 1000L + (nanoseconds ? 7 : 0), file.nanos());
            }
            assertFalse(file.next());
        }
    }

    @Test
    void packetsLongerThanTheBufferAreWrittenWhole() throws IOException {
        byte[] packet = new byte[700_000];
        packet[699_999] = 5;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PcapWriter writer = new PcapWriter(out, new LinkType(231), 1 << 20, false)) {
            writer.write(ByteBuffer.wrap(packet), 0, packet.length, packet.length, 1, 2);
        }
        assertEquals(24 + 16 + 700_000, out.size());
        assertEquals(5, out.toByteArray()[out.size() - 1]);
    }

    private RotatingWriter rotating(String name, Limits limits) throws IOException {
        return new RotatingWriter(
                file -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    files.put(file, out);
                    return out;
                },
                name,
                LinkType.ETHERNET,
                100,
                false,
                limits,
                ZoneOffset.UTC,
                1_700_000_000);
    }

    private static void write(RotatingWriter writer, int packets, long now) throws IOException {
        for (int i = 0; i < packets; i++) {
            writer.write(EMPTY, 0, 0, 0, 0, 0, now);
        }
    }

    @Test
    void aFileOverItsSizeIsFollowedByNumberedOnes() throws IOException {
        try (RotatingWriter writer = rotating("x", new Limits(40, 0, 0))) {
            write(writer, 5, 0);
        }
        // 24 + 16 is not over 40 yet, 24 + 32 is.
        assertEquals(List.of("x", "x1", "x2"), List.copyOf(files.keySet()));
        assertEquals(24 + 32, files.get("x1").size());
        assertEquals(24 + 16, files.get("x2").size());
    }

    @Test
    void aNumberOfFilesIsWrittenInARound() throws IOException {
        try (RotatingWriter writer = rotating("x", new Limits(1, 0, 11))) {
            write(writer, 12, 0);
        }
        assertEquals(11, files.size());
        assertTrue(files.containsKey("x00") && files.containsKey("x10"));
        assertEquals(24 + 16, files.get("x00").size());
    }

    @Test
    void aFileOverItsAgeIsFollowedByOneNamedAfterTheTime() throws IOException {
        try (RotatingWriter writer = rotating("x-%Y%m%d-%H%M%S-%s.pcap", new Limits(0, 60, 2))) {
            write(writer, 1, 1_700_000_059);
            write(writer, 1, 1_700_000_060);
            write(writer, 1, 1_700_000_119);
            assertFalse(writer.finished());
            write(writer, 1, 1_700_000_120);
            assertTrue(writer.finished());
        }
        assertEquals(
                List.of("x-20231114-221320-1700000000.pcap", "x-20231114-221420-1700000060.pcap"),
                List.copyOf(files.keySet()));
        assertEquals(24 + 32, files.get("x-20231114-221420-1700000060.pcap").size());
    }

    @Test
    void namesFollowStrftime() {
        assertEquals(
                "Tue Tuesday Nov November 14 14 318 23 10 PM 22:13:20 11/14/23 46 46 46 2 2 2023 20 % %Q %",
                TimePattern.format(
                        "%a %A %b %B %d %e %j %y %I %p %T %D %U %W %V %u %w %G %C %% %Q %",
                        1_700_000_000, ZoneOffset.UTC));
    }
}
