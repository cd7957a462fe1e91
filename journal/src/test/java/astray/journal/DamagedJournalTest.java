package astray.journal;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.codec.Payload;
import astray.testkit.Journals;
import astray.testkit.Journals.Variant;
import astray.testkit.NeedsTool;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Journals with bytes changed, offsets that loop, absurd sizes and ends cut off: they are read or refused, and soon. */
@NeedsTool(Journals.WRITER)
class DamagedJournalTest {
    private static final int ENTRIES = 120;
    private static final int TRIES = 40;
    private static final int HEADER = 264;
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private static Path folder;

    /** What was changed, to be put back. */
    private record Change(long at, long before) {}

    @BeforeAll
    static void write() throws IOException {
        for (Variant variant : Variant.values()) {
            Journals journals = new Journals();
            for (int i = 0; i < ENTRIES; i++) {
                journals.entry(i / 50, 1_700_000_000_000_000L + i * 1000L, i % 50 * 1000L)
                        .field("MESSAGE", i % 10 == 0 ? "packed ".repeat(200) + i : "message " + i)
                        .field("PRIORITY", Integer.toString(i % 8))
                        .field("_TRANSPORT", i % 2 == 0 ? "kernel" : "journal");
            }
            journals.write(file(variant), variant);
        }
    }

    private static Path file(Variant variant) {
        return folder.resolve(variant + ".journal");
    }

    @ParameterizedTest
    @EnumSource
    void changedBytesNeverHoldAReaderUp(Variant variant) throws IOException {
        Random random = new Random(variant.name().hashCode());
        for (int i = 0; i < TRIES; i++) {
            long seed = random.nextLong();
            try (RandomAccessFile file = new RandomAccessFile(file(variant).toFile(), "rw")) {
                List<Change> changes = change(file, new Random(seed));
                try {
                    assertTimeoutPreemptively(SOON, () -> read(file(variant)), "seed " + seed);
                } finally {
                    for (Change change : changes.reversed()) {
                        file.seek(change.at);
                        file.writeLong(change.before);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsCutOffAreToldFromJournals(Variant variant) throws IOException {
        byte[] whole = Files.readAllBytes(file(variant));
        Path cut = folder.resolve("cut.journal");
        for (int length : new int[] {0, 1, 100, 207, 208, 264, 4096, 1 << 20, whole.length - 1}) {
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            assertTimeoutPreemptively(SOON, () -> read(cut), "cut at " + length);
        }
    }

    @Tag("fuzz")
    @FuzzTest
    void anyChangesAreReadOrRefused(byte[] script) throws IOException {
        Path path = file(Variant.PLAIN);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            List<Change> changes = new ArrayList<>();
            ByteBuffer words = ByteBuffer.wrap(script);
            long objects = objects(file);
            while (words.remaining() >= 12 && changes.size() < 16) {
                int place = words.getInt() & Integer.MAX_VALUE;
                long at = (place & 1) == 0 ? place / 2 % HEADER : objects + place / 2 % (128 << 10);
                set(file, changes, at, words.getLong());
            }
            try {
                read(path);
            } finally {
                for (Change change : changes.reversed()) {
                    file.seek(change.at);
                    file.writeLong(change.before);
                }
            }
        }
    }

    /** Where the objects behind the hash tables begin. */
    private static long objects(RandomAccessFile file) throws IOException {
        return Math.max(number(file, 104) + number(file, 112), number(file, 120) + number(file, 128));
    }

    private static long number(RandomAccessFile file, long at) throws IOException {
        file.seek(at);
        return Long.reverseBytes(file.readLong());
    }

    private static void set(RandomAccessFile file, List<Change> changes, long at, long value) throws IOException {
        if (at + 8 > file.length()) {
            return;
        }
        file.seek(at);
        changes.add(new Change(at, file.readLong()));
        file.seek(at);
        file.writeLong(value);
    }

    private static List<Change> change(RandomAccessFile file, Random random) throws IOException {
        List<Change> changes = new ArrayList<>();
        long objects = objects(file);
        long end = number(file, 136) + 512;
        for (int i = random.nextInt(6); i >= 0; i--) {
            long at = random.nextInt(5) == 0
                    ? 8L * random.nextInt(HEADER / 8)
                    : objects + 8L * random.nextInt((int) (end - objects) / 8);
            file.seek(at);
            long before = file.readLong();
            long value = switch (random.nextInt(6)) {
                case 0 -> before ^ 1L << random.nextInt(64);
                case 1 -> Long.reverseBytes(objects + 8L * random.nextInt(4096));
                case 2 -> Long.reverseBytes(random.nextLong() & ~7L);
                case 3 -> Long.reverseBytes(at);
                case 4 -> Long.reverseBytes(Long.MAX_VALUE - random.nextInt(64));
                default -> 0;
            };
            set(file, changes, at, value);
        }
        return changes;
    }

    private static void read(Path path) throws IOException {
        try (Journal journal =
                Journal.open(new Sources.Builder().file(path.toString()).build())) {
            use(journal);
        } catch (JournalException e) {
            assertTrue(e.getMessage().indexOf('\n') < 0);
        }
    }

    private static void use(Journal journal) {
        Payload payload = new Payload();
        Search search = new Search("MESSAGE", (bytes, from, to) -> to - from > 10);
        journal.seekHead();
        int count = 0;
        while (journal.next() && count++ < 10 * ENTRIES) {
            Entry entry = journal.entry();
            int fields = Math.min(entry.fields(), 1000);
            for (int i = 0; i < fields; i++) {
                entry.read(entry.data(i), payload);
            }
            search.admits(entry);
        }
        journal.seekTail();
        while (journal.previous() && count++ < 20 * ENTRIES) {
            journal.entry().read("PRIORITY", payload);
        }
        Matches matches = new Matches();
        matches.add("PRIORITY=3");
        matches.add("_TRANSPORT=kernel");
        matches.or();
        matches.add("PRIORITY=4");
        journal.select(matches);
        journal.seekRealtime(1_700_000_000_050_000L);
        while (journal.next() && count++ < 30 * ENTRIES) {
            journal.entry().cursor();
        }
        journal.values("MESSAGE", value -> value.length() > 0);
        journal.fieldNames();
        journal.headers();
        journal.verify();
    }
}
