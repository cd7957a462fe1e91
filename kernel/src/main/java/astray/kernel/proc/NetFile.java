package astray.kernel.proc;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Files of the calling thread's network namespace, below {@code /proc/thread-self/net}. */
public final class NetFile {
    private static final String FOLDER = "/proc/thread-self/net/";
    private static final int LARGEST = 64 << 20;

    private NetFile() {}

    /** What reading one came to. */
    public sealed interface Contents {}

    /** All of it. */
    public static final class Whole implements Contents {
        private final byte[] bytes;

        Whole(byte[] bytes) {
            this.bytes = bytes;
        }

        /** What it holds: the bytes themselves, not a copy. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /**
     * It could not be read.
     *
     * @param errno why: ENOENT where this kernel has no such file, EACCES, EFBIG for more than 64 MiB
     */
    public record Unreadable(Errno errno) implements Contents {}

    /**
     * Reads one whole.
     *
     * @param name its name below the folder, such as {@code snmp} or {@code stat/nf_conntrack}
     */
    public static Contents read(String name) {
        try (InputStream stream = open(name)) {
            byte[] bytes = new byte[1 << 14];
            int length = 0;
            int count;
            while ((count = stream.read(bytes, length, bytes.length - length)) >= 0) {
                length += count;
                if (length > LARGEST) {
                    return new Unreadable(Errno.of(27));
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, length * 2);
                }
            }
            return new Whole(Arrays.copyOf(bytes, length));
        } catch (ErrnoException e) {
            return new Unreadable(e.errno());
        } catch (IOException e) {
            return new Unreadable(Errno.EIO);
        }
    }

    /**
     * Opens one, to be read as it comes. The kernel gives about a page at each call: a buffer around it brings nothing.
     *
     * @throws ErrnoException with ENOENT or EACCES
     */
    public static InputStream open(String name) throws ErrnoException {
        String path = FOLDER + name;
        try {
            return new FileInputStream(path);
        } catch (FileNotFoundException e) {
            throw new ErrnoException("openat", path, new File(path).exists() ? Errno.EACCES : Errno.ENOENT);
        }
    }
}
