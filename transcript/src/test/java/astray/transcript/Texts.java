package astray.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import astray.facts.Fact;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What tests of formats share: reading a text whole, printing it, and the round trip. */
public final class Texts {
    private Texts() {}

    /** The text of a fixture below {@code src/test/resources/fixtures}. */
    public static String fixture(String path) {
        try (InputStream in = Texts.class.getResourceAsStream("/fixtures/" + path)) {
            if (in == null) {
                return fail("no fixture " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a text, numbered. */
    public static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            lines.add(new Line(lines.size() + 1, line));
        }
        return lines;
    }

    /** Reads a text of which the format must recognise the head and accept every line that is not blank. */
    public static List<Fact> read(Format format, String text, @Nullable Command command) {
        List<Line> lines = lines(text);
        int from = 0;
        while (from < lines.size() && lines.get(from).isBlank()) {
            from++;
        }
        assertTrue(from < lines.size(), "an empty text");
        List<Line> head = lines.subList(from, Math.min(lines.size(), from + 40));
        assertTrue(
                format.recognise(head, command) > Format.NO,
                () -> format.name() + " does not recognise:\n" + head.getFirst().text());
        return readAny(format, text, command, true);
    }

    /** Reads whatever it can; with {@code all}, a declined line that is not blank is a failure. */
    public static List<Fact> readAny(Format format, String text, @Nullable Command command, boolean all) {
        List<Fact> facts = new ArrayList<>();
        Reader reader = format.reader((fact, line, quoted) -> facts.add(fact), command);
        for (Line line : lines(text)) {
            boolean accepted = reader.accept(line);
            if (all && !line.isBlank()) {
                assertTrue(accepted, () -> format.name() + " declines line " + line.number() + ": " + line.text());
            }
        }
        reader.end();
        return facts;
    }

    /** A format's print of facts. */
    public static String print(Format format, List<? extends Fact> facts) {
        StringBuilder out = new StringBuilder();
        try {
            format.print(facts, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Printing facts and reading the text gives the same facts. */
    public static void assertRoundTrip(Format format, List<? extends Fact> facts) {
        String text = print(format, facts);
        assertEquals(facts, read(format, text, null), () -> "printed as:\n" + text);
    }
}
