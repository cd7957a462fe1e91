package astray.kernel.netlink;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import astray.kernel.sys.Words;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Receives rows of messages from a socket, for the thread that made it. Does not close the socket. */
final class Receiver implements AutoCloseable {
    private static final int MSG_PEEK = 2;
    private static final int MSG_TRUNC = 0x20;

    /** The kernel fills at most 32 KiB at once unless a single message is longer. */
    private static final int BUFFER = 1 << 16;

    private static final int LARGEST_BUFFER = 1 << 24;

    private final Descriptor descriptor;
    private final Arena arena = Arena.ofConfined();
    private MemorySegment buffer = arena.allocate(BUFFER, 8);

    Receiver(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Receives a row of messages.
     *
     * @param millis how long to wait at most; negative for ever
     * @return a copy of what came, {@code null} when nothing came in time or a signal ended the wait
     */
    byte @Nullable [] receive(long millis) throws ErrnoException {
        if (!descriptor.readable(millis)) {
            return null;
        }
        // a message longer than the buffer would be cut, so its length is asked for first
        long length = receive(0, MSG_PEEK | MSG_TRUNC);
        if (length > LARGEST_BUFFER) {
            throw new ErrnoException("recvfrom", "netlink", Errno.EMSGSIZE);
        }
        if (length > buffer.byteSize()) {
            buffer = arena.allocate(length, 8);
        }
        length = receive(buffer.byteSize(), 0);
        return Words.bytes(buffer, length);
    }

    private long receive(long size, int flags) throws ErrnoException {
        long result = Sys.call(CallNumber.RECVFROM, descriptor.number(), buffer.address(), size, flags, 0, 0);
        return descriptor.checked(result, "recvfrom");
    }

    @Override
    public void close() {
        arena.close();
    }
}
