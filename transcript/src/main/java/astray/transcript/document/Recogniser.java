package astray.transcript.document;

import astray.transcript.Command;
import astray.transcript.Format;
import astray.transcript.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the formats whose a text is. Asking costs something for each format, so a text that nobody takes line after
 * line is asked about less and less: a line whose shape nobody took many times is not tried again, and the head
 * becomes shorter. Lines after a gap are always tried.
 */
final class Recogniser {
    /** So many lines of a block are shown to the formats. */
    static final int HEAD = 40;

    private static final int SHORT_HEAD = 4;
    private static final int PATIENCE = 256;
    private static final int LONG_PATIENCE = 4096;
    private static final int TRIES = 24;
    private static final int MAX_SHAPES = 2048;
    private static final int SHAPE_LENGTH = 24;

    /** A format, how sure it is, and of which command's output. */
    record Choice(Format format, int score, @Nullable Command command) {}

    private final List<Format> formats;
    private final BiConsumer<Format, RuntimeException> failed;
    private final Map<String, Integer> refused = new HashMap<>();
    private int inARow;

    /**
     * Asks these.
     *
     * @param failed is told of formats that throw instead of answering
     */
    Recogniser(List<Format> formats, BiConsumer<Format, RuntimeException> failed) {
        this.formats = formats;
        this.failed = failed;
    }

    /** How many lines of head are worth collecting now. */
    int head() {
        return inARow < LONG_PATIENCE ? HEAD : SHORT_HEAD;
    }

    /** Whether a line is worth asking about. */
    boolean worthTrying(String text, boolean afterGap) {
        return inARow < PATIENCE || afterGap || refused.getOrDefault(shape(text), 0) < TRIES;
    }

    /** A line was refused by all formats, or not tried. */
    void refused(String text) {
        inARow++;
        if (inARow >= PATIENCE && (refused.size() < MAX_SHAPES || refused.containsKey(shape(text)))) {
            refused.merge(shape(text), 1, Integer::sum);
        }
    }

    /** A block was found. */
    void found() {
        inARow = 0;
    }

    /**
     * The surest format; of equals the first.
     *
     * @param commands the commands that the text may come from; may be empty
     * @param last the format of the lines before, which goes first
     * @param refusing formats that claimed this text before and then declined its first line
     */
    @Nullable
    Choice choose(List<Line> head, List<Command> commands, int least, @Nullable Format last, Set<Format> refusing) {
        Command first = commands.isEmpty() ? null : commands.getFirst();
        if (last != null && !refusing.contains(last)) {
            int score = ask(last, head, first);
            if (score >= Format.CERTAIN) {
                return new Choice(last, score, first);
            }
        }
        Choice best = null;
        for (Format format : formats) {
            if (refusing.contains(format)) {
                continue;
            }
            int score = ask(format, head, first);
            Command command = first;
            for (int i = 1; i < commands.size(); i++) {
                int other = ask(format, head, commands.get(i));
                if (other > score) {
                    score = other;
                    command = commands.get(i);
                }
            }
            if (score >= least && score > Format.NO && (best == null || score > best.score())) {
                best = new Choice(format, score, command);
            }
        }
        return best;
    }

    /** A format that fails has a defect, which must not keep the others from reading the text. */
    private int ask(Format format, List<Line> head, @Nullable Command command) {
        try {
            return format.recognise(head, command);
        } catch (RuntimeException defect) {
            failed.accept(format, defect);
            return Format.NO;
        }
    }

    /** The line's beginning with runs of digits as 0 and of letters as a. */
    private static String shape(String text) {
        StringBuilder shape = new StringBuilder(SHAPE_LENGTH);
        char last = 0;
        for (int i = 0; i < text.length() && shape.length() < SHAPE_LENGTH && i < 200; i++) {
            char c = text.charAt(i);
            char kind = c >= '0' && c <= '9' ? '0' : Character.isLetter(c) ? 'a' : c;
            if (kind != last || kind != '0' && kind != 'a' && kind != ' ') {
                shape.append(kind);
            }
            last = kind;
        }
        return shape.toString();
    }
}
