package astray.instruments.journalctl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.instruments.Output;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static byte[] printed(byte[] bytes, boolean terminal) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Output output = new Output(out);
        new Guard(output, terminal).raw(bytes, 0, bytes.length);
        output.flush();
        return out.toByteArray();
    }

    @Test
    void controlCharactersAreQuestionMarksOnATerminalOnly() throws IOException {
        byte[] text = "a\u001b[31mb\u0085\u007f\t网\n".getBytes(StandardCharsets.UTF_8);
        assertEquals("a?[31mb??\t网\n", new String(printed(text, true), StandardCharsets.UTF_8));
        assertArrayEquals(text, printed(text, false));
        byte[] latin = {'x', (byte) 0x9b, 'y', (byte) 0xe9};
        assertEquals("x?y?", new String(printed(latin, true), StandardCharsets.ISO_8859_1));
    }

    @Property
    void whatComesToATerminalIsAlwaysPrintable(@ForAll byte[] bytes) throws IOException {
        byte[] shown = printed(bytes, true);
        assertTrue(Utf8.isPrintable(shown, 0, shown.length, true));
    }

    @Tag("fuzz")
    @FuzzTest
    void anyPatternIsTranslatedOrRefused(byte[] bytes) {
        String pattern = new String(bytes, StandardCharsets.UTF_8);
        try {
            Grep grep = Grep.of(pattern, null);
            if (grep.find(bytes, 0, bytes.length)) {
                assertTrue(grep.from() >= 0 && grep.from() <= grep.to() && grep.to() <= bytes.length);
            }
        } catch (Grep.Unsupported refused) {
            assertTrue(refused.getMessage() != null);
        }
    }
}
