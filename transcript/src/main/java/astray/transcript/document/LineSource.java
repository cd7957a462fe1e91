package astray.transcript.document;

import astray.transcript.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits bytes into clean lines. Lines end with LF or CRLF; UTF-8 is decoded, invalid bytes become U+FFFD.
 *
 * <p>Most lines of big texts are printable ASCII and are copied once, straight into the string; one pass over the
 * bytes finds the line's end and whether it is such a line.
 */
final class LineSource {
    private static final int BUFFER = 256 << 10;
    private static final int START = 300;

    private final InputStream in;
    private final Limits limits;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private byte[] joined = new byte[0];
    private boolean ended;
    private long cut;
    private long lines;

    LineSource(InputStream in, Limits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** How many lines were cut. */
    long cut() {
        return cut;
    }

    /** How many lines there were so far. */
    long lines() {
        return lines;
    }

    /** Whether the last line had a line end. */
    boolean ended() {
        return ended;
    }

    /** The first bytes, to see whether this is text at all; they are still read as lines. */
    byte[] start(int count) throws IOException {
        while (end < count) {
            int got = in.read(buffer, end, BUFFER - end);
            if (got < 0) {
                break;
            }
            end += got;
        }
        return Arrays.copyOf(buffer, Math.min(end, count));
    }

    /** Passes over the first bytes: a byte order mark. */
    void skip(int count) {
        at += count;
    }

    /** The next line without its end, or {@code null} after the last. */
    @Nullable
    String next() throws IOException {
        int held = 0;
        boolean ascii = true;
        boolean over = false;
        while (true) {
            if (at == end && !fill()) {
                if (held == 0 && !over) {
                    return null;
                }
                ended = false;
                return line(joined, 0, held, ascii, over);
            }
            int from = at;
            int i = from;
            int odd = 0;
            byte[] bytes = buffer;
            int to = end;
            byte b = 0;
            while (i < to && (b = bytes[i]) != '\n') {
                // below 0x20, or above 0x7e: the sign bit of either difference
                odd |= (b - 0x20) | (0x7e - b);
                i++;
            }
            ascii &= odd >= 0;
            boolean whole = i < to;
            at = whole ? i + 1 : i;
            if (whole && held == 0 && !over) {
                ended = true;
                return line(bytes, from, i, ascii, false);
            }
            int room = limit(held, from) - held;
            int taken = Math.min(i - from, Math.max(0, room));
            append(held, from, taken);
            held += taken;
            over |= taken < i - from;
            if (whole) {
                ended = true;
                return line(joined, 0, held, ascii, over);
            }
        }
    }

    private boolean fill() throws IOException {
        int got = in.read(buffer, 0, BUFFER);
        at = 0;
        end = Math.max(got, 0);
        return got > 0;
    }

    private void append(int held, int from, int count) {
        if (held + count > joined.length) {
            joined =
                    Arrays.copyOf(joined, Math.max(held + count, Math.min(2 * joined.length, limits.jsonCharacters())));
        }
        System.arraycopy(buffer, from, joined, held, count);
    }

    /** In bytes; a character of UTF-8 has up to four, and the decoded line is cut once more. */
    private int limit(int held, int from) {
        byte[] start = held > 0 ? joined : buffer;
        int first = held > 0 ? 0 : from;
        int last = held > 0 ? Math.min(held, START) : Math.min(end, from + START);
        return json(start, first, last) ? limits.jsonCharacters() : Math.min(4 * limits.lineCharacters(), 1 << 28);
    }

    /** Whether a line's start holds the start of an array of objects or of an object. */
    private static boolean json(byte[] bytes, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == '[' && bytes[i + 1] == '{' || bytes[i] == '{' && bytes[i + 1] == '"') {
                return true;
            }
        }
        return false;
    }

    private String line(byte[] bytes, int from, int to, boolean ascii, boolean over) {
        lines++;
        int last = to;
        while (last > from && bytes[last - 1] == '\r') {
            last--;
        }
        int longest = to - from > limits.lineCharacters() && !json(bytes, from, Math.min(to, from + START))
                ? limits.lineCharacters()
                : limits.jsonCharacters();
        String text;
        if (ascii) {
            // one byte is one character
            text = new String(bytes, from, Math.min(last - from, longest), StandardCharsets.ISO_8859_1);
        } else {
            text = Cleaner.clean(new String(bytes, from, last - from, StandardCharsets.UTF_8));
            if (text.length() > longest) {
                int border = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
                text = text.substring(0, border);
                cut++;
                return release(text);
            }
        }
        if (over || ascii && last - from > longest) {
            cut++;
        }
        return release(text);
    }

    /** A huge line's buffer is not kept for the rest of the document. */
    private String release(String text) {
        if (joined.length > 4 * limits.lineCharacters()) {
            joined = new byte[0];
        }
        return text;
    }
}
