package astray.packet.file;

import java.io.IOException;
import java.io.InputStream;

/** A source as a stream, for the decompressor that sits on it. */
final class SourceStream extends InputStream {
    private static final int STEP = 1 << 16;

    private final Source source;

    SourceStream(Source source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        if (source.require(1) < 1) {
            return -1;
        }
        int value = Byte.toUnsignedInt(source.buffer.get(source.at));
        source.advance(1);
        return value;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (source.require(1) < 1) {
            return -1;
        }
        int got = Math.min(Math.min(length, STEP), source.buffer.limit() - source.at);
        source.buffer.get(source.at, into, from, got);
        source.advance(got);
        return got;
    }

    /** How much is at hand: without it the decompressor takes the first member's end for the file's. */
    @Override
    public int available() throws IOException {
        return source.require(1) < 1 ? 0 : source.buffer.limit() - source.at;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
