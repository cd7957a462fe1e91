package astray.kernel.sys;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A file descriptor and the duty to close it. */
public final class Descriptor implements AutoCloseable {
    /** {@code AT_FDCWD} of fcntl.h. */
    private static final int CURRENT_FOLDER = -100;

    private static final int O_CLOEXEC = 02000000;
    private static final int SOCK_CLOEXEC = 02000000;
    private static final short POLLIN = 1;

    private final String what;
    private int number;

    private Descriptor(int number, String what) {
        this.number = number;
        this.what = what;
    }

    /** openat(2) for reading. */
    public static Descriptor open(String path) throws ErrnoException {
        return open(path, 0);
    }

    /** openat(2) for reading, with further flags of fcntl.h. */
    public static Descriptor open(String path, int flags) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            long result = Sys.call(
                    CallNumber.OPENAT, CURRENT_FOLDER, Words.text(arena, path).address(), O_CLOEXEC | flags, 0);
            return of(result, "openat", path);
        }
    }

    /**
     * socket(2).
     *
     * @param what how errors call it, such as {@code netlink}
     */
    public static Descriptor socket(int domain, int type, int protocol, String what) throws ErrnoException {
        return of(Sys.call(CallNumber.SOCKET, domain, type | SOCK_CLOEXEC, protocol), "socket", what);
    }

    /** The owner of what a call that opens returned, unless that is an error. */
    public static Descriptor of(long result, String call, String what) throws ErrnoException {
        return new Descriptor((int) check(result, call, what), what);
    }

    /** The result, unless it is an error. */
    public static long check(long result, String call, String what) throws ErrnoException {
        if (result < 0) {
            throw new ErrnoException(call, what, Errno.of((int) -result));
        }
        return result;
    }

    /** The result of a call on this descriptor, unless it is an error. */
    public long checked(long result, String call) throws ErrnoException {
        return check(result, call, what);
    }

    /** setsockopt(2) with an int. */
    public void option(int level, int option, int value) throws ErrnoException {
        checked(tryOption(level, option, value), "setsockopt");
    }

    /** setsockopt(2) with an int: 0, or a negative error number for what this kernel does not know. */
    public long tryOption(int level, int option, int value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = Words.of(arena, value);
            return Sys.call(CallNumber.SETSOCKOPT, number, level, option, word.address(), word.byteSize());
        }
    }

    /** setsockopt(2) with bytes: 0, or a negative error number. */
    public long tryOption(int level, int option, byte[] value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment bytes = Words.of(arena, value);
            return Sys.call(CallNumber.SETSOCKOPT, number, level, option, bytes.address(), bytes.byteSize());
        }
    }

    /** getsockopt(2) of an int. */
    public int option(int level, int option) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment word = Words.of(arena, 0);
            MemorySegment length = Words.of(arena, (int) word.byteSize());
            checked(
                    Sys.call(CallNumber.GETSOCKOPT, number, level, option, word.address(), length.address()),
                    "getsockopt");
            return Words.first(word);
        }
    }

    /**
     * Waits until there is something to read, an error among it.
     *
     * @param millis how long at most; negative for ever
     * @return false when the time passed first, or a signal came
     */
    public boolean readable(long millis) throws ErrnoException {
        try (Arena arena = Arena.ofConfined()) {
            // struct pollfd { int fd; short events; short revents; }
            byte[] bytes = new byte[8];
            Words.put(bytes, 0, Integer.BYTES, number);
            Words.put(bytes, 4, Short.BYTES, POLLIN);
            MemorySegment poll = Words.of(arena, bytes);
            MemorySegment timeout = MemorySegment.NULL;
            if (millis >= 0) {
                byte[] time = new byte[16];
                Words.put(time, 0, Long.BYTES, millis / 1000);
                Words.put(time, 8, Long.BYTES, millis % 1000 * 1_000_000);
                timeout = Words.of(arena, time);
            }
            long result = Sys.call(CallNumber.PPOLL, poll.address(), 1, timeout.address(), 0, 0);
            return result != -Errno.EINTR.number() && checked(result, "ppoll") > 0;
        }
    }

    /** The number, for system calls. */
    public int number() {
        return number;
    }

    @Override
    public void close() {
        if (number >= 0) {
            // Linux frees the number whatever close(2) says
            Sys.call(CallNumber.CLOSE, number);
            number = -1;
        }
    }
}
