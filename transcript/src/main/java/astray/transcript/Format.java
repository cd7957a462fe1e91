package astray.transcript;

import astray.facts.Fact;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A classic tool's text, read into facts and printed from facts. Printing facts and reading the text again gives
 * the same facts, as far as the format can hold them.
 */
public interface Format {

    /** No, it is not this format's. */
    int NO = 0;
    /** It could be, if nothing else fits. */
    int WEAK = 20;
    /** It looks like it. */
    int LIKELY = 60;
    /** Nothing else looks like it. */
    int CERTAIN = 95;

    /** A short name, the command a person would type: {@code ip addr}, {@code netstat -rn (macOS)}. */
    String name();

    /**
     * How sure it is that a text which begins so is its own, from 0 to 100, by shape. The command, where known, may
     * raise a doubtful case, but shape must suffice where the format allows it.
     *
     * @param head the first lines (at least one, at most 40); the first is not blank
     * @param command the command that produced the text, when it is known
     */
    int recognise(List<Line> head, @Nullable Command command);

    /** A reader for one block. */
    Reader reader(Sink sink, @Nullable Command command);

    /** Prints facts; those that the format has no place for are left out. */
    void print(List<? extends Fact> facts, Appendable out) throws IOException;
}
