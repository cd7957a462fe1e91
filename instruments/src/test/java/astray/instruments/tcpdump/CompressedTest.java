package astray.instruments.tcpdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.testkit.Commands;
import astray.testkit.NeedsTool;
import astray.testkit.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures that zstd(1) compressed. */
@NeedsTool("zstd")
class CompressedTest {
    private static final Path FIXTURES =
            Path.of(System.getProperty("astray.root"), "packet/src/test/resources/astray/packet/fixtures");

    @TempDir
    Path folder;

    private Path packed(Path plain, String level) {
        Path packed = folder.resolve(plain.getFileName() + level + ".zst");
        Commands.must(List.of("zstd", "-q", level, plain.toString(), "-o", packed.toString()));
        return packed;
    }

    private static Result print(Path file) throws IOException {
        return Runs.run(List.of("-nvv", "-e", "-X", "-r", file.toString()));
    }

    @Test
    void printsWhatIsInThePlainCapture() throws IOException {
        List<Path> captures;
        try (Stream<Path> files = Files.list(FIXTURES)) {
            captures = files.filter(file -> file.toString().contains(".pcap")).toList();
        }
        assertTrue(captures.size() > 1);
        for (Path plain : captures) {
            Result expected = print(plain);
            assertEquals(0, expected.status(), expected.err());
            for (String level : List.of("-1", "-3", "-19")) {
                Path packed = packed(plain, level);
                Result result = print(packed);
                assertEquals(expected.out(), result.out());
                assertEquals(expected.err(), result.err().replace(packed.toString(), plain.toString()));
            }
        }
    }

    @Test
    void whatIsBrokenOffIsPrintedToThatPlace() throws IOException {
        Path plain = FIXTURES.resolve("conversation.pcap");
        // A byte of the checksum is missing, which stands behind the content.
        byte[] frame = Files.readAllBytes(packed(plain, "-3"));
        byte[] cut = Arrays.copyOf(frame, frame.length - 1);
        Result result = print(Files.write(folder.resolve("cut.zst"), cut));
        assertEquals(1, result.status());
        assertTrue(result.err().contains("pcap_loop: Zstandard frame ends early ("), result.err());
        assertEquals(print(plain).out(), result.out());
    }
}
