package astray.packet.file;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** A regular file, mapped window by window: a buffer cannot be longer than 2 GiB, a capture can. */
final class MappedSource extends Source {
    private final FileChannel channel;
    private final long size;
    private final long window;

    MappedSource(FileChannel channel, long window) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        this.window = window;
    }

    @Override
    int fetch(int length) throws IOException {
        long from = position();
        long mapped = Math.min(size - from, Math.max(window, length));
        if (mapped <= buffer.limit() - at) {
            return buffer.limit() - at; // the file's end is at hand already
        }
        buffer = channel.map(FileChannel.MapMode.READ_ONLY, from, mapped);
        base = from;
        at = 0;
        return buffer.limit();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
