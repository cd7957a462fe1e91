package astray.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.codec.Payload;
import astray.testkit.Journals;
import astray.testkit.Journals.Variant;
import astray.testkit.NeedsTool;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@NeedsTool(Journals.WRITER)
class JournalTest {
    private static final long START = 1_700_000_000_000_000L;
    private static final int COUNT = 500;

    @TempDir
    private Path folder;

    private static Journals numbered(int from, int to, int step) {
        Journals journals = new Journals();
        for (int i = from; i < to; i += step) {
            journals.entry(i / 200, START + i * 1000L, i % 200 * 1000L)
                    .field("MESSAGE", "message " + i + (i % 50 == 0 ? " long".repeat(500) : ""))
                    .field("NUMBER", Integer.toString(i))
                    .field("KIND", i % 3 == 0 ? "third" : "other")
                    .field("PARITY", i % 2 == 0 ? "even" : "odd");
        }
        return journals;
    }

    private static Journal open(Path... files) throws JournalException {
        Sources.Builder sources = new Sources.Builder();
        for (Path file : files) {
            sources.file(file.toString());
        }
        return Journal.open(sources.build());
    }

    private static int number(Journal journal) {
        Payload payload = new Payload();
        assertTrue(journal.entry().read("NUMBER", payload));
        String text = new String(payload.array(), 0, payload.length(), StandardCharsets.UTF_8);
        return Integer.parseInt(text.substring("NUMBER=".length()));
    }

    private static List<Integer> rest(Journal journal, boolean down) {
        List<Integer> numbers = new ArrayList<>();
        while (down ? journal.next() : journal.previous()) {
            numbers.add(number(journal));
        }
        return numbers;
    }

    private static List<Integer> range(int from, int to, int step) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = from; i < to; i += step) {
            numbers.add(i);
        }
        return numbers;
    }

    @ParameterizedTest
    @EnumSource
    void everyVariantIsReadForwardsAndBackwards(Variant variant) throws Exception {
        Path file = numbered(0, COUNT, 1).write(folder.resolve("a.journal"), variant);
        try (Journal journal = open(file)) {
            journal.seekHead();
            List<Integer> all = rest(journal, true);
            assertEquals(range(0, COUNT, 1), all);
            journal.seekTail();
            assertEquals(all.reversed(), rest(journal, false));
            assertEquals(List.of(), journal.verify());
        }
    }

    @ParameterizedTest
    @EnumSource
    void matchesAreFoundThroughTheIndex(Variant variant) throws Exception {
        Path file = numbered(0, COUNT, 1).write(folder.resolve("a.journal"), variant);
        try (Journal journal = open(file)) {
            Matches matches = new Matches();
            assertTrue(matches.add("KIND=third"));
            assertTrue(matches.add("PARITY=even"));
            matches.or();
            assertTrue(matches.add("NUMBER=7"));
            assertTrue(matches.add("NUMBER=8"));
            journal.select(matches);
            journal.seekHead();
            List<Integer> wanted = range(0, COUNT, 6);
            wanted.addAll(List.of(7, 8));
            Collections.sort(wanted);
            assertEquals(wanted, rest(journal, true));
            journal.seekTail();
            assertEquals(wanted.reversed(), rest(journal, false));
            journal.seekRealtime(START + 8000);
            assertTrue(journal.next());
            assertEquals(8, number(journal));
            journal.seekRealtime(START + 11_999);
            assertTrue(journal.previous());
            assertEquals(8, number(journal));
        }
    }

    @Test
    void filesAreInterleavedByTime() throws Exception {
        Path even = numbered(0, COUNT, 2).write(folder.resolve("even.journal"), Variant.PLAIN);
        Path odd = numbered(1, COUNT, 2).write(folder.resolve("odd.journal"), Variant.COMPACT);
        try (Journal journal = open(odd, even)) {
            journal.seekHead();
            assertEquals(range(0, COUNT, 1), rest(journal, true));
            journal.seekRealtime(START + 250_000);
            assertTrue(journal.next());
            assertEquals(250, number(journal));
            assertTrue(journal.previous());
            assertEquals(249, number(journal));
            assertTrue(journal.next());
            assertEquals(250, number(journal));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void runsOfEntriesInManyFilesAreOneJournalWhateverTheTurns(long seed) throws Exception {
        Random random = new Random(seed);
        List<Journals> parts = List.of(new Journals(), new Journals(), new Journals(), new Journals());
        for (int i = 0; i < COUNT; ) {
            Journals part = parts.get(random.nextInt(parts.size()));
            int end = Math.min(COUNT, i + 1 + random.nextInt(random.nextBoolean() ? 3 : 60));
            for (; i < end; i++) {
                // One boot: a file that has none of a boot's entries in a direction is at its end after a turn, here as
                // in
                // sd_journal_next(3).
                part.entry(0, START + i * 1000L, i * 1000L).field("NUMBER", Integer.toString(i));
            }
        }
        List<Path> files = new ArrayList<>();
        for (Journals part : parts) {
            files.add(part.write(folder.resolve(files.size() + ".journal"), Variant.PLAIN));
        }
        try (Journal journal = open(files.toArray(new Path[0]))) {
            journal.seekHead();
            assertEquals(range(0, COUNT, 1), rest(journal, true));
            journal.seekHead();
            assertTrue(journal.next());
            int at = 0;
            for (int turn = 0; turn < 40; turn++) {
                boolean down = random.nextBoolean();
                for (int steps = random.nextInt(50); steps > 0; steps--) {
                    int beside = down ? at + 1 : at - 1;
                    boolean there = beside >= 0 && beside < COUNT;
                    assertEquals(there, down ? journal.next() : journal.previous());
                    if (!there) {
                        break;
                    }
                    at = beside;
                    assertEquals(at, number(journal));
                }
            }
        }
    }

    @Test
    void whatTwoFilesOfOneSequenceBothHoldIsShownOnce() throws Exception {
        Path shorter = numbered(0, 200, 1).write(folder.resolve("shorter.journal"), Variant.PLAIN);
        Path longer = folder.resolve("longer.journal");
        Files.copy(shorter, longer);
        numbered(200, COUNT, 1).write(longer, Variant.PLAIN);
        try (Journal journal = open(shorter, longer)) {
            journal.seekHead();
            assertEquals(range(0, COUNT, 1), rest(journal, true));
            journal.seekTail();
            assertEquals(range(0, COUNT, 1).reversed(), rest(journal, false));
        }
    }

    @Test
    void aCursorLeadsBackToItsEntryInAnyFile() throws Exception {
        Path even = numbered(0, COUNT, 2).write(folder.resolve("even.journal"), Variant.PLAIN);
        Path odd = numbered(1, COUNT, 2).write(folder.resolve("odd.journal"), Variant.OLD);
        try (Journal journal = open(odd, even)) {
            for (int i = 0; i < COUNT; i += 37) {
                journal.seekRealtime(START + i * 1000L);
                assertTrue(journal.next());
                Cursor cursor = Cursor.parse(journal.entry().cursor());
                assertNotNull(cursor);
                journal.seek(cursor);
                assertTrue(journal.next());
                assertEquals(i, number(journal));
            }
        }
    }

    @Test
    void valuesAndNamesOfFieldsAreListedOnce() throws Exception {
        Path a = numbered(0, 100, 1).write(folder.resolve("a.journal"), Variant.PLAIN);
        Path b = numbered(50, 150, 1).write(folder.resolve("b.journal"), Variant.BARE);
        try (Journal journal = open(a, b)) {
            List<String> values = new ArrayList<>();
            journal.values(
                    "NUMBER",
                    payload ->
                            values.add(new String(payload.array(), 7, payload.length() - 7, StandardCharsets.UTF_8)));
            values.sort((x, y) -> Integer.parseInt(x) - Integer.parseInt(y));
            assertEquals(range(0, 150, 1).stream().map(String::valueOf).toList(), values);
            List<String> names = new ArrayList<>(journal.fieldNames());
            Collections.sort(names);
            assertEquals(List.of("KIND", "MESSAGE", "NUMBER", "PARITY", "_BOOT_ID"), names);
        }
    }

    @Test
    void whatIsWrittenMeanwhileIsSeen() throws Exception {
        Path file = numbered(0, 10, 1).write(folder.resolve("a.journal"), Variant.PLAIN);
        try (Journal journal = open(file)) {
            journal.seekHead();
            assertEquals(range(0, 10, 1), rest(journal, true));
            assertFalse(journal.hasGrown());
            numbered(10, 300, 1).write(file, Variant.PLAIN);
            assertTrue(journal.hasGrown());
            assertEquals(range(10, 300, 1), rest(journal, true));
        }
    }
}
