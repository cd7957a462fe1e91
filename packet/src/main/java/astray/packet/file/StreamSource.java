package astray.packet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A file, a pipe, or what comes out of a decompressor: the bytes go through one array, which grows to the longest record
 * and no further. Files are not mapped: a copy in large pieces costs less than the faults of pages, and what looks at
 * packets is quicker on an array.
 */
final class StreamSource extends Source {
    /** Small, so that what is read stays in a processor's own cache until it is looked at. */
    private static final int CHUNK = 1 << 15;

    private final InputStream in;
    private int held;

    StreamSource(InputStream in) {
        this(in, CHUNK);
    }

    /** As above, with the size of the first array, which tests make small. */
    StreamSource(InputStream in, int chunk) {
        this.in = in;
        this.bytes = new byte[chunk];
        show();
    }

    private void show() {
        buffer = ByteBuffer.wrap(bytes, 0, held);
    }

    /** Whatever a length field says, memory is only taken for bytes that really came. */
    @Override
    int fetch(int length) throws IOException {
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, held - at);
            held -= at;
            base += at;
            at = 0;
        }
        while (held < length) {
            if (held == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(Math.max(length, CHUNK), 2 * bytes.length));
            }
            int got = in.read(bytes, held, bytes.length - held);
            if (got < 0) {
                break;
            }
            held += got;
        }
        show();
        return held;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
