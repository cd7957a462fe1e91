package astray.packet.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The bytes of a file, read forward: a cursor in a buffer that holds a stretch of them. Whoever wants the next N bytes
 * requires them, then reads them in place at {@link #at} (big-endian, by index), then advances.
 */
abstract class Source implements Closeable {
    /** The stretch at hand. It changes with {@link #require}. */
    ByteBuffer buffer = ByteBuffer.allocate(0);

    /** The array behind the buffer: an index means the same in both. */
    byte[] bytes = new byte[0];

    /** The cursor: an index into the buffer. */
    int at;

    /** Where in the file the buffer's index 0 lies. */
    long base;

    /** The cursor's place in the file. */
    final long position() {
        return base + at;
    }

    /**
     * Makes the next bytes readable in the buffer.
     *
     * @return how many there are: {@code length}, or fewer when the file ends before
     */
    final int require(int length) throws IOException {
        return buffer.limit() - at >= length ? length : Math.min(length, fetch(length));
    }

    /** Brings bytes from the cursor on into the buffer, at least so many if there are; returns how many there are. */
    abstract int fetch(int length) throws IOException;

    /** Moves the cursor over bytes that were required. */
    final void advance(int length) {
        at += length;
    }
}
