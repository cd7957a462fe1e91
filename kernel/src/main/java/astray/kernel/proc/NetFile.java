package astray.kernel.proc;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import java.io.InputStream;

/** Files of the calling thread's network namespace, below {@code /proc/thread-self/net}. */
public final class NetFile {
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
        return NetFolder.OWN.read(name);
    }

    /**
     * Opens one, to be read as it comes. The kernel gives about a page at each call: a buffer around it brings nothing.
     *
     * @throws ErrnoException with ENOENT or EACCES
     */
    public static InputStream open(String name) throws ErrnoException {
        return NetFolder.OWN.open(name);
    }
}
