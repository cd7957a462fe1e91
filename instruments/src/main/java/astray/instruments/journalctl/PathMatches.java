package astray.instruments.journalctl;

import astray.journal.Id128;
import astray.journal.Matches;
import astray.kernel.process.FileStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was named behind the options: matches, the paths of programs and devices, and {@code +} between them. */
final class PathMatches {
    private static final int EXECUTABLE = 0111;

    /** The kernel keeps so much of a program's name (TASK_COMM_LEN). */
    private static final int COMM = 15;

    private static final int LONGEST_SCRIPT_LINE = 4096;

    private PathMatches() {}

    static void add(List<String> words, Matches matches) throws Failure {
        boolean term = false;
        for (String word : words) {
            if (word.equals("+")) {
                if (!term) {
                    break;
                }
                matches.or();
                term = false;
            } else {
                if (word.startsWith("/")) {
                    path(word, matches);
                } else if (!matches.add(word)) {
                    throw new Failure("Failed to add match '" + word + "': Invalid argument");
                }
                term = true;
            }
        }
        if (!words.isEmpty() && !term) {
            throw new Failure("\"+\" can only be used between terms");
        }
    }

    private static void path(String word, Matches matches) throws Failure {
        Path path;
        try {
            path = Path.of(word).toRealPath();
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new Failure("Couldn't canonicalize path: No such file or directory");
        }
        FileStatus status = Surroundings.status(path.toString());
        if (status.type() == FileStatus.REGULAR && (status.mode() & EXECUTABLE) != 0) {
            program(path, matches);
        } else if (status.type() == FileStatus.CHARACTER_DEVICE || status.type() == FileStatus.BLOCK_DEVICE) {
            device(status, matches);
        } else {
            throw new Failure("File is neither a device node, nor regular file, nor executable: " + word);
        }
    }

    private static void program(Path path, Matches matches) {
        String interpreter = interpreter(path);
        if (interpreter == null) {
            matches.add("_EXE=" + path);
            return;
        }
        String name = path.getFileName().toString();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        matches.add("_COMM=" + (bytes.length > COMM ? new String(bytes, 0, COMM, StandardCharsets.UTF_8) : name));
        Path program = Path.of(interpreter);
        if (Files.exists(program) && !Files.isSymbolicLink(program)) {
            matches.add("_EXE=" + interpreter);
        }
    }

    /** The program that runs a script; {@code null} when it is none. */
    private static @Nullable String interpreter(Path path) {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(LONGEST_SCRIPT_LINE);
        } catch (IOException e) {
            return null;
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("#!")) {
            return null;
        }
        String line = text.lines().findFirst().orElse("").substring(2).strip();
        int end = line.indexOf(' ');
        String program = end < 0 ? line : line.substring(0, end);
        return program.startsWith("/") ? program : null;
    }

    /** A device with all it is attached to, in the running boot. */
    private static void device(FileStatus status, Matches matches) throws Failure {
        boolean block = status.type() == FileStatus.BLOCK_DEVICE;
        String number = status.specialMajor() + ":" + status.specialMinor();
        Path folder;
        try {
            folder = Path.of("/sys/dev", block ? "block" : "char", number).toRealPath();
        } catch (IOException e) {
            throw new Failure("Failed to get device from devnum " + number + ": No such device");
        }
        for (Path at = folder; at != null && at.getNameCount() > 2; at = at.getParent()) {
            Path subsystem = at.resolve("subsystem");
            if (!Files.exists(subsystem)) {
                continue;
            }
            try {
                matches.add("_KERNEL_DEVICE=+" + subsystem.toRealPath().getFileName() + ":" + at.getFileName());
            } catch (IOException e) {
                continue;
            }
            String dev = Surroundings.line(at.resolve("dev"));
            if (dev != null) {
                boolean blockDevice = at.toString().contains("/block/");
                matches.add("_KERNEL_DEVICE=" + (blockDevice ? 'b' : 'c') + dev);
            }
        }
        Id128 boot = Surroundings.boot();
        if (boot != null) {
            matches.add("_BOOT_ID=" + boot);
        }
        matches.and();
    }
}
