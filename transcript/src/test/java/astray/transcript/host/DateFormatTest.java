package astray.transcript.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.ClockReading;
import astray.facts.Fact;
import astray.facts.Moment;
import astray.transcript.Format;
import astray.transcript.Texts;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFormatTest {

    private static Format of(String text) {
        Format best = DateFormat.styles().getFirst();
        for (Format format : DateFormat.styles()) {
            int score = format.recognise(Texts.lines(text), null);
            best = score > best.recognise(Texts.lines(text), null) ? format : best;
        }
        return best;
    }

    private static ClockReading reading(String at, @Nullable String offset) {
        return new ClockReading(
                new Moment.Dated(LocalDateTime.parse(at), offset == null ? null : ZoneOffset.of(offset)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sun Nov 22 10:13:48 UTC 2026|2026-11-22T10:13:48|Z",
                "Sun Nov  1 10:13:48 CET 2026|2026-11-01T10:13:48|+01:00",
                "Sun Nov 22 10:13:48 +08 2026|2026-11-22T10:13:48|+08:00",
                "Sun Nov 22 10:13:48 PM UTC 2026|2026-11-22T22:13:48|Z",
                "Sun Nov 22 12:13:48 AM UTC 2026|2026-11-22T00:13:48|Z",
                "Sun 22 Nov 2026 10:13:48 PM UTC|2026-11-22T22:13:48|Z",
                "Sun, 22 Nov 2026 10:13:48 +0800|2026-11-22T10:13:48|+08:00",
                "2026-11-22T10:13:48+00:00|2026-11-22T10:13:48|Z",
                "2026-11-22 10:13:48.123456789+08:00|2026-11-22T10:13:48.123456789|+08:00",
                "2026年 11月 22日 星期日 10:13:48 UTC|2026-11-22T10:13:48|Z",
                "2026年 11月 22日 周日 10:13:48 UTC|2026-11-22T10:13:48|Z",
                "2026年11月22日 星期日 10时13分48秒 UTC|2026-11-22T10:13:48|Z"
            })
    void readsTheFormsOfTheWorld(String text, String at, String offset) {
        assertEquals(List.of(reading(at, offset)), Texts.read(of(text), text, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sun Nov 22 10:13:48 CST 2026", "2026年 11月 22日 星期日 10:13:48 CST"})
    void lettersOfSeveralZonesAreNone(String text) {
        assertEquals(List.of(reading("2026-11-22T10:13:48", null)), Texts.read(of(text), text, null));
    }

    @ParameterizedTest
    @CsvSource({"date.txt,date", "date-R.txt,date -R", "date-I.txt,date -Is"})
    void printsWhatTheOriginalPrinted(String fixture, String name) {
        String text = Texts.fixture("host/" + fixture);
        Format format = of(text);
        assertEquals(name, format.name());
        assertEquals(text, Texts.print(format, Texts.read(format, text, null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon Feb 30 10:13:48 UTC 2026",
                "On Mon, 2 Jun 2025 08:40:12 +0200 Oda wrote:",
                "Nov 22 11:58:59 gpu1 kernel: device entered promiscuous mode",
                "2026-11-22 10:13:48 the server was restarted",
                "on monday at 10:13:48 in 2026",
                "Sun Nov 22"
            })
    void leavesOtherTextAlone(String text) {
        for (Format format : DateFormat.styles()) {
            assertEquals(Format.NO, format.recognise(Texts.lines(text), null), format.name());
        }
    }

    @Property
    void printedIsReadAgain(@ForAll("readings") ClockReading reading) {
        for (Format format : DateFormat.styles()) {
            List<Fact> facts = List.of(reading);
            Texts.assertRoundTrip(format, facts);
            assertTrue(of(Texts.print(format, facts)).name().equals(format.name()));
        }
    }

    @Provide
    Arbitrary<ClockReading> readings() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.of("Z", "+08:00", "-03:30", "+05:45").injectNull(0.2))
                .as((seconds, offset) -> new ClockReading(new Moment.Dated(
                        LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC),
                        offset == null ? null : ZoneOffset.of(offset))));
    }
}
