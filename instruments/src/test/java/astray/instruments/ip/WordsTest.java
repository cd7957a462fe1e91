package astray.instruments.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.instruments.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line: what may be shortened, what is refused and with which exit status. None of these asks the kernel. */
class WordsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String line) throws IOException {
        Console console = new Console(out, err, Map.of(), false);
        int status = new Ip().run(List.of(line.split(" ")), console);
        console.out().flush();
        return status;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "addr add 10.0.0.1/8 dev lo",
                "a a 10.0.0.1/8 dev lo",
                "addr replace 10.0.0.1/8 dev lo",
                "addr flush dev lo",
                "l s lo down",
                "link delete dev lo",
                "link property add dev lo altname x",
                "maddr add 1:2:3:4:5:6 dev lo",
                "tuntap add dev x mode tun",
                "token set ::1 dev lo",
                "addrlabel add prefix ::/0 label 1",
                "netns add x",
                "netns exec x true",
                "-all netns delete",
                "stats set dev lo l3_stats on"
            })
    void whatChangesSomethingIsRefused(String line) throws IOException {
        assertEquals(1, run(line));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("read-only"), err::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "255, --frobnicate addr, frobnicate",
        "255, -f frog addr, frog",
        "255, addr frob, frob",
        "255, addr show scope nosuch, nosuch",
        "255, addr show dev, not complete",
        "255, monitor frob, frob",
        "1, frob, frob",
        "1, addr show to 300.1.2.3, 300.1.2.3",
        "255, -n no/such addr, no/such",
        "255, help, Usage",
        "255, addr help, Usage",
        "1, -b commands, -b",
        "1, l2tp, l2tp"
    })
    void wrongUsageNamesTheWordAndHasTheOriginalsStatus(int status, String line, String word) throws IOException {
        assertEquals(status, run(line));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains(word), err::toString);
    }

    @Test
    void aWordIsShortenedToAnyPrefixButTheEmptyOne() {
        assertTrue(Words.matches("a", "address"));
        assertTrue(Words.matches("address", "address"));
        assertFalse(Words.matches("addresses", "address"));
        assertFalse(Words.matches("", "address"));
    }

    @Test
    void numbersAreReadAsInC() {
        assertEquals(16, Words.number("0x10"));
        assertEquals(8, Words.number("010"));
        assertEquals(-1, Words.number("0x"));
        assertEquals(-1, Words.number("-1"));
        assertEquals(-1, Words.number("9223372036854775808"));
        assertEquals(255, Words.number("ff", 16));
    }
}
