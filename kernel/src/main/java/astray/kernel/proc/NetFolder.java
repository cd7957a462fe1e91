package astray.kernel.proc;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * A folder with the network's text files of proc(5).
 *
 * @param path where it lies, with a slash at the end
 */
public record NetFolder(String path) {
    /** That of the calling thread's network namespace. */
    public static final NetFolder OWN = new NetFolder("/proc/thread-self/net/");

    private static final int LARGEST = 64 << 20;

    /** Reads a file whole. */
    public NetFile.Contents read(String name) {
        try (InputStream stream = open(name)) {
            byte[] bytes = new byte[1 << 14];
            int length = 0;
            int count;
            while ((count = stream.read(bytes, length, bytes.length - length)) >= 0) {
                length += count;
                if (length > LARGEST) {
                    return new NetFile.Unreadable(Errno.of(27));
                }
                if (length == bytes.length) {
                    bytes = Arrays.copyOf(bytes, length * 2);
                }
            }
            return new NetFile.Whole(Arrays.copyOf(bytes, length));
        } catch (ErrnoException e) {
            return new NetFile.Unreadable(e.errno());
        } catch (IOException e) {
            return new NetFile.Unreadable(Errno.EIO);
        }
    }

    /**
     * Opens a file.
     *
     * @throws ErrnoException with ENOENT or EACCES
     */
    public InputStream open(String name) throws ErrnoException {
        String file = path + name;
        try {
            return new FileInputStream(file);
        } catch (FileNotFoundException e) {
            throw new ErrnoException("openat", file, new File(file).exists() ? Errno.EACCES : Errno.ENOENT);
        }
    }
}
