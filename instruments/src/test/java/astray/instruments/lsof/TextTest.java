package astray.instruments.lsof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final Text UTF8 = new Text(true);
    private static final Text ASCII = new Text(false);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void controlCharactersAreEscapedAsTheOriginalDoes() {
        assertEquals("tab\\there", UTF8.name(bytes("tab\there")));
        assertEquals("new\\nline ^G ^[ \\x7f", UTF8.name(bytes("new\nline \7 \33 \177")));
        assertEquals("back\\\\slash", UTF8.name(bytes("back\\slash")));
        assertEquals("\\b\\f\\r^@", UTF8.name(bytes("\b\f\r\0")));
    }

    @Test
    void lettersAreThemselvesWhereTheLocaleHasThem() {
        assertEquals("ünïcode-文件", UTF8.name(bytes("ünïcode-文件")));
        assertEquals("\\xc3\\xbc", ASCII.name(bytes("ü")));
    }

    @Test
    void bytesThatAreNoCharacterAreEscapedOneByOne() {
        assertEquals("\\xff", UTF8.name(new byte[] {(byte) 0xff}));
        assertEquals("\\xc3(", UTF8.name(new byte[] {(byte) 0xc3, '('}));
        // too long a form of a slash, and half of a surrogate pair
        assertEquals("\\xc0\\xaf", UTF8.name(new byte[] {(byte) 0xc0, (byte) 0xaf}));
        assertEquals("\\xed\\xa0\\x80", UTF8.name(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}));
    }

    @Test
    void commandIsCutAtWholeEscapesAndHasNoBlank() {
        assertEquals("wire\\x20d", UTF8.command(bytes("wire daemon"), 9));
        assertEquals("thread", UTF8.command(bytes("thread x"), 9));
        assertEquals("a-very-lo", UTF8.command(bytes("a-very-long-program-name"), 9));
    }

    @Property
    void printableAsciiButTheBackslashIsItself(@ForAll @CharRange(from = ' ', to = '[') String name) {
        assertEquals(name, ASCII.name(bytes(name)));
        assertEquals(name, UTF8.name(name));
    }

    @Property
    void textAndItsBytesPrintTheSame(@ForAll @CharRange(from = 1, to = 0x7f) String name) {
        assertEquals(UTF8.name(bytes(name)), UTF8.name(name));
    }
}
