package astray.instruments.dmesg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.instruments.Console;
import astray.instruments.time.Zone;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records of both kinds, from good bytes and from any. */
class RecordsTest {
    private static String text(LogRecord entry) {
        return new String(entry.bytes(), entry.from(), entry.to() - entry.from(), StandardCharsets.UTF_8);
    }

    /** A record of this time that says nothing of interest. */
    private static LogRecord at(long micros) {
        LogRecord entry = new LogRecord();
        entry.begin(new byte[0]);
        entry.micros = micros;
        return entry;
    }

    @Test
    void relativeTimesAreThoseOfTheClockInANewMinute() {
        Settings settings = new Settings();
        settings.time = Settings.Time.RELATIVE;
        Stamps stamps = new Stamps(settings, 1_764_460_800_000_000L, Zone.UTC);
        assertEquals("[Nov30 00:00] ", stamps.of(at(1500000)).toString());
        assertTrue(stamps.isTurn());
        assertEquals("[  +0.000015] ", stamps.of(at(1500015)).toString());
        assertEquals("[ +12.000000] ", stamps.of(at(13500015)).toString());
        assertEquals("[Nov30 00:01] ", stamps.of(at(63500015)).toString());
    }

    @Test
    void isoTimesHaveTheZoneBehind() {
        Settings settings = new Settings();
        settings.time = Settings.Time.ISO;
        Stamps stamps = new Stamps(settings, 1_764_460_800_000_000L, Zone.of("CST-8"));
        assertEquals("2025-11-30T08:00:01,500000+08:00 ", stamps.of(at(1500000)).toString());
    }

    @Property
    void theTextFormIsReadBackWholeInPiecesOfAnySize(
            @ForAll @Size(max = 30) List<@IntRange(max = 191) Integer> priorities,
            @ForAll @LongRange(max = 99_999_999_999L) long micros,
            @ForAll @IntRange(min = 1, max = 7) int piece)
            throws IOException {
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < priorities.size(); i++) {
            whole.append('<').append(priorities.get(i)).append(">[");
            whole.append(String.format("%5d.%06d", micros / 1_000_000, micros % 1_000_000));
            whole.append("] message ").append(i).append("\nits second line\n");
        }
        Settings settings = new Settings();
        settings.decode = true;
        byte[] bytes = whole.toString().getBytes(StandardCharsets.US_ASCII);
        try (BufferRecords records = new BufferRecords(inPieces(bytes, piece), settings)) {
            for (int i = 0; i < priorities.size(); i++) {
                LogRecord entry = Objects.requireNonNull(records.next());
                assertEquals("message " + i + "\nits second line", text(entry));
                assertEquals(micros, entry.micros);
                assertEquals(priorities.get(i) & 7, entry.level);
                assertEquals(priorities.get(i) >> 3 > 8 ? -1 : priorities.get(i) >> 3, entry.facility);
            }
            assertNull(records.next());
        }
    }

    private static ByteArrayInputStream inPieces(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int from, int count) {
                return super.read(into, from, Math.min(count, piece));
            }
        };
    }

    @Test
    void aRecordWithoutEndIsCut() throws IOException {
        byte[] bytes = new byte[3 * BufferRecords.LONGEST];
        Arrays.fill(bytes, (byte) 'x');
        int total = 0;
        try (BufferRecords records = new BufferRecords(new ByteArrayInputStream(bytes), new Settings())) {
            for (LogRecord entry; (entry = records.next()) != null; ) {
                assertTrue(entry.bytes().length <= 4 * BufferRecords.LONGEST);
                total += entry.to() - entry.from();
            }
        }
        assertEquals(bytes.length, total);
    }

    @Tag("fuzz")
    @FuzzTest
    void anyBytesArePrintedWithoutControlCharacters(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("records", ".raw");
        try {
            Files.write(file, bytes);
            for (String options : List.of("-x", "-e", "-J", "-r", "-T -d", "-p -x", "-u", "-l err")) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                Console console = new Console(out, out, Map.of("LC_ALL", "C.UTF-8"), false);
                new Dmesg().run(List.of(("-F " + file + " " + options).split(" ", -1)), console);
                console.out().flush();
                assertTrue(out.size() <= 200 + 40 * (bytes.length + 1L) * 8, options);
                if (!options.equals("-J")) {
                    for (byte c : out.toByteArray()) {
                        assertTrue(c < 0 || c >= ' ' || c >= '\t' && c <= '\r', options + ": " + c);
                    }
                }
            }
        } finally {
            Files.delete(file);
        }
    }
}
