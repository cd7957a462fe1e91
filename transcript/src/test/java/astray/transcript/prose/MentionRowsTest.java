package astray.transcript.prose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.facts.DocumentDate;
import astray.facts.Fact;
import astray.facts.IpAddress;
import astray.facts.Mention;
import astray.facts.Moment;
import astray.transcript.Line;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionRowsTest {

    static Stream<MentionRows.Row> rows() {
        return MentionRows.ROWS.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyRowFindsAskerAndTargetOfItsSample(MentionRows.Row row) {
        assertTrue(row.pattern().matcher(row.sample()).find(), row.sample());
        List<Mention> mentions = Mentions.in(row.sample());
        assertEquals(row.asker(), shown(mentions, Mention.Role.ASKER), row.sample());
        assertEquals(row.target(), shown(mentions, Mention.Role.TARGET), row.sample());
    }

    static Stream<MentionRows.Row> own() {
        return MentionRows.OWN.stream();
    }

    @ParameterizedTest
    @MethodSource("own")
    void theOwnAddressIsTheAskers(MentionRows.Row row) {
        assertEquals(row.asker(), shown(Mentions.in(row.sample()), Mention.Role.ASKER), row.sample());
    }

    static Stream<MentionRows.Row> changed() {
        return MentionRows.CHANGED.stream();
    }

    @ParameterizedTest
    @MethodSource("changed")
    void aChangedAddressIsANewOne(MentionRows.Row row) {
        assertEquals(row.asker(), shown(Mentions.in(row.sample()), Mention.Role.NEW_ADDRESS), row.sample());
    }

    private static String shown(List<Mention> mentions, Mention.Role role) {
        for (Mention mention : mentions) {
            if (mention.role() == role) {
                return text(mention.name()) + "|" + text(mention.address());
            }
        }
        return "";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    @Test
    void portsAreReadAsNumbersOrServices() {
        assertEquals(443, port("From kiosk I cannot reach mill, 10.9.2.8 port 443."));
        assertEquals(8443, port("从 kiosk 访问不了 mill（10.9.2.8）的 8443 端口"));
        assertEquals(22, port("My desk (10.9.1.7) cannot open SSH to `mill` any more"));
        assertEquals(3128, port("kiosk cannot reach mill:3128"));
        assertEquals(22, port("kiosk (2001:db8:21::2) 连不上 mill，地址是 2001:db8:21::5，端口 22"));
    }

    private static @Nullable Integer port(String sentence) {
        return Mentions.in(sentence).stream()
                .filter(m -> m.role() == Mention.Role.TARGET)
                .findFirst()
                .orElseThrow()
                .port();
    }

    @Test
    void aNameWithAnAddressIsAHost() {
        assertEquals(
                List.of(new Mention(Mention.Role.HOST, "cache-x", IpAddress.of("10.9.3.1"), null)),
                Mentions.in("All is well on cache-x (10.9.3.1) today."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I cannot reach it.",
                "We can no longer see anything from there.",
                "Nobody admits to having changed anything.",
                "Replies go to the wrong place (see below).",
                "It is unreachable from here."
            })
    void sentencesWithoutHostsMentionNobody(String sentence) {
        assertEquals(List.of(), Mentions.in(sentence));
    }

    @Test
    void sentencesRunOverLinesAndDatesAreRead() {
        List<Fact> facts = new ArrayList<>();
        ProseReader reader = new ProseReader((fact, line, text) -> {
            facts.add(fact);
            assertEquals(fact instanceof DocumentDate ? 1 : 2, line.number());
        });
        reader.add(new Line(1, "On Tue, 3 Jun 2025 08:40:12 +0200 Kim wrote:"));
        reader.add(new Line(2, "Since noon kiosk (10.9.1.7)"));
        reader.add(new Line(3, "cannot reach mill,"));
        reader.add(new Line(4, "10.9.2.8 port 443. Thanks."));
        reader.end();
        assertEquals(
                List.of(
                        new DocumentDate(
                                new Moment.Dated(LocalDateTime.of(2025, 6, 3, 8, 40, 12), ZoneOffset.ofHours(2))),
                        new Mention(Mention.Role.ASKER, "kiosk", IpAddress.of("10.9.1.7"), null),
                        new Mention(Mention.Role.TARGET, "mill", IpAddress.of("10.9.2.8"), 443)),
                facts);
    }

    @Test
    void frontMatterDatesMayLackTimeAndZone() {
        assertEquals(new Moment.Dated(LocalDateTime.of(2024, 2, 29, 0, 0), null), Dates.ofFrontMatter("2024-02-29"));
        assertEquals(
                new Moment.Dated(LocalDateTime.of(2024, 2, 29, 8, 5, 9), ZoneOffset.ofHours(8)),
                Dates.ofFrontMatter("\"2024-02-29 08:05:09 +0800\""));
        assertEquals(null, Dates.ofFrontMatter("2024-02-30 25:00"));
    }
}
