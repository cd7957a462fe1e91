package astray.transcript.sockets;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Padding of printed columns. */
final class Columns {
    private Columns() {}

    static void left(Appendable out, String text, int width) throws IOException {
        out.append(text);
        blanks(out, width - text.length());
    }

    static void right(Appendable out, String text, int width) throws IOException {
        blanks(out, width - text.length());
        out.append(text);
    }

    static void blanks(Appendable out, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.append(' ');
        }
    }

    /** A count that the form has no way to leave out. */
    static String number(@Nullable Long count) {
        return count == null ? "0" : count.toString();
    }
}
