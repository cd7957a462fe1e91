package astray.instruments.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Small parts of ip. */
class PiecesTest {
    @Test
    void aNameTableEndsAtItsFirstWrongLineAndTheLastNameOfANumberWins() {
        NameTable table = NameTable.of("# comment\n1\tone\n0x10 sixteen # more\n 1 uno\nwrong\n2 two\n");
        assertEquals("uno", table.name(1));
        assertEquals("sixteen", table.name(16));
        assertNull(table.name(2));
        assertEquals(-1, table.number("one"));
        assertEquals(16, table.number("sixteen"));
    }

    @Test
    void patternsMatchAsInAShell() {
        assertTrue(Glob.matches("lan0*", "lan0:one"));
        assertTrue(Glob.matches("*", ""));
        assertTrue(Glob.matches("e?h[0-2]", "eth1"));
        assertTrue(Glob.matches("[!a]x", "bx"));
        assertTrue(Glob.matches("a\\*", "a*"));
        assertTrue(Glob.matches("*a*b", "xaxaxb"));
        assertFalse(Glob.matches("lan", "lan0"));
        assertFalse(Glob.matches("[a", "b"));
    }

    @Test
    void aPatternOfManyStarsEnds() {
        assertFalse(Glob.matches("*a".repeat(200) + "b", "a".repeat(2000)));
    }

    @Test
    void longNumbersAreShortenedToThreeDigits() throws Failure {
        Settings decimal = Settings.of(new Words(List.of("-h")));
        Settings binary = Settings.of(new Words(List.of("-h", "-iec")));
        assertEquals("999", Numbers.text(999, decimal));
        assertEquals("1.00k", Numbers.text(1000, decimal));
        assertEquals("12.3M", Numbers.text(12_345_678, decimal));
        assertEquals("6.17ki", Numbers.text(6318, binary));
        assertEquals("18.4E", Numbers.text(-1, decimal));
        assertEquals("18446744073709551615", Numbers.text(-1, Settings.of(new Words(List.of()))));
    }

    @Test
    void timesStandAsInTheOriginal() {
        ZonedDateTime time = ZonedDateTime.of(2026, 11, 7, 5, 4, 3, 120_000_000, ZoneOffset.UTC);
        assertEquals("[2026-11-07T05:04:03.120000] ", Timestamp.text(time, true));
        assertEquals("Timestamp: Sat Nov  7 05:04:03 2026 120000 usec\n", Timestamp.text(time, false));
    }
}
