package astray.kernel.process;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import astray.kernel.sys.Words;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Files whose names are bytes, as the kernel has them, and not text: what java.nio cannot do in every locale, and slower.
 * One set of buffers serves all calls, so an instance belongs to one thread.
 */
public final class RawFiles implements AutoCloseable {
    /** {@code AT_FDCWD} of fcntl.h: paths start at the working directory. */
    static final int WORKING_DIRECTORY = -100;

    private static final int AT_SYMLINK_NOFOLLOW = 0x100;
    private static final int AT_NO_AUTOMOUNT = 0x800;
    private static final int STATX_BASIC_STATS = 0x7ff;
    private static final int O_RDONLY_CLOEXEC = 02000000;

    /** asm/fcntl.h: where architectures differ. */
    private static final int O_DIRECTORY = System.getProperty("os.arch", "").equals("aarch64") ? 040000 : 0200000;

    private static final Errno ENAMETOOLONG = Errno.of(36);

    /** {@code PATH_MAX} of linux/limits.h, its closing zero included. */
    private static final int LONGEST_PATH = 4096;

    static final int PIECE = 1 << 16;

    /** What leaves room for a closing zero. */
    private static final int LARGEST_IN_A_WORD = 9_999_999;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment path = arena.allocate(LONGEST_PATH, 8);

    /** The same as bytes, of which eight make a word with the first of them lowest (see {@link Words} on buffers). */
    private final ByteBuffer pathBytes = path.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment buffer = arena.allocate(PIECE + 2 * Long.BYTES, 8);

    /** Where the kernel puts what is read. */
    final long into = buffer.address();

    /** What was read, as text: the first byte of a word is lowest. A word may be taken at its last byte. */
    final ByteBuffer text = buffer.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);

    /** What was read, as numbers of the kernel. */
    final ByteBuffer record = buffer.asByteBuffer().order(ByteOrder.nativeOrder());

    /** Makes the buffers. */
    public RawFiles() {}

    /** A path or a name in the bytes that the kernel knows it by. */
    public static byte[] bytes(String path) {
        return path.getBytes(StandardCharsets.UTF_8);
    }

    /** A part of what was read. */
    byte[] copy(int from, int length) {
        byte[] bytes = new byte[length];
        text.get(from, bytes);
        return bytes;
    }

    private long place(byte[] name, String call) throws ErrnoException {
        if (name.length >= LONGEST_PATH) {
            throw new ErrnoException(call, shown(name), ENAMETOOLONG);
        }
        pathBytes.put(0, name).put(name.length, (byte) 0);
        return path.address();
    }

    /** Writes a number's digits as a name, all at once: this is done for each descriptor of each process. */
    long place(int number) {
        if (number > LARGEST_IN_A_WORD) {
            byte[] name = bytes(Integer.toString(number));
            pathBytes.put(0, name).put(name.length, (byte) 0);
            return path.address();
        }
        long word = 0;
        int rest = number;
        do {
            word = word << Byte.SIZE | '0' + rest % 10;
            rest /= 10;
        } while (rest > 0);
        pathBytes.putLong(0, word);
        return path.address();
    }

    private static String shown(byte[] name) {
        return new String(name, StandardCharsets.UTF_8);
    }

    /** Opens a directory for reading. */
    public Folder folder(byte[] name) throws ErrnoException {
        return folder(WORKING_DIRECTORY, name);
    }

    Folder folder(int at, byte[] name) throws ErrnoException {
        return folder(at, place(name, "openat"), name);
    }

    private Folder folder(int at, long address, byte[] name) throws ErrnoException {
        long result = Sys.call(CallNumber.OPENAT, at, address, O_RDONLY_CLOEXEC | O_DIRECTORY, 0);
        return new Folder(this, Descriptor.of(result, "openat", shown(name)));
    }

    /** What a link says (readlink(2)). */
    public byte[] link(byte[] name) throws ErrnoException {
        return link(WORKING_DIRECTORY, place(name, "readlink"), name);
    }

    byte[] link(int at, byte[] name) throws ErrnoException {
        return link(at, place(name, "readlink"), name);
    }

    byte[] link(int at, int number) throws ErrnoException {
        long length = linkLength(at, number);
        if (length < 0) {
            throw new ErrnoException("readlink", Integer.toString(number), Errno.of((int) -length));
        }
        return copy(0, (int) length);
    }

    private byte[] link(int at, long address, byte[] name) throws ErrnoException {
        long length = Sys.call(CallNumber.READLINKAT, at, address, into, PIECE);
        Descriptor.check(length, "readlink", shown(name));
        return copy(0, (int) length);
    }

    /** Reads a numbered link into {@link #buffer}: its length, or a negative error number. */
    long linkLength(int at, int number) {
        return Sys.call(CallNumber.READLINKAT, at, place(number), into, PIECE);
    }

    /**
     * What is known about a file (statx(2)).
     *
     * @param follow whether a symbolic link stands for what it points to
     */
    public FileStatus status(byte[] name, boolean follow) throws ErrnoException {
        return status(WORKING_DIRECTORY, name, follow);
    }

    FileStatus status(int at, byte[] name, boolean follow) throws ErrnoException {
        return status(at, place(name, "stat"), follow, name);
    }

    FileStatus status(int at, int number, boolean follow) throws ErrnoException {
        long result = statx(at, place(number), follow);
        if (result < 0) {
            throw new ErrnoException("stat", Integer.toString(number), Errno.of((int) -result));
        }
        return FileStatus.of(record);
    }

    private FileStatus status(int at, long address, boolean follow, byte[] name) throws ErrnoException {
        Descriptor.check(statx(at, address, follow), "stat", shown(name));
        return FileStatus.of(record);
    }

    private long statx(int at, long address, boolean follow) {
        int flags = AT_NO_AUTOMOUNT | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
        return Sys.call(CallNumber.STATX, at, address, flags, STATX_BASIC_STATS, into);
    }

    /**
     * A file's contents.
     *
     * @param limit where reading stops, in bytes
     */
    public byte[] read(byte[] name, int limit) throws ErrnoException {
        return read(WORKING_DIRECTORY, name, limit);
    }

    byte[] read(int at, byte[] name, int limit) throws ErrnoException {
        long opened = Sys.call(CallNumber.OPENAT, at, place(name, "open"), O_RDONLY_CLOEXEC, 0);
        try (Descriptor file = Descriptor.of(opened, "open", shown(name))) {
            return contents(file, limit);
        }
    }

    byte[] read(int at, int number, int limit) throws ErrnoException {
        long opened = Sys.call(CallNumber.OPENAT, at, place(number), O_RDONLY_CLOEXEC, 0);
        try (Descriptor file = Descriptor.of(opened, "open", Integer.toString(number))) {
            return contents(file, limit);
        }
    }

    private byte[] contents(Descriptor file, int limit) throws ErrnoException {
        byte[] bytes = new byte[0];
        while (bytes.length < limit) {
            long wanted = Math.min(PIECE, limit - bytes.length);
            long count = Sys.call(CallNumber.READ, file.number(), into, wanted);
            if (count == -Errno.EINTR.number()) {
                continue;
            }
            int more = (int) file.checked(count, "read");
            if (more == 0) {
                break;
            }
            int length = bytes.length;
            bytes = length == 0 ? new byte[more] : Arrays.copyOf(bytes, length + more);
            text.get(0, bytes, length, more);
        }
        return bytes;
    }

    /**
     * An extended attribute of what a path stands for (getxattr(2)); for {@code system.sockprotoname} of a socket's link
     * below {@code /proc/PID/fd} the name of its protocol, such as {@code TCPv6}.
     */
    public byte[] attribute(byte[] name, String attribute) throws ErrnoException {
        long file = place(name, "getxattr");
        byte[] key = bytes(attribute);
        text.put(0, key).put(key.length, (byte) 0);
        int value = key.length + 1;
        long length = Sys.call(CallNumber.GETXATTR, file, into, into + value, PIECE - value);
        Descriptor.check(length, "getxattr", shown(name));
        return copy(value, (int) length);
    }

    @Override
    public void close() {
        arena.close();
    }
}
