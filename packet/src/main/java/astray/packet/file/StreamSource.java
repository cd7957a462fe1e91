package astray.packet.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A pipe or a compressed file: its bytes go through one array, which grows to the longest record and no further. */
final class StreamSource extends Source {
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private byte[] bytes = new byte[CHUNK];
    private int held;

    StreamSource(InputStream in) {
        this.in = in;
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
