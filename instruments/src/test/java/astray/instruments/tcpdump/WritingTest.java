package astray.instruments.tcpdump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.packet.LinkType;
import astray.packet.file.PcapWriter;
import astray.testkit.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets from a file into files, and what a command line refuses. */
class WritingTest {
    private static final int PACKETS = 40;
    private static final int FRAME = 60;

    /** An ARP request for 10.8.0.0 + n. */
    private static byte[] frame(int n) {
        byte[] frame = new byte[FRAME];
        byte[] head = HexFormat.of()
                .parseHex("ffffffffffff02000000000108060001080006040001020000000001" + "0a0800010000000000000a0800");
        System.arraycopy(head, 0, frame, 0, head.length);
        frame[41] = (byte) n;
        return frame;
    }

    @TempDir
    Path folder;

    private Path made;

    @BeforeEach
    void make() throws IOException {
        made = folder.resolve("made.pcap");
        try (OutputStream out = Files.newOutputStream(made);
                PcapWriter writer = new PcapWriter(out, LinkType.ETHERNET, 262_144, false)) {
            for (int i = 0; i < PACKETS; i++) {
                writer.write(ByteBuffer.wrap(frame(i)), 0, FRAME, FRAME, 1_700_000_000L + i, 123_456_000L);
            }
        }
    }

    private Result run(String line) throws IOException {
        return Runs.run(Runs.words(line.replace("MADE", made.toString()).replace("DIR", folder.toString())));
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Test
    void copyIsTheSameFile() throws IOException {
        assertEquals(0, run("-r MADE -w DIR/copy").status());
        assertArrayEquals(Files.readAllBytes(made), bytes("copy"));
        assertArrayEquals(Files.readAllBytes(made), run("-r MADE -w -").out().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void selectedPacketsAreWrittenAndPrintedWhenAskedFor() throws IOException {
        Result both = run("-t -n -r MADE -w DIR/some --print arp[27] < 3");
        assertEquals(3, both.out().lines().count());
        assertEquals(24 + 3 * (16 + FRAME), bytes("some").length);
        assertEquals("", run("-t -n -r MADE -w DIR/some arp[27] < 3").out());
    }

    @Test
    void filesChangeWhenTheyAreOverTheirSize() throws IOException {
        // a file of 24 bytes and 14 packets of 76 is over 1 KiB; the next begins with the 15th
        run("-r MADE -C 1k -w DIR/part");
        assertEquals(24 + 14 * 76, bytes("part").length);
        assertEquals(24 + 14 * 76, bytes("part1").length);
        assertEquals(24 + 12 * 76, bytes("part2").length);
        run("-r MADE -C 1k -W 2 -w DIR/ring");
        assertEquals(24 + 12 * 76, bytes("ring0").length, "the third replaces the first");
        assertEquals(24 + 14 * 76, bytes("ring1").length);
        assertFalse(Files.exists(folder.resolve("ring2")));
    }

    @Test
    void nameByAgeIsOfTheTime() throws IOException {
        run("-r MADE -G 3600 -w DIR/at-%Y");
        try (var names = Files.newDirectoryStream(folder, "at-*")) {
            for (Path name : names) {
                assertTrue(name.getFileName().toString().matches("at-20\\d\\d"), name.toString());
                assertEquals(24 + PACKETS * 76, Files.size(name));
            }
        }
    }

    @Test
    void listOfFilesIsReadOneAfterTheOther() throws IOException {
        Files.write(folder.resolve("list"), List.of(made.toString(), made.toString()));
        Result result = run("-t -n -# -V DIR/list");
        assertEquals(2 * PACKETS, result.out().lines().count());
        assertTrue(result.out().contains("   80  ARP, Request who-has 10.8.0.39"), result.out());
        assertEquals("80 packets\n", run("--count -V DIR/list").out());
        assertEquals(2, result.err().lines().count());
    }

    @Test
    void skippedPacketsKeepTheirNumbers() throws IOException {
        assertEquals(
                "    4  ARP, Request who-has 10.8.0.3 tell 10.8.0.1, length 46\n",
                run("-t -n -# --skip 3 -c 1 -r MADE").out());
    }

    @Test
    void expressionOfAFileHasComments() throws IOException {
        Files.writeString(folder.resolve("filter"), "arp # and nothing else\nand arp[27] = 7\n");
        assertEquals(1, run("-t -n -F DIR/filter -r MADE").out().lines().count());
    }

    @Test
    void whatIsCutOffIsSaidAndTheRestPrinted() throws IOException {
        byte[] whole = Files.readAllBytes(made);
        Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, 24 + 2 * 76 + 20));
        Result result = run("-t -n -r DIR/cut");
        assertEquals(1, result.status());
        assertEquals(2, result.out().lines().count());
        assertTrue(
                result.err()
                        .contains(
                                "tcpdump: pcap_loop: truncated dump file; tried to read 60 captured bytes, only got 4"),
                result.err());
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() throws IOException {
        for (String line : List.of(
                "-E x -r MADE",
                "-z gzip -r MADE",
                "-M secret -r MADE",
                "-m mib -r MADE",
                "-I -i lo",
                "-j adapter -i lo",
                "--count -i lo")) {
            Result result = run(line);
            assertEquals(1, result.status(), line);
            assertEquals("", result.out(), line);
            assertEquals(1, result.err().lines().count(), result.err());
            String option = line.substring(0, line.indexOf(' '));
            assertTrue(result.err().startsWith("tcpdump: "), result.err());
            assertTrue(result.err().contains(option) || result.err().contains("adapter"), line + ": " + result.err());
        }
    }

    @Test
    void helpNamesEveryOption() throws IOException {
        String help = run("--help").out();
        for (char letter : "AbBcCdDeEfFgGhiIjJKlLmMnNOpqQrsStTuUvVwWxXyzZ#".toCharArray()) {
            assertTrue(help.contains("  -" + letter), "-" + letter);
        }
        assertTrue(run("--version").out().startsWith("astray tcpdump"));
    }
}
