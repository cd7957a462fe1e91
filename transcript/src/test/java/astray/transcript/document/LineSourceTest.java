package astray.transcript.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.transcript.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LineSourceTest {

    private static List<String> lines(InputStream in, Limits limits) throws IOException {
        LineSource source = new LineSource(in, limits);
        List<String> lines = new ArrayList<>();
        for (String line = source.next(); line != null; line = source.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<String> lines(String text) throws IOException {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.STANDARD);
    }

    @Test
    void bothLineEndsEndALineAndTheLastNeedsNone() throws IOException {
        assertEquals(List.of("a", "", "b\tc", "d"), lines("a\r\n\nb\tc\nd"));
        assertEquals(List.of(), lines(""));
        assertEquals(List.of(""), lines("\n"));
    }

    @Test
    void coloursControlsAndHiddenCharactersAreGone() throws IOException {
        assertEquals(List.of("root@pg:~# ip a"), lines("\u001b[1;32mroot@pg\u001b[0m:~# \0ip\u0007 a\u001b[K"));
        assertEquals(List.of("title"), lines("\u001b]0;window title\u0007title"));
        assertEquals(List.of("evil txt"), lines("e\u202evil\u200b\u00a0t\ufeffxt"));
        assertEquals(List.of("路由 \ud83d\ude00 é"), lines("路由 \ud83d\ude00 é"));
    }

    @Test
    void invalidBytesBecomeTheReplacementCharacter() throws IOException {
        byte[] bytes = {'a', (byte) 0xff, 'b', (byte) 0xc3, '\n', 'c'};
        assertEquals(List.of("a\ufffdb\ufffd", "c"), lines(new ByteArrayInputStream(bytes), Limits.STANDARD));
    }

    @Test
    void longLinesAreCutUnlessTheyAreJson() throws IOException {
        String longText = "x".repeat(200_000);
        String json = "[{\"a\":\"" + longText + "\"}]";
        LineSource source = new LineSource(
                new ByteArrayInputStream((longText + "\nnext\n> " + json + "\n").getBytes(StandardCharsets.UTF_8)),
                Limits.STANDARD);
        assertEquals(64 << 10, source.next().length());
        assertEquals("next", source.next());
        assertEquals("> " + json, source.next());
        assertEquals(1, source.cut());
        assertTrue(source.ended());
    }

    @Test
    void aLongLineOfManyBytesPerCharacterIsCutInCharacters() throws IOException {
        LineSource source = new LineSource(
                new ByteArrayInputStream("路".repeat(300_000).getBytes(StandardCharsets.UTF_8)), Limits.STANDARD);
        assertEquals(64 << 10, source.next().length());
        assertFalse(source.ended());
    }

    @Property(tries = 300)
    void linesDoNotDependOnHowTheBytesArrive(
            @ForAll @Size(max = 400) byte[] bytes, @ForAll @IntRange(min = 1, max = 7) int step) throws IOException {
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, step));
            }
        };
        List<String> lines = lines(slow, Limits.STANDARD);
        assertEquals(lines(new ByteArrayInputStream(bytes), Limits.STANDARD), lines);
        for (String line : lines) {
            assertTrue(line.chars().noneMatch(c -> c != '\t' && Character.isISOControl(c)), line);
        }
    }
}
