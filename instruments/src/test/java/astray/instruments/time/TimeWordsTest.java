package astray.instruments.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import astray.testkit.Commands;
import astray.testkit.NeedsTool;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in words, and which words the originals take for one. */
class TimeWordsTest {
    /** A Monday. */
    private static final long NOW = micros(Instant.parse("2026-11-30T00:20:30.250Z"));

    private static TimeWords words(TimeWords.Dialect dialect) {
        return new TimeWords(dialect, NOW, Zone.UTC);
    }

    @ParameterizedTest
    @CsvSource({
        "now,2026-11-30T00:20:30.250Z",
        "-5,2026-11-30T00:20:25.250Z",
        "+1h 30min,2026-11-30T01:50:30.250Z",
        "2h30m ago,2026-11-29T21:50:30.250Z",
        "1.5 days left,2026-12-01T12:20:30.250Z",
        "@1764000000.5,2025-11-24T16:00:00.500Z",
        "yesterday,2026-11-29T00:00:00Z",
        "tomorrow,2026-12-01T00:00:00Z",
        "2026-11-30 08:00 Asia/Shanghai,2026-11-30T00:00:00Z",
        "Sun 2026-11-29 10:00:01.25 UTC,2026-11-29T10:00:01.250Z",
        "26-1-2,2026-01-02T00:00:00Z",
        "2026-02-31,2026-03-03T00:00:00Z",
        "12:34,2026-11-30T12:34:00Z"
    })
    void areReadInTheWordsOfSystemd(String text, Instant time) {
        assertEquals(micros(time), words(TimeWords.Dialect.SYSTEMD).micros(text));
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    }

    @Test
    void anHourThatComesTwiceIsTheFirst() {
        TimeWords words = new TimeWords(TimeWords.Dialect.SYSTEMD, NOW, Zone.of("Europe/Berlin"));
        assertEquals(micros(Instant.parse("2026-10-25T00:30:00Z")), words.micros("2026-10-25 02:30"));
    }

    /** {@code dmesg --since WORDS} ends with 1 for what is no time. */
    @NeedsTool("dmesg")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-30 00:20:30",
                "2026-11-30T00:20:30",
                "2026-11-30T00:20",
                "20261130002030",
                "202611300020",
                "today",
                "-5 min",
                "-5",
                "5",
                "5 min ago",
                "5 min left",
                "@1764000000",
                "Monday 2026-11-30",
                "Tue 2026-11-30",
                "Mon, 2026-11-30",
                "2026-11-30 00:20:30.5",
                "2026-11-30 UTC",
                "2026-13-01",
                "2026-11-30 24:00",
                "2026-11-30 00:00:61",
                "1M ago",
                "-1w2d",
                "-5 fortnight",
                "",
                " now",
                "NOW",
                "2026-11-30  0:5",
                "-1.5",
                "-0.5min",
                "5us ago",
                "Mon today",
                "1969-01-01",
                "infinity",
                "1 2 3 ago"
            })
    void areTimesWhereTheyAreForTheOriginal(String text) {
        boolean original = Commands.run(List.of("dmesg", "-F", "/dev/null", "--since", text))
                .err()
                .contains("invalid time value");
        boolean ours =
                new TimeWords(TimeWords.Dialect.UTIL_LINUX, micros(Instant.now()), Zone.UTC).micros(text) == null;
        assertEquals(original, ours, text);
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        String text = Instant.ofEpochSecond(second).toString().replace('T', ' ').replace("Z", "");
        for (TimeWords.Dialect dialect : TimeWords.Dialect.values()) {
            assertEquals(second * 1_000_000, words(dialect).micros(text), text);
        }
    }

    @Test
    void lengthsBeyondAnyClockAreNone() {
        assertNull(words(TimeWords.Dialect.SYSTEMD).micros("+9999999999999999999y"));
        assertNull(words(TimeWords.Dialect.SYSTEMD).micros("+300000y"));
    }

    @Tag("fuzz")
    @FuzzTest
    void anyWordsAreTakenOrNot(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (TimeWords.Dialect dialect : TimeWords.Dialect.values()) {
            words(dialect).micros(text);
        }
    }
}
