package astray.transcript.document;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a document one by one, with a bounded look ahead. */
final class LineFeed {
    /** The furthest look ahead, in lines. */
    static final int AHEAD = 100;

    /** Looking ahead stops after so many characters: long lines are looked at one by one. */
    private static final int AHEAD_CHARACTERS = 1 << 20;

    private final LineSource source;
    private final Deque<Piece> ahead = new ArrayDeque<>();
    private long charactersAhead;
    private int number;

    LineFeed(LineSource source) {
        this.source = source;
    }

    @Nullable
    Piece next() throws IOException {
        Piece piece = ahead.poll();
        if (piece == null) {
            return read();
        }
        charactersAhead -= piece.line.text().length();
        return piece;
    }

    private @Nullable Piece read() throws IOException {
        String text = source.next();
        return text == null ? null : Piece.of(++number, text);
    }

    /** The next lines without taking them. */
    List<Piece> peek(int count) throws IOException {
        int wanted = Math.min(count, AHEAD);
        while (ahead.size() < wanted && charactersAhead < AHEAD_CHARACTERS) {
            Piece piece = read();
            if (piece == null) {
                break;
            }
            ahead.add(piece);
            charactersAhead += piece.line.text().length();
        }
        List<Piece> pieces = new ArrayList<>(wanted);
        for (Piece piece : ahead) {
            if (pieces.size() == wanted) {
                break;
            }
            pieces.add(piece);
        }
        return pieces;
    }

    /** Whether nothing follows. */
    boolean atEnd() throws IOException {
        return ahead.isEmpty() && peek(1).isEmpty();
    }
}
