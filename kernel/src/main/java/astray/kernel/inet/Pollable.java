package astray.kernel.inet;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/** A socket that never blocks, and can be waited for together with others (poll(2)). */
public abstract sealed class Pollable implements AutoCloseable permits InetSocket, PacketSocket {
    /** There is something to read, or the end (POLLIN). */
    public static final int READABLE = 1;

    /** A connection opened, or there is room to write (POLLOUT). */
    public static final int WRITABLE = 4;

    /** An error is waiting (POLLERR); always waited for. */
    public static final int ERROR = 8;

    /** The other end went away (POLLHUP); always waited for. */
    public static final int HANGUP = 0x10;

    /** {@code SOCK_NONBLOCK} of bits/socket_type.h. */
    static final int NONBLOCK = 04000;

    /** {@code struct pollfd} of poll.h. */
    private static final int POLLFD = 8;

    private static final int POLLFD_EVENTS = 4;
    private static final int POLLFD_REVENTS = 6;

    final Descriptor descriptor;

    Pollable(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * Waits until something happens to one of these sockets, or a signal comes.
     *
     * @param sockets at most some thousands
     * @param wanted for each, what to wait for
     * @param nanos how long at most, from 0
     * @return for each, what happened; all 0 when the time passed
     */
    public static int[] await(List<? extends Pollable> sockets, int[] wanted, long nanos) throws ErrnoException {
        int count = sockets.size();
        int[] happened = new int[count];
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment polls = arena.allocate(Math.max(1, count) * (long) POLLFD, 8);
            for (int i = 0; i < count; i++) {
                polls.set(
                        ValueLayout.JAVA_INT,
                        i * (long) POLLFD,
                        sockets.get(i).descriptor.number());
                polls.set(ValueLayout.JAVA_SHORT, i * (long) POLLFD + POLLFD_EVENTS, (short) wanted[i]);
            }
            MemorySegment timeout = arena.allocate(16, 8);
            timeout.set(ValueLayout.JAVA_LONG, 0, nanos / 1_000_000_000);
            timeout.set(ValueLayout.JAVA_LONG, 8, nanos % 1_000_000_000);
            long result = Sys.call(CallNumber.PPOLL, polls.address(), count, timeout.address(), 0, 0);
            if (result == -Errno.EINTR.number()) {
                return happened;
            }
            Descriptor.check(result, "ppoll", "sockets");
            for (int i = 0; i < count; i++) {
                happened[i] = polls.get(ValueLayout.JAVA_SHORT, i * (long) POLLFD + POLLFD_REVENTS);
            }
        }
        return happened;
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
