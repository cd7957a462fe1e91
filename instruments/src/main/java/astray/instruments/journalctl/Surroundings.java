package astray.instruments.journalctl;

import astray.journal.Id128;
import astray.kernel.ErrnoException;
import astray.kernel.process.FileStatus;
import astray.kernel.process.RawFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the machine says of itself: its id, its boot, its user. */
final class Surroundings {
    private static final int LONGEST_LINE = 4096;

    private Surroundings() {}

    /** The running boot; {@code null} when it is not known. */
    static @Nullable Id128 boot() {
        return id("/proc/sys/kernel/random/boot_id");
    }

    /** This machine (machine-id(5)); {@code null} when it has no id. */
    static @Nullable Id128 machine() {
        return id("/etc/machine-id");
    }

    private static @Nullable Id128 id(String file) {
        String line = line(Path.of(file));
        return line == null ? null : Id128.parse(line);
    }

    /** The first line of a file; {@code null} when there is none. */
    static @Nullable String line(Path file) {
        try {
            byte[] bytes;
            try (java.io.InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(LONGEST_LINE);
            }
            String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            String line = end < 0 ? text : text.substring(0, end);
            return line.isEmpty() ? null : line;
        } catch (IOException e) {
            return null;
        }
    }

    /** The user's number. */
    static int user() throws Failure {
        return status("/proc/self").uid();
    }

    /** What is known of a file. */
    static FileStatus status(String path) throws Failure {
        try (RawFiles files = new RawFiles()) {
            return files.status(RawFiles.bytes(path), true);
        } catch (ErrnoException e) {
            throw new Failure("Couldn't stat file: " + e.getMessage());
        }
    }
}
