package astray.packet.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.packet.LinkType;
import astray.packet.file.PcapWriter;
import astray.testkit.Commands;
import astray.testkit.NeedsTool;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each protocol's printer on packets made by hand, and on what becomes of them when they are cut or changed. */
class HandmadeTest {
    @TempDir
    Path folder;

    private final Line line = new Line();

    /** One for each kind of options: it remembers what it saw, as for the packets of a file. */
    private final Map<PrintOptions, PacketText> printers = new HashMap<>();

    @Test
    void packetsReadAsWritten() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Handmade row : Handmade.all()) {
            String text = row.print(-1);
            if (!text.equals(row.text())) {
                wrong.add(row.name() + "\n expected: " + row.text() + "\n but was:  " + text);
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Where both dialects agree, the original of Debian is the judge. */
    @Test
    @NeedsTool("tcpdump")
    void theOriginalPrintsTheSame() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Handmade row : Handmade.all()) {
            if (!row.both()) {
                continue;
            }
            Path file = folder.resolve("packet.pcap");
            byte[] frame = row.frame();
            try (OutputStream out = Files.newOutputStream(file);
                    PcapWriter writer = new PcapWriter(out, new LinkType(row.linkType()), 65535, false)) {
                writer.write(ByteBuffer.wrap(frame), 0, frame.length, frame.length, 0, 0);
            }
            List<String> command = new ArrayList<>(List.of("tcpdump", "-t", "-n", "-r", file.toString()));
            if (!row.options().isEmpty()) {
                command.addAll(List.of(row.options().split(" ", -1)));
            }
            String text = Commands.must(command).stripTrailing();
            if (!text.equals(row.text().stripTrailing())) {
                wrong.add(row.name() + "\n original: " + text + "\n ours:     " + row.text());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whateverIsCutOffIsPrintedWithoutAccident(int verbosity) throws IOException {
        for (Handmade row : Handmade.all()) {
            for (int length = 0; length < row.payload().length; length++) {
                print(row.with(Arrays.copyOf(row.payload(), length)), verbosity);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void whateverIsChangedIsPrintedWithoutAccident(int verbosity) throws IOException {
        Random random = new Random(verbosity);
        for (Handmade row : Handmade.all()) {
            for (int turn = 0; turn < 100; turn++) {
                byte[] bytes = row.payload().clone();
                for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                print(row.with(bytes), verbosity);
            }
        }
    }

    /** Any bytes behind the beginning of any of the packets. */
    @FuzzTest(maxDuration = "30s")
    @Tag("fuzz")
    void anyBytesBehindABeginningArePrintedWithoutAccident(byte[] input) throws IOException {
        if (input.length < 3) {
            return;
        }
        List<Handmade> rows = Handmade.all();
        int number = (input[0] & 0xff) << 8 | input[1] & 0xff;
        Handmade row = rows.get(number * rows.size() >> 16);
        int kept = Math.min(input[2] & 0xff, row.payload().length);
        byte[] bytes = Arrays.copyOf(row.payload(), kept + input.length - 3);
        System.arraycopy(input, 3, bytes, kept, input.length - 3);
        for (int verbosity = 0; verbosity < 4; verbosity++) {
            print(row.with(bytes), verbosity);
        }
    }

    private void print(Handmade row, int verbosity) {
        PacketText text = printers.computeIfAbsent(
                row.printOptions(verbosity),
                options -> new PacketText(options, PacketText.Bytes.NONE, Names.NONE, line));
        byte[] frame = row.frame();
        line.cut(0);
        text.print(row.linkType(), frame, 0, frame.length, frame.length);
        // no packet may fill the memory with its text
        assertTrue(line.length() < 8192 + 1000 * (row.payload().length + 1), () -> row.name() + ": " + line.length());
    }
}
