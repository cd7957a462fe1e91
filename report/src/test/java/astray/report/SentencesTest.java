package astray.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.diagnosis.CauseId;
import astray.diagnosis.Phrase;
import astray.diagnosis.Say;
import astray.diagnosis.When;
import astray.facts.IpAddress;
import astray.facts.Prefix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

    private static final Say VERBATIM = Say.REASON_WORDS;

    @ParameterizedTest
    @EnumSource(Language.class)
    void everySentenceIsThereAndNoneIsLeftOver(Language language) {
        assertEquals(
                Arrays.stream(Say.values()).map(Enum::name).sorted().toList(),
                Sentences.load(language).stringPropertyNames().stream().sorted().toList());
    }

    @ParameterizedTest
    @EnumSource(Say.class)
    void languagesFillTheSamePlaces(Say say) {
        String english = Sentences.load(Language.EN).getProperty(say.name());
        String chinese = Sentences.load(Language.ZH).getProperty(say.name());
        assertEquals(Template.parse(english).places(), Template.parse(chinese).places(), english + " / " + chinese);
    }

    @ParameterizedTest
    @EnumSource(Label.class)
    void labelsFillTheSamePlaces(Label label) {
        assertEquals(
                Template.parse(label.in(Language.EN)).places(),
                Template.parse(label.in(Language.ZH)).places());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noKeyStandsTwice(Language language) throws IOException {
        try (InputStream in = Sentences.class.getResourceAsStream(language.word() + ".properties")) {
            List<String> keys = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')))
                    .toList();
            assertEquals(keys.stream().distinct().toList(), keys);
        }
    }

    /** Full-width marks beside Chinese, a blank between Chinese and Latin letters, digits or places. */
    @Test
    void chineseIsWellSet() {
        Pattern halfWidth = Pattern.compile("\\p{IsHan}[,.;:?!()]|[,;?!()]\\p{IsHan}");
        Pattern tight = Pattern.compile("\\p{IsHan}[A-Za-z0-9{]|[A-Za-z0-9}]\\p{IsHan}");
        Pattern loose = Pattern.compile("[，。；：？！（）、] | [，。；：？！（）、]|\\p{IsHan} \\p{IsHan}");
        List<String> bad = new ArrayList<>();
        chineseTexts().forEach(text -> {
            for (Pattern pattern : List.of(halfWidth, tight, loose)) {
                Matcher matcher = pattern.matcher(text);
                if (matcher.find()) {
                    bad.add("'" + matcher.group() + "' in: " + text);
                }
            }
        });
        assertEquals(List.of(), bad);
    }

    private static Stream<String> chineseTexts() {
        Properties sentences = Sentences.load(Language.ZH);
        return Stream.of(
                        sentences.stringPropertyNames().stream().map(sentences::getProperty),
                        Arrays.stream(Label.values()).map(label -> label.in(Language.ZH)),
                        Arrays.stream(CauseId.values()).map(id -> CauseTitle.of(id, Language.ZH)))
                .flatMap(s -> s);
    }

    @Test
    void englishHasNoFullWidthMarks() {
        Properties sentences = Sentences.load(Language.EN);
        Stream<String> texts = Stream.of(
                        sentences.stringPropertyNames().stream().map(sentences::getProperty),
                        Arrays.stream(Label.values()).map(label -> label.in(Language.EN)),
                        Arrays.stream(CauseId.values()).map(id -> CauseTitle.of(id, Language.EN)))
                .flatMap(s -> s);
        texts.forEach(text -> assertFalse(text.codePoints().anyMatch(Width::wide), text));
    }

    @Test
    void titlesOfCausesAreAllDifferent() {
        for (Language language : Language.values()) {
            assertEquals(
                    CauseId.values().length,
                    Arrays.stream(CauseId.values())
                            .map(id -> CauseTitle.of(id, language))
                            .distinct()
                            .count());
        }
    }

    @Test
    void numbersChooseTheForm() {
        Template template = Template.parse("{0} {0|request|requests} for {1}");
        assertEquals("1 request for x", template.fill(List.of(1, "x"), Object::toString));
        assertEquals("0 requests for x", template.fill(List.of(0L, "x"), Object::toString));
        assertEquals("[a] request for x", template.fill(List.of(List.of("a"), "x"), Object::toString));
    }

    @Test
    void aPlaceWithoutArgumentStaysVisible() {
        assertEquals("a {1}", Template.parse("{0} {1}").fill(List.of("a"), Object::toString));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{x}", "{0|one}", "{}"})
    void badTemplatesAreRefused(String text) {
        org.junit.jupiter.api.Assertions.assertThrows(IllegalArgumentException.class, () -> Template.parse(text));
    }

    @Test
    void valuesAreSaidInTheLanguage() {
        assertEquals("a, b and c", word(Language.EN, List.of("a", "b", "c")));
        assertEquals("a、b 和 c", word(Language.ZH, List.of("a", "b", "c")));
        assertEquals("网桥和路由", word(Language.ZH, List.of("网桥", "路由")));
        assertEquals("a", word(Language.EN, List.of("a")));
        assertEquals("192.168.64.0/20", word(Language.EN, Prefix.of("192.168.64.1/20")));
        assertEquals("2001:db8::1", word(Language.EN, IpAddress.of("2001:DB8:0::1")));
        assertEquals("1234567", word(Language.EN, 1234567));
        assertEquals("0.5", word(Language.EN, 0.50));
        assertEquals("12", word(Language.EN, 12.0));
        assertEquals("no-route", word(Language.EN, Kind.NO_ROUTE));
        assertEquals("no x", word(Language.EN, new Phrase(VERBATIM, List.of("no x"))));
    }

    private enum Kind {
        NO_ROUTE
    }

    @Test
    void durationsAreReadable() {
        assertEquals("0.4 ms", word(Language.EN, Duration.ofNanos(400_000)));
        assertEquals("12 ms", word(Language.EN, Duration.ofMillis(12)));
        assertEquals("1.0 s", word(Language.EN, Duration.ofMillis(1007)));
        assertEquals("59.9 s", word(Language.EN, Duration.ofMillis(59_900)));
        assertEquals("3 min 20 s", word(Language.EN, Duration.ofSeconds(200)));
        assertEquals("44 h 35 min", word(Language.EN, Duration.ofSeconds(160_528)));
        assertEquals("44 小时 35 分", word(Language.ZH, Duration.ofSeconds(160_528)));
        assertEquals("12 d", word(Language.EN, Duration.ofDays(12)));
        assertEquals("-2.0 s", word(Language.EN, Duration.ofSeconds(-2)));
    }

    @Test
    void timesHaveAnOffsetEvenWhenNobodyKnowsIt() {
        LocalDateTime at = LocalDateTime.of(2023, 11, 20, 14, 25);
        assertEquals("2023-11-20T14:25:00-00:00", Times.iso(new When(at, null, false, null)));
        assertEquals("2023-11-20T14:25:00+00:00", Times.iso(new When(at, ZoneOffset.UTC, false, null)));
        assertEquals("2023-11-20T14:25:00+08:00", Times.iso(new When(at, ZoneOffset.ofHours(8), false, null)));
        assertEquals(
                "2023-11-20T14:25:00.1205-03:30",
                Times.iso(new When(at.withNano(120_500_000), ZoneOffset.ofHoursMinutes(-3, -30), false, null)));
        assertEquals(
                "2023-11-20T14:24:43+08:05",
                Times.iso(new When(at, ZoneOffset.ofHoursMinutesSeconds(8, 5, 17), false, null)));
        assertEquals("2023-11-20 14:25:00", word(Language.EN, new When(at.withNano(7), null, true, null)));
    }

    @Test
    void aPhraseWithoutSentenceStillTells() {
        Sentences none = new Sentences(Language.EN, new Properties());
        assertTrue(none.say(Phrase.of(VERBATIM, "eth0")).contains("eth0"));
    }

    private static String word(Language language, Object value) {
        Properties templates = new Properties();
        templates.setProperty(VERBATIM.name(), "{0}");
        return new Sentences(language, templates).word(value);
    }
}
