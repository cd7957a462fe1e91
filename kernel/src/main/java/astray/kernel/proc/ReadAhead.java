package astray.kernel.proc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A stream that, once it turns out to be long, is read by a thread of its own while the caller works on what it has: a
 * table of tens of thousands of sockets costs the kernel as long as it costs us to print it. Memory stays bounded: the
 * thread waits when it is four blocks ahead.
 */
public final class ReadAhead extends InputStream {
    private static final int BLOCK = 1 << 16;
    private static final int BLOCKS = 4;

    private final InputStream source;
    private final byte[][] blocks = new byte[BLOCKS][];
    private final int[] lengths = new int[BLOCKS];

    /** How much was read without the thread. */
    private int direct;

    private boolean threaded;
    private int taken;
    private int offset;

    // shared with the thread
    private int filled;
    private boolean ended;
    private boolean closed;
    private @Nullable IOException failure;

    /** Reads a stream, which is closed with this. */
    public ReadAhead(InputStream source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int count;
        do {
            count = read(one, 0, 1);
        } while (count == 0);
        return count < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (!threaded) {
            if (direct < BLOCK) {
                int count = source.read(buffer, from, length);
                direct += Math.max(count, 0);
                return count;
            }
            threaded = true;
            Thread.ofPlatform().name("read ahead").daemon().start(this::fill);
        }
        if (length == 0) {
            return 0;
        }
        if (!await()) {
            return -1;
        }
        int slot = taken % BLOCKS;
        int count = Math.min(length, lengths[slot] - offset);
        System.arraycopy(blocks[slot], offset, buffer, from, count);
        offset += count;
        if (offset == lengths[slot]) {
            offset = 0;
            synchronized (this) {
                taken++;
                notifyAll();
            }
        }
        return count;
    }

    /** Waits for a block; false behind the last. */
    private synchronized boolean await() throws IOException {
        try {
            while (taken == filled && !ended) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (taken < filled) {
            return true;
        }
        if (failure != null) {
            throw failure;
        }
        return false;
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new InterruptedIOException(e.getMessage());
    }

    private void fill() {
        IOException wrong = null;
        try {
            for (int slot = 0; room(); slot = (slot + 1) % BLOCKS) {
                if (blocks[slot] == null) {
                    blocks[slot] = new byte[BLOCK];
                }
                int length = 0;
                int count = 0;
                // the kernel gives a page at a time
                while (length < BLOCK && (count = source.read(blocks[slot], length, BLOCK - length)) >= 0) {
                    length += count;
                }
                lengths[slot] = length;
                synchronized (this) {
                    filled += length > 0 ? 1 : 0;
                    notifyAll();
                }
                if (count < 0) {
                    break;
                }
            }
        } catch (IOException e) {
            wrong = e;
        } finally {
            synchronized (this) {
                failure = wrong;
                ended = true;
                notifyAll();
            }
        }
    }

    /** Waits until a block is free; false when nobody reads any more. */
    private synchronized boolean room() throws IOException {
        try {
            while (filled - taken == BLOCKS && !closed) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return !closed;
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            notifyAll();
            // the thread is at most reading a block
            try {
                while (threaded && !ended) {
                    wait();
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
        source.close();
    }
}
