package astray.kernel.process;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An open directory; names are relative to it, so that what it holds stays the same when it is moved. */
public final class Folder implements AutoCloseable {
    // struct linux_dirent64, getdents(2)
    private static final int D_RECLEN = 16;
    private static final int D_NAME = 19;

    /** The first bytes of a socket's link, {@code socket:[}. */
    private static final long SOCKET = word("socket:[");

    private final RawFiles files;
    private final Descriptor descriptor;

    Folder(RawFiles files, Descriptor descriptor) {
        this.files = files;
        this.descriptor = descriptor;
    }

    private static long word(String text) {
        long word = 0;
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            word = word << Byte.SIZE | text.charAt(i);
        }
        return word;
    }

    /** All names but {@code .} and {@code ..}, in the directory's order. */
    public List<byte[]> names() throws ErrnoException {
        List<byte[]> names = new ArrayList<>();
        for (int length = fill(); length > 0; length = fill()) {
            for (int at = 0; at < length; at += entry(at)) {
                byte[] name = name(at);
                if (!(name[0] == '.' && (name.length == 1 || name.length == 2 && name[1] == '.'))) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** The names that are decimal numbers, in the directory's order: processes, tasks, descriptors. */
    public int[] numbers() throws ErrnoException {
        int[] numbers = new int[64];
        int count = 0;
        for (int length = fill(); length > 0; length = fill()) {
            for (int at = 0; at < length; at += entry(at)) {
                int number = number(at + D_NAME);
                if (number >= 0) {
                    if (count == numbers.length) {
                        numbers = Arrays.copyOf(numbers, 2 * count);
                    }
                    numbers[count++] = number;
                }
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    private int fill() throws ErrnoException {
        long length = Sys.call(CallNumber.GETDENTS64, descriptor.number(), files.into, RawFiles.PIECE);
        return (int) descriptor.checked(length, "getdents64");
    }

    private int entry(int at) {
        // never 0, so that the walk ends whatever the kernel says
        return Math.max(D_NAME + 1, files.record.getShort(at + D_RECLEN) & 0xffff);
    }

    private byte[] name(int at) {
        int end = at + D_NAME;
        while (files.text.get(end) != 0) {
            end++;
        }
        return files.copy(at + D_NAME, end - at - D_NAME);
    }

    /** The number that the buffer's bytes spell up to a zero; -1 when they spell none. */
    private int number(int at) {
        int number = 0;
        long word = 0;
        for (int digits = 0; digits < 10; digits++) {
            word = digits % Long.BYTES == 0 ? files.text.getLong(at + digits) : word >>> Byte.SIZE;
            int c = (int) word & 0xff;
            if (c == 0 && digits > 0) {
                return number;
            }
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return -1;
    }

    /** Opens a directory in it. */
    public Folder folder(byte[] name) throws ErrnoException {
        return files.folder(descriptor.number(), name);
    }

    /** What a link in it says (readlinkat(2)). */
    public byte[] link(byte[] name) throws ErrnoException {
        return files.link(descriptor.number(), name);
    }

    /** What the link with a number as its name says. */
    public byte[] link(int number) throws ErrnoException {
        return files.link(descriptor.number(), number);
    }

    /**
     * The inode of the socket that a numbered link stands for, without making an object of it.
     *
     * @return 0 when it is no socket, a negative error number when it could not be read
     */
    public long socket(int number) {
        long length = files.linkLength(descriptor.number(), number);
        ByteBuffer text = files.text;
        if (length < 0) {
            return length;
        }
        if (length < Long.BYTES + 2 || text.getLong(0) != SOCKET) {
            return 0;
        }
        long inode = 0;
        long word = 0;
        for (int at = Long.BYTES; at < length - 1; at++) {
            word = at % Long.BYTES == 0 ? text.getLong(at) : word >>> Byte.SIZE;
            int c = (int) word & 0xff;
            if (c < '0' || c > '9') {
                return 0;
            }
            inode = inode * 10 + c - '0';
        }
        return Math.max(0, inode);
    }

    /** What is known about a file in it. */
    public FileStatus status(byte[] name, boolean follow) throws ErrnoException {
        return files.status(descriptor.number(), name, follow);
    }

    /** What is known about the file with a number as its name. */
    public FileStatus status(int number, boolean follow) throws ErrnoException {
        return files.status(descriptor.number(), number, follow);
    }

    /** The contents of a file in it, up to a limit in bytes. */
    public byte[] read(byte[] name, int limit) throws ErrnoException {
        return files.read(descriptor.number(), name, limit);
    }

    /** The contents of the file with a number as its name, up to a limit in bytes. */
    public byte[] read(int number, int limit) throws ErrnoException {
        return files.read(descriptor.number(), number, limit);
    }

    /** Whether an error says that a process ended while it was being read. */
    public static boolean isGone(Errno errno) {
        return errno.equals(Errno.ENOENT) || errno.equals(Errno.ESRCH);
    }

    @Override
    public void close() {
        descriptor.close();
    }
}
