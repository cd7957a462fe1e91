package astray.transcript.document;

import astray.transcript.Line;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands before each line of a block: the same for all of them.
 *
 * @param quotes quoting marks
 * @param speaker who says it in a chat
 * @param indent leading blanks
 */
record Dressing(int quotes, @Nullable String speaker, String indent) {

    /** Nothing. */
    static final Dressing NONE = new Dressing(0, null, "");

    /** What stands before this line. */
    static Dressing of(Piece piece) {
        return new Dressing(piece.quotes, piece.speaker, piece.body.substring(0, Indent.of(piece.body)));
    }

    Dressing indented(String by) {
        return new Dressing(quotes, speaker, by);
    }

    Line strip(Piece piece) {
        return piece.dress(quotes, speaker, indent);
    }

    /** Whether a line that is not blank is said by somebody else, or quoted less. */
    boolean left(Piece piece) {
        if (piece.quotes < quotes) {
            return true;
        }
        return !Objects.equals(speaker, piece.speaker);
    }
}
