package astray.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFilesTest {
    private static final String NEIGHBOUR = "10.9.2.7 dev eth0 FAILED\n";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Reading read(Object... paths) throws CaseException {
        return CaseFiles.read(
                List.of(paths).stream().map(Object::toString).toList(), InputStream.nullInputStream(), Limits.STANDARD);
    }

    @Test
    void standardInputIsNamedByAHyphen() throws CaseException {
        Reading reading = CaseFiles.read(
                List.of("-"), new ByteArrayInputStream(NEIGHBOUR.getBytes(StandardCharsets.UTF_8)), Limits.STANDARD);
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
    void capturesAreSaidToBeNoText() throws Exception {
        Path pcap = Files.write(
                folder.resolve("x.pcap"), new byte[] {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1, 2, 0, 4, 0});
        assertEquals(
                List.of(new Loss(Loss.Kind.NO_TEXT, "a pcap capture", 1, pcap.toString())),
                read(pcap).losses());
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
