package astray.collect;

import astray.codec.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Text as UTF-8, whatever it was: compressed with gzip or Zstandard, or UTF-16 as Windows writes it. */
final class TextStream {
    private static final int BUFFER = 64 << 10;

    private TextStream() {}

    /** What a stream holds, without the compression; its start can be looked at. */
    static InputStream unzipped(InputStream in) throws IOException {
        InputStream marked = new BufferedInputStream(in, BUFFER);
        byte[] start = start(marked, 2);
        boolean zipped = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
        if (zipped) {
            return new BufferedInputStream(new GZIPInputStream(marked, BUFFER), BUFFER);
        }
        return ZstdInputStream.isMagic(magic(marked))
                ? new BufferedInputStream(new ZstdInputStream(marked), BUFFER)
                : marked;
    }

    /** The text of what {@link #unzipped} gave. */
    static InputStream text(InputStream unzipped) throws IOException {
        Charset wide = wide(start(unzipped, 2));
        return wide == null ? unzipped : new Utf8(new InputStreamReader(unzipped, wide));
    }

    /** The first four bytes, the first in the highest place; 0 when there are fewer. */
    static int magic(InputStream marked) throws IOException {
        byte[] start = start(marked, 4);
        return start.length < 4 ? 0 : ByteBuffer.wrap(start).getInt();
    }

    /** The first bytes of what {@link #unzipped} gave: fewer where there are fewer. */
    static byte[] start(InputStream marked, int count) throws IOException {
        marked.mark(count);
        byte[] start = marked.readNBytes(count);
        marked.reset();
        return start;
    }

    private static @Nullable Charset wide(byte[] start) {
        if (start.length < 2) {
            return null;
        }
        boolean little = (start[0] & 0xff) == 0xff && (start[1] & 0xff) == 0xfe;
        boolean big = (start[0] & 0xff) == 0xfe && (start[1] & 0xff) == 0xff;
        return little || big ? StandardCharsets.UTF_16 : null;
    }

    /** Encodes characters again. */
    private static final class Utf8 extends InputStream {
        private final Reader reader;
        private final char[] characters = new char[BUFFER];
        private ByteBuffer bytes = ByteBuffer.allocate(0);
        private char high;

        Utf8(Reader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            while (!bytes.hasRemaining()) {
                int kept = 0;
                if (high != 0) {
                    characters[0] = high;
                    high = 0;
                    kept = 1;
                }
                int got = reader.read(characters, kept, characters.length - kept);
                if (got < 0) {
                    return -1;
                }
                int all = kept + got;
                // half of a pair waits for the other half
                if (Character.isHighSurrogate(characters[all - 1])) {
                    high = characters[--all];
                }
                bytes = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters, 0, all));
            }
            int count = Math.min(length, bytes.remaining());
            bytes.get(into, from, count);
            return count;
        }
    }
}
