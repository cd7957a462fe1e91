package astray.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.testkit.NeedsTool;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZstdInputStreamTest {
    /** More than this is not read of a stream that may be anything. */
    private static final int ENOUGH = 32 << 20;

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static ZstdInputStream stream(byte[] packed) {
        return new ZstdInputStream(new ByteArrayInputStream(packed));
    }

    /** What comes out before the stream ends or fails, in pieces of all sizes; and whether it failed. */
    private static final class Outcome {
        private final byte[] content;
        private final String trouble;

        private Outcome(byte[] content, String trouble) {
            this.content = content;
            this.trouble = trouble;
        }

        byte[] content() {
            return content;
        }

        String trouble() {
            return trouble;
        }

        static Outcome of(byte[] packed) {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            byte[] piece = new byte[100_000];
            Random random = new Random(packed.length);
            try (ZstdInputStream in = stream(packed)) {
                while (content.size() < ENOUGH) {
                    if (random.nextInt(4) == 0) {
                        int one = in.read();
                        if (one < 0) {
                            break;
                        }
                        content.write(one);
                    } else {
                        int got = in.read(piece, 0, 1 + random.nextInt(piece.length));
                        if (got < 0) {
                            break;
                        }
                        assertTrue(got > 0);
                        content.write(piece, 0, got);
                    }
                }
                return new Outcome(content.toByteArray(), "");
            } catch (DamagedException | RefusedException e) {
                assertFalse(e.getMessage().contains("\n"));
                return new Outcome(content.toByteArray(), e.getMessage());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Provide
    static Arbitrary<byte[]> contents() {
        return DecompressorTest.contents();
    }

    @Property(tries = 60)
    void whatWasPackedComesOutAgain(@ForAll("contents") byte[] first, @ForAll("contents") byte[] second) {
        byte[] skipped = hex("5f2a4d18 03000000 010203");
        byte[] packed = joined(skipped, DecompressorTest.zstd(first), skipped, DecompressorTest.zstd(second), skipped);
        assertEquals("", Outcome.of(packed).trouble());
        assertArrayEquals(joined(first, second), Outcome.of(packed).content());
    }

    /** Noise that comes again and again from so far, with a change here and there, and so is one long match or none. */
    private static byte[] again(long seed, int length, int period) {
        Random random = new Random(seed);
        byte[] content = new byte[length];
        random.nextBytes(content);
        for (int at = period; at < length; at++) {
            if (at % 10_007 != 0) {
                content[at] = content[at - period];
            }
        }
        return content;
    }

    private static byte[] original(Path folder, byte[] content, String options, boolean piped) throws Exception {
        Path plain = Files.write(folder.resolve("plain"), content);
        Path packed = folder.resolve("packed");
        List<String> command = new ArrayList<>(List.of(("zstd -q -c " + options).split(" ", -1)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(packed.toFile());
        if (piped) {
            builder.redirectInput(plain.toFile());
        } else {
            command.add(plain.toString());
        }
        Process process = builder.start();
        assertTrue(process.waitFor(100, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), options);
        return Files.readAllBytes(packed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-3",
                "-19",
                "-1 --no-check",
                "-3 --no-check",
                "-19 --no-check",
                "--fast=9",
                "-5 --zstd=wlog=10",
                "-9 --zstd=wlog=17",
                "-12 --zstd=wlog=21",
                "-3 --long=23",
                "-3 -B100000 -T2",
                "-3 --rsyncable -T2"
            })
    @NeedsTool("zstd")
    void readsWhatTheOriginalPacksAtAnyLevelFromFilesAndPipes(String options, @TempDir Path folder) throws Exception {
        Random random = new Random(options.hashCode());
        List<byte[]> contents = new ArrayList<>(List.of(new byte[0], new byte[] {7}, new byte[3_000_000]));
        for (int kind = 0; kind < 4; kind++) {
            contents.add(DecompressorTest.content(random.nextLong(), 1 + random.nextInt(700_000), kind));
        }
        // Within a block, beyond one, at the edge of a window, and beyond it.
        for (int period : new int[] {1000, 200_000, 1 << 20, 2_200_000}) {
            contents.add(again(random.nextLong(), 2_500_000, period));
        }
        for (byte[] content : contents) {
            for (boolean piped : new boolean[] {false, true}) {
                Outcome outcome = Outcome.of(original(folder, content, options, piped));
                assertEquals("", outcome.trouble());
                assertArrayEquals(content, outcome.content(), options);
            }
        }
    }

    @Test
    @NeedsTool("zstd")
    void widestWindowIsUsedToItsEnd(@TempDir Path folder) throws Exception {
        for (int period : new int[] {(8 << 20) - 200_000, 9 << 20}) {
            byte[] content = again(period, 20 << 20, period);
            byte[] packed = original(folder, content, "-3 --long=23 --single-thread", true);
            assertEquals(period < 8 << 20, packed.length < 11 << 20, "the repeat is found");
            ZstdInputStream in = stream(packed);
            assertArrayEquals(content, in.readAllBytes());
            assertTrue(in.content.array().length <= 3 * ZstdInputStream.MAX_WINDOW + 2 * Zstd.BLOCK);
        }
    }

    @Test
    @NeedsTool("zstd")
    void widerWindowIsRefusedByOneLine(@TempDir Path folder) throws Exception {
        byte[] content = new byte[9 << 20];
        String trouble = "Zstandard window of 134217728 bytes; no more than 8388608 are supported";
        assertEquals(
                trouble,
                Outcome.of(original(folder, content, "-3 --long=27", true)).trouble());
        // A file's size is known, and is the window then.
        byte[] packed = original(folder, content, "--ultra -22", false);
        assertEquals(
                "Zstandard window of 9437184 bytes; no more than 8388608 are supported",
                Outcome.of(packed).trouble());
        byte[] huge = hex("28b52ffd e0 ffffffffffffffff");
        assertEquals(
                "Zstandard window of 18446744073709551615 bytes; no more than 8388608 are supported",
                Outcome.of(huge).trouble());
    }

    /** Frames of blocks that are one byte, again and again: much content out of little. */
    @Test
    void memoryIsBoundedByTheWindowHoweverLongTheContent() throws IOException, Corrupt {
        // The windows are 8 MB, 7 MB, 5 MB and 1 KB.
        for (String window : List.of("68", "66", "62", "00")) {
            byte[] head = hex("28b52ffd 00" + window);
            int blocks = 1000;
            ByteBuffer packed = ByteBuffer.allocate(head.length + 4 * blocks).order(ByteOrder.LITTLE_ENDIAN);
            packed.put(head);
            for (int i = 0; i < blocks; i++) {
                packed.putInt('x' << 24 | Zstd.BLOCK << 3 | Zstd.RLE << 1 | (i == blocks - 1 ? 1 : 0));
            }
            try (ZstdInputStream in = stream(packed.array())) {
                FrameHeader header = new FrameHeader();
                header.read(head, 4, head.length);
                assertEquals((long) blocks * Zstd.BLOCK, in.skip(Long.MAX_VALUE));
                assertTrue(in.content.array().length <= 3 * header.window + 2 * Zstd.BLOCK);
            }
        }
    }

    @Test
    void contentComesBeforeTheTroubleBehindIt() {
        byte[] frame = hex("28b52ffd 04 00 190000 616263");
        XxHash64 hash = new XxHash64();
        hash.add(hex("616263"), 0, 3);
        byte[] sum = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) hash.value())
                .array();
        assertEquals("abc, ", told(joined(frame, sum)));
        assertEquals("abc, Zstandard content with another checksum", told(joined(frame, hex("00000000"))));
        assertEquals("abc, Zstandard frame ends early", told(joined(frame, Arrays.copyOf(sum, 3))));
        assertEquals("abc, not Zstandard", told(joined(frame, sum, hex("28b52ffe"))));
        assertEquals("abc, Zstandard frame ends early", told(joined(frame, sum, hex("28b5"))));
        assertEquals("abc, Zstandard frame ends early", told(joined(frame, sum, hex("502a4d18 ffffffff 00"))));
        assertEquals("abcabc, ", told(joined(frame, sum, frame, sum)));
        assertEquals(", Zstandard with a dictionary, which is not supported", told(hex("28b52ffd 01 00 01")));
        assertEquals(", Zstandard frame of a later kind", told(hex("28b52ffd 08 00")));
        assertEquals(", Zstandard block of no known type", told(hex("28b52ffd 00 00 070000")));
        assertEquals(", Zstandard block too long", told(hex("28b52ffd 00 00 fbffff 00")));
        assertEquals("a, Zstandard content of another length", told(hex("28b52ffd 20 02 090000 61")));
    }

    private static String told(byte[] packed) {
        Outcome outcome = Outcome.of(packed);
        return new String(outcome.content(), StandardCharsets.US_ASCII) + ", " + outcome.trouble();
    }

    @Test
    void failureStaysOne() throws IOException {
        try (ZstdInputStream in = stream(hex("28b52ffd 00 00 070000 190000 616263"))) {
            assertThrows(DamagedException.class, in::read);
            assertThrows(DamagedException.class, in::read);
        }
    }

    @Test
    void framesAreKnownByTheirFirstBytes() {
        assertTrue(ZstdInputStream.isMagic(0x28b52ffd));
        assertTrue(ZstdInputStream.isMagic(0x502a4d18));
        assertTrue(ZstdInputStream.isMagic(0x5f2a4d18));
        assertFalse(ZstdInputStream.isMagic(0x602a4d18));
        assertFalse(ZstdInputStream.isMagic(0xd4c3b2a1));
    }

    @Property(tries = 20)
    void brokenOffAnywhereItGivesWhatCameBefore(@ForAll long seed) {
        byte[] content = DecompressorTest.content(seed, 2000, (int) (seed & 3));
        byte[] packed = DecompressorTest.zstd(content);
        for (int length = 1; length < packed.length; length++) {
            Outcome outcome = Outcome.of(Arrays.copyOf(packed, length));
            assertEquals("Zstandard frame ends early", outcome.trouble());
            assertArrayEquals(Arrays.copyOf(content, outcome.content().length), outcome.content());
        }
    }

    @Property(tries = 300)
    void damagedOnesAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] packed = joined(
                DecompressorTest.zstd(DecompressorTest.content(seed, random.nextInt(5000), random.nextInt(4))),
                DecompressorTest.zstd(DecompressorTest.content(seed, random.nextInt(300_000), random.nextInt(4))));
        for (int i = random.nextInt(4); i >= 0; i--) {
            packed[random.nextInt(random.nextBoolean() ? 40 : packed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Outcome.of(packed);
    }

    @Tag("fuzz")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] bytes) {
        Outcome.of(bytes);
        Outcome.of(joined(hex("28b52ffd"), bytes));
        Outcome.of(joined(hex("28b52ffd 00 00"), bytes));
    }
}
