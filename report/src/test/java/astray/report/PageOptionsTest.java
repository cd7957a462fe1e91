package astray.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageOptionsTest {

    @ParameterizedTest
    @CsvSource({
        "LANG, zh_CN.UTF-8, ZH",
        "LANG, zh_TW, ZH",
        "LANG, zh, ZH",
        "LANG, zha_CN, EN",
        "LANG, en_US.UTF-8, EN",
        "LANG, C, EN",
        "LANG, de_DE, EN",
        "LC_MESSAGES, zh_CN, ZH",
        "LC_ALL, zh_HK, ZH",
        "LC_CTYPE, zh_CN, EN"
    })
    void localeChoosesTheLanguage(String variable, String value, Language language) {
        assertEquals(language, Language.of(Map.of(variable, value)));
    }

    @Test
    void firstVariableThatIsSetDecides() {
        assertEquals(Language.EN, Language.of(Map.of("LC_ALL", "C", "LANG", "zh_CN.UTF-8")));
        assertEquals(Language.ZH, Language.of(Map.of("LC_ALL", "", "LANG", "zh_CN.UTF-8")));
        assertEquals(Language.EN, Language.of(Map.of()));
        assertEquals(Language.ZH, Language.parse("ZH"));
        assertNull(Language.parse("fr"));
    }

    @ParameterizedTest
    @CsvSource({"100, 100", "10, 60", "500, 120", "'', 80", "abc, 80", "99999999999, 80", "-5, 80"})
    void columnsAreHeldInBounds(String columns, int width) {
        assertEquals(
                width, options(Map.of("COLUMNS", columns), true, Colour.AUTO).width());
    }

    @Test
    void coloursAreForTerminals() {
        Map<String, String> xterm = Map.of("TERM", "xterm");
        assertTrue(options(xterm, true, Colour.AUTO).colour());
        assertFalse(options(xterm, false, Colour.AUTO).colour());
        assertFalse(options(Map.of("TERM", "dumb"), true, Colour.AUTO).colour());
        assertFalse(options(Map.of("TERM", "xterm", "NO_COLOR", "1"), true, Colour.AUTO)
                .colour());
        assertTrue(options(xterm, false, Colour.ALWAYS).colour());
        assertFalse(options(xterm, true, Colour.NEVER).colour());
        assertEquals(Colour.NEVER, Colour.parse("never"));
        assertNull(Colour.parse("blue"));
    }

    @Test
    void drawingNeedsUtf8() {
        assertTrue(options(Map.of("LANG", "en_US.UTF-8"), true, Colour.AUTO).unicode());
        assertTrue(options(Map.of("LC_CTYPE", "C.utf8", "LANG", "C"), true, Colour.AUTO)
                .unicode());
        assertFalse(options(Map.of("LANG", "zh_CN.GB18030"), true, Colour.AUTO).unicode());
        assertFalse(options(Map.of("LC_ALL", "C", "LANG", "en_US.UTF-8"), true, Colour.AUTO)
                .unicode());
        assertFalse(options(Map.of(), true, Colour.AUTO).unicode());
    }

    private static PageOptions options(Map<String, String> environment, boolean terminal, Colour colour) {
        return PageOptions.of(environment, terminal, Language.EN, colour, false);
    }
}
