package astray.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.Fact;
import astray.transcript.Block;
import astray.transcript.Limits;
import astray.transcript.Loss;
import astray.transcript.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFilesTest {
    private static final String NEIGHBOUR = "10.9.2.7 dev eth0 FAILED\n";

    /** A pcap file with one ARP request on Ethernet. */
    private static final String ARP_IN_VAIN =
            "d4c3b2a1020004000000000000000000000004000100000000000000000000002a0000002a000000"
                    + "ffffffffffff0242691287eb08060001080006040001" + "0242691287ebc0a84001000000000000c0a84902";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Reading read(Object... paths) throws CaseException {
        return CaseFiles.read(
                List.of(paths).stream().map(Object::toString).toList(),
                InputStream.nullInputStream(),
                Limits.STANDARD,
                Set.of());
    }

    @Test
    void standardInputIsNamedByAHyphen() throws CaseException {
        Reading reading = CaseFiles.read(
                List.of("-"),
                new ByteArrayInputStream(NEIGHBOUR.getBytes(StandardCharsets.UTF_8)),
                Limits.STANDARD,
                Set.of());
        assertEquals("-", reading.blocks().getFirst().document());
    }

    @Test
    void filesOfAFolderAreReadByNameAndTheirPlacesNameHosts() throws Exception {
        write("mill/ip-neigh.txt", NEIGHBOUR);
        write("kiosk-ip-neigh.txt", NEIGHBOUR);
        write("saw/session.txt", "root@saw9:~# ip neigh\n" + NEIGHBOUR);
        write(".hidden", NEIGHBOUR);
        write("x.expected.json", "{}");
        write("photo.png", "\u0089PNG");
        Reading reading = read(folder);
        assertEquals(
                List.of("kiosk", "mill", "saw9"),
                reading.blocks().stream().map(Block::host).toList());
        assertEquals("ip neigh", reading.blocks().getFirst().command());
        assertEquals(
                List.of("hidden", "no text, by its name", "an expected verdict"),
                reading.losses().stream().map(Loss::what).toList());
    }

    @Test
    void compressedAndWideTextIsText() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(NEIGHBOUR.getBytes(StandardCharsets.UTF_8));
        }
        Path gz = Files.write(folder.resolve("a.txt.gz"), bytes.toByteArray());
        Path wide = Files.write(folder.resolve("b.txt"), ("\ufeff" + NEIGHBOUR).getBytes(StandardCharsets.UTF_16BE));
        Path broken = Files.write(folder.resolve("c.gz"), java.util.Arrays.copyOf(bytes.toByteArray(), 20));
        assertEquals(1, read(gz).blocks().size());
        assertEquals(1, read(wide).blocks().size());
        assertEquals(Loss.Kind.BROKEN_OFF, read(broken).losses().getFirst().kind());
    }

    @Test
    void captureWithoutItsHeaderIsOneLineWithOffsetAndInAFolderIsLeftOut() throws Exception {
        Path pcap = Files.write(folder.resolve("x.pcap"), HexFormat.of().parseHex("d4c3b2a102000400"));
        write("ip-neigh.txt", NEIGHBOUR);
        String trouble = "offset 0: truncated dump file; tried to read 24 file header bytes, only got 8";
        assertEquals(
                pcap + ": " + trouble,
                assertThrows(CaseException.class, () -> read(pcap)).getMessage());
        Reading reading = read(folder);
        assertEquals(List.of(new Loss(Loss.Kind.CAPTURE_BROKEN_OFF, trouble, 1, pcap.toString())), reading.losses());
        assertEquals(1, reading.blocks().size());
    }

    @Test
    void captureIsReadFromAFileCompressedOrNotAndFromStandardInput() throws Exception {
        byte[] bytes = HexFormat.of().parseHex(ARP_IN_VAIN);
        Path plain = Files.write(folder.resolve("a.pcap"), bytes);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        Path gz = Files.write(folder.resolve("a.pcap.gz"), zipped.toByteArray());
        List<Fact> facts = facts(read(plain));
        assertEquals(2, facts.size());
        assertEquals(facts, facts(read(gz)));
        assertEquals(
                facts,
                facts(CaseFiles.read(
                        List.of("-"), new ByteArrayInputStream(zipped.toByteArray()), Limits.STANDARD, Set.of())));
    }

    /** A Zstandard frame of one block that is not compressed; its window is 1 KB. */
    private static byte[] framed(byte[] plain) {
        String head = "28b52ffd 0000 %02x%02x00".formatted((plain.length << 3 | 1) & 0xff, plain.length >>> 5);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(HexFormat.of().parseHex(head.replace(" ", "")));
        frame.writeBytes(plain);
        return frame.toByteArray();
    }

    @Test
    void zstandardIsReadFromFilesFoldersAndStandardInput() throws Exception {
        byte[] text = framed(NEIGHBOUR.getBytes(StandardCharsets.UTF_8));
        byte[] capture = framed(HexFormat.of().parseHex(ARP_IN_VAIN));
        Path file = Files.write(folder.resolve("a.pcap.zst"), capture);
        assertEquals(2, facts(read(file)).size());
        assertEquals(
                facts(read(file)),
                facts(CaseFiles.read(List.of("-"), new ByteArrayInputStream(capture), Limits.STANDARD, Set.of())));
        Files.write(folder.resolve("ip-neigh.txt.zst"), text);
        Reading reading = read(folder);
        assertEquals(2, reading.blocks().size(), "the capture and the text");
        assertEquals(List.of(), reading.losses());
        Path broken = Files.write(folder.resolve("ip-neigh.txt.zst"), java.util.Arrays.copyOf(text, text.length - 1));
        assertEquals(
                List.of(Loss.Kind.BROKEN_OFF),
                read(broken).losses().stream().map(Loss::kind).toList());
    }

    @Test
    void zstandardWithTooWideAWindowIsRefusedAndInAFolderLeftOut() throws Exception {
        Path wide = Files.write(folder.resolve("x.zst"), HexFormat.of().parseHex("28b52ffd0088"));
        write("ip-neigh.txt", NEIGHBOUR);
        String trouble = "Zstandard window of 134217728 bytes; no more than 8388608 are supported";
        assertEquals(
                wide + ": " + trouble,
                assertThrows(CaseException.class, () -> read(wide)).getMessage());
        Reading reading = read(folder);
        assertEquals(List.of(new Loss(Loss.Kind.SKIPPED_FILES, trouble, 1, wide.toString())), reading.losses());
        assertEquals(1, reading.blocks().size());
    }

    @Test
    void captureThatBreaksOffIsReadToThatPlace() throws Exception {
        byte[] bytes = HexFormat.of().parseHex(ARP_IN_VAIN + "00000000");
        Path file = Files.write(folder.resolve("a.pcap"), bytes);
        Reading reading = read(file);
        assertEquals(2, facts(reading).size());
        assertEquals(
                List.of(new Loss(
                        Loss.Kind.CAPTURE_BROKEN_OFF,
                        "offset 82: truncated dump file; tried to read 16 header bytes, only got 4",
                        1,
                        file.toString())),
                reading.losses());
    }

    private static List<Fact> facts(Reading reading) {
        return reading.observations().stream().<Fact>map(seen -> seen.fact()).toList();
    }

    @Test
    void whatCannotBeReadIsOneLineWithPathAndReason() throws Exception {
        assertEquals(
                folder.resolve("none") + ": no such file or folder",
                assertThrows(CaseException.class, () -> read(folder.resolve("none")))
                        .getMessage());
        Path loop = Files.createDirectories(folder.resolve("a/b"));
        Files.createSymbolicLink(loop.resolve("up"), folder);
        CaseException caught = assertThrows(CaseException.class, () -> read(folder));
        assertTrue(caught.getMessage().endsWith(": a loop of folders"), caught.getMessage());
        assertTrue(assertThrows(CaseException.class, () -> read("nul\0l"))
                .getMessage()
                .endsWith("not a path"));
    }
}
