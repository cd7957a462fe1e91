package astray.packet.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.packet.LinkType;
import astray.packet.file.CaptureFile.Mixture;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureFileTest {
    private static final long MICRO = 0xa1b2c3d4L;
    private static final long NANO = 0xa1b23c4dL;
    private static final long KUZNETZOV = 0xa1b2cd34L;

    private static Bytes little() {
        return new Bytes(ByteOrder.LITTLE_ENDIAN);
    }

    private static Bytes big() {
        return new Bytes(ByteOrder.BIG_ENDIAN);
    }

    private static CaptureFile open(byte[] bytes) throws IOException {
        return CaptureFile.read(new ByteArrayInputStream(bytes), "x.pcap", Mixture.REFUSED);
    }

    private static CaptureFile mixed(byte[] bytes) throws IOException {
        return CaptureFile.read(new ByteArrayInputStream(bytes), "x.pcap", Mixture.ALLOWED);
    }

    /** Each packet as "seconds.nanos captured/length bytes". */
    private static List<String> packets(CaptureFile file) throws IOException {
        List<String> told = new ArrayList<>();
        try (file) {
            while (file.next()) {
                StringBuilder one = new StringBuilder();
                one.append(file.seconds()).append('.').append(file.nanos()).append(' ');
                one.append(file.captured()).append('/').append(file.length());
                for (int i = 0; i < file.captured(); i++) {
                    one.append(' ').append(file.bytes().get(file.offset() + i));
                }
                told.add(one.toString());
            }
        }
        return told;
    }

    private static String trouble(byte[] bytes) {
        CaptureException trouble = assertThrows(CaptureException.class, () -> packets(open(bytes)));
        assertTrue(trouble.getMessage().startsWith("x.pcap: offset " + trouble.offset() + ": "));
        assertFalse(trouble.getMessage().contains("\n"));
        return trouble.trouble();
    }

    @Test
    void eitherByteOrderTellsTheSame() throws IOException {
        for (Bytes bytes : List.of(little(), big())) {
            byte[] file = bytes.pcap(MICRO, 2, 4, 65535, 1)
                    .u32(1700000000, 250001, 3, 60)
                    .raw((byte) 1, (byte) 2, (byte) 3)
                    .bytes();
            assertEquals(List.of("1700000000.250001000 3/60 1 2 3"), packets(open(file)));
        }
        assertTrue(open(little().pcap(MICRO, 2, 4, 9, 1).bytes()).littleEndian());
        assertFalse(open(big().pcap(MICRO, 2, 4, 9, 1).bytes()).littleEndian());
    }

    @Test
    void nanosecondsAreKept() throws IOException {
        byte[] file = big().pcap(NANO, 2, 4, 65535, 1).u32(5, 123456789, 0, 0).bytes();
        assertTrue(open(file).nanoseconds());
        assertEquals(List.of("5.123456789 0/0"), packets(open(file)));
    }

    @Test
    void recordsOfThePatchedLinuxHaveLongerHeaders() throws IOException {
        byte[] file = little().pcap(KUZNETZOV, 2, 4, 65535, 1)
                .u32(5, 6, 1, 1, 2, 0x0800)
                .raw((byte) 9)
                .bytes();
        assertEquals(List.of("5.6000 1/1 9"), packets(open(file)));
    }

    @Test
    void lengthsAreTheOtherWayRoundInOldVersions() throws IOException {
        byte[] old = little().pcap(MICRO, 2, 2, 65535, 1)
                .u32(5, 6, 60, 1)
                .raw((byte) 9)
                .bytes();
        byte[] between = little().pcap(MICRO, 2, 3, 65535, 1)
                .u32(5, 6, 60, 1)
                .raw((byte) 9)
                .bytes();
        byte[] aix = little().pcap(MICRO, 543, 0, 65535, 1)
                .u32(5, 6, 60, 1)
                .raw((byte) 9)
                .bytes();
        for (byte[] file : List.of(old, between, aix)) {
            assertEquals(List.of("5.6000 1/60 9"), packets(open(file)));
        }
    }

    @Test
    void frameCheckBitsAreNoPartOfTheLinkType() throws IOException {
        assertEquals(
                LinkType.ETHERNET,
                open(little().pcap(MICRO, 2, 4, 65535, 0x24000001L).bytes()).linkType());
    }

    @Test
    void packetsLongerThanTheSnapshotLengthAreCutToIt() throws IOException {
        byte[] file = little().pcap(MICRO, 2, 4, 2, 1)
                .u32(5, 6, 3, 3)
                .raw((byte) 1, (byte) 2, (byte) 3)
                .u32(7, 8, 1, 1)
                .raw((byte) 4)
                .bytes();
        assertEquals(List.of("5.6000 2/3 1 2", "7.8000 1/1 4"), packets(open(file)));
    }

    @Test
    void snapshotLengthThatCannotBeIsThatOfTheLink() throws IOException {
        assertEquals(262144, open(little().pcap(MICRO, 2, 4, 0, 1).bytes()).snapshotLength());
        assertEquals(
                262144, open(little().pcap(MICRO, 2, 4, 0xffffffffL, 1).bytes()).snapshotLength());
    }

    @Test
    void brokenFilesAreToldInOneLineWithThePlace() {
        assertEquals("truncated dump file; tried to read 4 file header bytes, only got 1", trouble(new byte[1]));
        assertEquals("unknown file format", trouble(new byte[] {1, 2, 3, 4, 5}));
        assertEquals(
                "truncated dump file; tried to read 24 file header bytes, only got 16",
                trouble(little().u32(MICRO, 0, 0, 0).bytes()));
        assertEquals(
                "unsupported pcap savefile version 2.5",
                trouble(little().pcap(MICRO, 2, 5, 65535, 1).bytes()));
        assertEquals(
                "archaic pcap savefile format",
                trouble(little().pcap(MICRO, 1, 4, 65535, 1).bytes()));
        assertEquals(
                "truncated dump file; tried to read 16 header bytes, only got 4",
                trouble(little().pcap(MICRO, 2, 4, 65535, 1).u32(1).bytes()));
        assertEquals(
                "truncated dump file; tried to read 5 captured bytes, only got 4",
                trouble(little().pcap(MICRO, 2, 4, 65535, 1).u32(1, 2, 5, 5, 0).bytes()));
        assertEquals(
                "invalid packet capture length 4294967295, bigger than maximum of 262144",
                trouble(little().pcap(MICRO, 2, 4, 65535, 1).u32(1, 2, -1, 5).bytes()));
    }

    @Test
    void whatWasReadBeforeTheBrokenPlaceStands() throws IOException {
        byte[] file = little().pcap(MICRO, 2, 4, 65535, 1)
                .u32(1, 2, 1, 1)
                .raw((byte) 7)
                .u32(3)
                .bytes();
        try (CaptureFile capture = open(file)) {
            assertTrue(capture.next());
            CaptureException trouble = assertThrows(CaptureException.class, capture::next);
            assertEquals(24 + 17, trouble.offset());
        }
    }

    private static CaptureFile through(byte[] file, int chunk) throws IOException {
        return CaptureFile.read(new StreamSource(new ByteArrayInputStream(file), chunk), "a.pcap", Mixture.REFUSED);
    }

    @Test
    void aSmallBufferMovesOverALargeFile(@TempDir Path folder) throws IOException {
        Bytes bytes = big().pcap(MICRO, 2, 4, 65535, 1);
        for (int i = 0; i < 300; i++) {
            bytes.u32(i, i, i % 50, i).raw(new byte[i % 50]);
        }
        Path path = folder.resolve("a.pcap");
        Files.write(path, bytes.bytes());
        List<String> whole = packets(open(bytes.bytes()));
        assertEquals(300, whole.size());
        assertEquals(whole, packets(through(bytes.bytes(), 1)));
        assertEquals(whole, packets(through(bytes.bytes(), 100)));
        assertEquals(whole, packets(CaptureFile.open(path)));
    }

    @Test
    void gzipIsReadThrough(@TempDir Path folder) throws IOException {
        byte[] plain = little().pcap(MICRO, 2, 4, 65535, 1)
                .u32(5, 6, 1, 1)
                .raw((byte) 9)
                .bytes();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(plain);
        }
        Path path = Files.write(folder.resolve("a.pcap.gz"), zipped.toByteArray());
        assertEquals(List.of("5.6000 1/1 9"), packets(open(zipped.toByteArray())));
        assertEquals(List.of("5.6000 1/1 9"), packets(CaptureFile.open(path)));
        assertThrows(CaptureException.class, () -> open(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 0}));
    }

    /** A Zstandard frame of one block that is not compressed; its window is 1 KB. */
    private static byte[] framed(byte[] plain) {
        int head = plain.length << 3 | 1;
        return little().u32(0xfd2fb528L)
                .raw((byte) 0, (byte) 0, (byte) head, (byte) (head >>> 8), (byte) (head >>> 16))
                .raw(plain)
                .bytes();
    }

    @Test
    void zstandardIsReadThrough(@TempDir Path folder) throws IOException {
        byte[] plain = little().pcap(MICRO, 2, 4, 65535, 1)
                .u32(5, 6, 1, 1)
                .raw((byte) 9)
                .bytes();
        byte[] packed = framed(plain);
        Path path = Files.write(folder.resolve("a.pcap.zst"), packed);
        assertEquals(List.of("5.6000 1/1 9"), packets(open(packed)));
        assertEquals(List.of("5.6000 1/1 9"), packets(CaptureFile.open(path)));
        byte[] behindSkipped =
                little().u32(0x184d2a50L, 1).raw((byte) 7).raw(packed).bytes();
        assertEquals(List.of("5.6000 1/1 9"), packets(open(behindSkipped)));
    }

    @Test
    void zstandardThatCannotBeReadIsOneLine() {
        assertEquals("unknown file format", trouble(framed(new byte[] {1, 2, 3, 4})));
        assertEquals(
                "Zstandard frame ends early",
                trouble(little().u32(0xfd2fb528L).raw((byte) 0).bytes()));
        assertEquals(
                "Zstandard window of 134217728 bytes; no more than 8388608 are supported",
                trouble(little().u32(0xfd2fb528L).raw((byte) 0, (byte) 0x88).bytes()));
    }

    @Test
    void pcapngTellsPacketsOfAllKindsOfBlocks() throws IOException {
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            byte[] file = new Bytes(order)
                    .section()
                    .describe(1, 65535)
                    .block(0xbadL, new Bytes(order).u32(1, 2, 3))
                    .packet(0, 5_000_007L, (byte) 1, (byte) 2)
                    .block(3, new Bytes(order).u32(5).raw((byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5))
                    .block(
                            2,
                            new Bytes(order).u16(0, 0).u32(0, 8_000_000, 1, 60).raw((byte) 3))
                    .bytes();
            assertEquals(List.of("5.7000 2/2 1 2", "0.0 5/5 1 2 3 4 5", "8.0 1/60 3"), packets(open(file)));
        }
    }

    @Test
    void resolutionAndOffsetOfAnInterfaceCount() throws IOException {
        byte[] nano = {9, 0, 1, 0, 9, 0, 0, 0, 14, 0, 8, 0, 100, 0, 0, 0, 0, 0, 0, 0};
        byte[] binary = {9, 0, 1, 0, (byte) 0x8a, 0, 0, 0};
        byte[] finest = {9, 0, 1, 0, 19, 0, 0, 0};
        byte[] file = little().section()
                .describe(1, 65535, nano)
                .describe(1, 65535, binary)
                .describe(1, 65535, finest)
                .packet(0, 5_000_000_009L)
                .packet(1, 5 * 1024 + 512)
                .packet(2, Long.parseUnsignedLong("10000000000000000000") + 5_000_000_000_000_000_000L)
                .bytes();
        assertEquals(List.of("105.9 0/0", "5.500000000 0/0", "1.500000000 0/0"), packets(open(file)));
        assertTrue(open(file).nanoseconds() || !open(file).nanoseconds());
    }

    @Test
    void interfacesThatDifferAreRefusedUnlessAllowed() throws IOException {
        byte[] links = little().section()
                .describe(1, 65535)
                .packet(0, 1)
                .describe(101, 65535)
                .packet(1, 2)
                .bytes();
        assertEquals("an interface has a type 101 different from the type of the first interface", trouble(links));
        assertEquals(2, packets(mixed(links)).size());
        byte[] lengths = little().section()
                .describe(1, 65535)
                .describe(1, 1000)
                .packet(1, 2)
                .bytes();
        assertEquals(
                "an interface has a snapshot length 1000 different from the snapshot length of the first interface",
                trouble(lengths));
        assertEquals(1, packets(mixed(lengths)).size());
    }

    @Test
    void eachSectionHasItsOwnByteOrderAndInterfaces() throws IOException {
        byte[] first = little().section().describe(1, 65535).packet(0, 1).bytes();
        byte[] second = big().section().describe(1, 65535).packet(0, 2).bytes();
        byte[] both = new Bytes(ByteOrder.BIG_ENDIAN).raw(first).raw(second).bytes();
        assertEquals("the file has sections with different byte orders", trouble(both));
        assertEquals(List.of("0.1000 0/0", "0.2000 0/0"), packets(mixed(both)));
    }

    @Test
    void brokenPcapngIsToldInOneLineWithThePlace() {
        assertEquals(
                "the capture file has no Interface Description Blocks",
                trouble(little().section().bytes()));
        assertEquals(
                "a packet arrived on interface 0, but there's no Interface Description Block for that interface",
                trouble(little().section().packet(0, 1).bytes()));
        assertEquals(
                "unsupported pcapng savefile version 1.1",
                trouble(little().block(
                                0x0a0d0d0aL, little().u32(0x1a2b3c4dL).u16(1, 1).u32(-1, -1))
                        .bytes()));
        assertEquals(
                "block in pcapng dump file has a length of 7 < 12",
                trouble(little().section().describe(1, 0).u32(6, 7).bytes()));
        assertEquals(
                "block in pcapng dump file has a length of 14 that is not a multiple of 4",
                trouble(little().section().describe(1, 0).u32(6, 14, 0, 0).bytes()));
        assertEquals(
                "pcapng block size 469762048 > maximum 16777216",
                trouble(little().section().describe(1, 0).u32(6, 469762048).bytes()));
        assertEquals(
                "truncated pcapng dump file; tried to read 24 bytes, only got 4",
                trouble(little().section().describe(1, 0).u32(6, 32, 0).bytes()));
        assertEquals(
                "block total length at start (16) and end (12) differ",
                trouble(little().section().describe(1, 0).u32(9, 16, 0, 12).bytes()));
        assertEquals(
                "if_tsresol option resolution 10^-20 is too small",
                trouble(little().section()
                        .describe(1, 0, (byte) 9, (byte) 0, (byte) 1, (byte) 0, (byte) 20, (byte) 0, (byte) 0, (byte) 0)
                        .bytes()));
    }

    @Test
    void realCapturesAreReadWhole() throws IOException {
        Path folder = Path.of(System.getProperty("astray.root"), "packet/src/test/resources/astray/packet/fixtures");
        try (CaptureFile file = CaptureFile.open(folder.resolve("conversation.pcap"))) {
            assertEquals(LinkType.ETHERNET, file.linkType());
            int count = 0;
            while (file.next()) {
                count++;
                assertTrue(file.captured() <= file.length());
                assertTrue(file.nanos() < 1_000_000_000);
            }
            assertTrue(count > 20, "packets: " + count);
        }
        try (CaptureFile file = CaptureFile.open(folder.resolve("any.pcap"))) {
            assertEquals(LinkType.LINUX_SLL2, file.linkType());
            assertTrue(file.next());
        }
    }
}
