package astray.collect.live;

import astray.facts.Fact;
import astray.transcript.Format;
import astray.transcript.Formats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Words for facts: the line that the classic tool would print. */
final class Quote {
    private final Format format;
    private final StringBuilder text = new StringBuilder();

    /** In the words of a tool. */
    Quote(String format) {
        this.format = Formats.named(format);
    }

    private void print(List<? extends Fact> facts) {
        text.setLength(0);
        try {
            format.print(facts, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** All that is printed. */
    String of(Fact fact) {
        print(List.of(fact));
        return text.toString().strip();
    }

    /** The last line, for a format with a header. */
    String lastLine(Fact fact) {
        print(List.of(fact));
        String all = text.toString().stripTrailing();
        return all.substring(all.lastIndexOf('\n') + 1).strip();
    }

    /** The first line that holds a word, for a fact that is printed among others. */
    String line(List<? extends Fact> facts, String word) {
        print(facts);
        for (String line : text.toString().split("\n", -1)) {
            if (line.contains(word)) {
                return line.strip();
            }
        }
        return text.toString().strip();
    }
}
