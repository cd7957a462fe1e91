package astray.kernel.proc;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream, in a buffer that they are read from as they come. A line longer than 64 KiB is cut there: no
 * file that is read here has one, and memory stays bounded whatever comes.
 */
final class Lines {
    private static final int LONGEST = 1 << 16;

    private final InputStream stream;
    private final Fields fields;
    private byte[] buffer = new byte[1 << 14];
    private int from;
    private int filled;
    private boolean ended;

    /** Lines to be read through fields, which {@link #next} moves on. */
    Lines(InputStream stream, Fields fields) {
        this.stream = stream;
        this.fields = fields;
    }

    /** Moves to the next line; false behind the last. */
    boolean next() throws IOException {
        int looked = from;
        while (true) {
            for (int i = looked; i < filled; i++) {
                if (buffer[i] == '\n') {
                    fields.line(buffer, from, i);
                    from = i + 1;
                    return true;
                }
            }
            looked = filled;
            if (ended || filled - from >= LONGEST) {
                fields.line(buffer, from, filled);
                boolean more = filled > from;
                from = filled;
                return more;
            }
            int moved = from;
            fill();
            if (from != moved) {
                looked -= moved - from;
            }
        }
    }

    private void fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            filled -= from;
            from = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = stream.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            ended = true;
        } else {
            filled += count;
        }
    }
}
