package astray.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.testkit.NeedsTool;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.airlift.compress.Compressor;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class DecompressorTest {
    private static final int LIMIT = 8 << 20;

    static byte[] decode(int method, byte[] packed, int limit) throws Corrupt {
        Payload out = new Payload();
        new Decompressor().decode(method, Arrays.copyOf(packed, packed.length + 8), packed.length, out, limit);
        return Arrays.copyOf(out.array(), out.length());
    }

    private static byte[] pack(Compressor compressor, byte[] content) {
        byte[] packed = new byte[compressor.maxCompressedLength(content.length)];
        int length = compressor.compress(content, 0, content.length, packed, 0, packed.length);
        return Arrays.copyOf(packed, length);
    }

    static byte[] zstd(byte[] content) {
        return pack(new ZstdCompressor(), content);
    }

    static byte[] lz4(byte[] content) {
        byte[] block = pack(new Lz4Compressor(), content);
        byte[] packed = new byte[block.length + 8];
        for (int i = 0; i < 8; i++) {
            packed[i] = (byte) ((long) content.length >>> 8 * i);
        }
        System.arraycopy(block, 0, packed, 8, block.length);
        return packed;
    }

    static byte[] xz(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (XZOutputStream out = new XZOutputStream(packed, new LZMA2Options(0))) {
            out.write(content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    /** Text as it is in logs: words that come again, at distances near and far, and noise. */
    @Provide
    static Arbitrary<byte[]> contents() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.integers().between(0, 300_000),
                        Arbitraries.integers().between(0, 3))
                .as(DecompressorTest::content);
    }

    static byte[] content(long seed, int length, int kind) {
        Random random = new Random(seed);
        byte[] content = new byte[length];
        for (int at = 0; at < length; ) {
            int run = 1 + random.nextInt(kind == 0 ? 4 : 400);
            int from = at == 0 ? 0 : random.nextInt(at);
            boolean again = kind != 3 && at > 0 && random.nextInt(4) > 0;
            for (int i = 0; i < run && at < length; i++, at++) {
                content[at] = again
                        ? content[from + i]
                        : (byte) (kind == 1 ? 'a' : kind == 2 ? 'a' + random.nextInt(20) : random.nextInt(256));
            }
        }
        return content;
    }

    @Property(tries = 60)
    void whatWasPackedComesOutAgain(@ForAll("contents") byte[] content) throws Corrupt {
        assertArrayEquals(content, decode(Decompressor.ZSTD, zstd(content), LIMIT));
        assertArrayEquals(content, decode(Decompressor.LZ4, lz4(content), LIMIT));
        assertArrayEquals(content, decode(Decompressor.XZ, xz(content), LIMIT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-3", "-9", "-19", "--fast=5", "--ultra -22", "-19 --check", "-3 --no-check"})
    @NeedsTool("zstd")
    void readsWhatTheOriginalCompressorPacksAtAnyLevel(String level, @TempDir Path folder) throws Exception {
        for (int kind = 0; kind < 4; kind++) {
            byte[] content = content(kind + 7, 200_000, kind);
            Path plain = folder.resolve("plain" + kind);
            Files.write(plain, content);
            Path packed = folder.resolve("packed" + kind);
            String command = "zstd -q -f " + level + " " + plain + " -o " + packed;
            Process process = new ProcessBuilder(List.of(command.split(" ", -1))).start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertArrayEquals(content, decode(Decompressor.ZSTD, Files.readAllBytes(packed), LIMIT), command);
        }
    }

    @Test
    void moreThanTheLimitIsRefusedBeforeItTakesMemory() {
        byte[] content = new byte[LIMIT + 1];
        assertThrows(Corrupt.class, () -> decode(Decompressor.ZSTD, zstd(content), LIMIT));
        assertThrows(Corrupt.class, () -> decode(Decompressor.LZ4, lz4(content), LIMIT));
        assertThrows(Corrupt.class, () -> decode(Decompressor.XZ, xz(content), LIMIT));
    }

    @Property(tries = 300)
    void damagedOnesAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] content = content(seed, random.nextInt(5000), random.nextInt(4));
        int method =
                List.of(Decompressor.ZSTD, Decompressor.LZ4, Decompressor.XZ).get(random.nextInt(3));
        byte[] packed = switch (method) {
            case Decompressor.ZSTD -> zstd(content);
            case Decompressor.LZ4 -> lz4(content);
            default -> xz(content);
        };
        for (int i = random.nextInt(4); i >= 0 && packed.length > 0; i--) {
            packed[random.nextInt(packed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        if (random.nextInt(3) == 0) {
            packed = Arrays.copyOf(packed, random.nextInt(packed.length + 1));
        }
        any(method, packed);
    }

    @Tag("fuzz")
    @FuzzTest
    void anyBytesAreReadOrRefused(byte[] bytes) {
        any(Decompressor.ZSTD, bytes);
        any(Decompressor.LZ4, bytes);
        any(Decompressor.XZ, bytes);
        byte[] frame = new byte[bytes.length + 4];
        System.arraycopy(zstd(new byte[0]), 0, frame, 0, 4);
        System.arraycopy(bytes, 0, frame, 4, bytes.length);
        any(Decompressor.ZSTD, frame);
    }

    private static void any(int method, byte[] bytes) {
        try {
            assertTrue(decode(method, bytes, 1 << 20).length <= 1 << 20);
        } catch (Corrupt refused) {
            assertTrue(refused.getMessage().indexOf('\n') < 0);
        }
    }
}
