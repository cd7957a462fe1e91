package astray.instruments.tcpdump;

import astray.packet.file.CaptureException;
import astray.packet.file.CaptureFile;
import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a run. */
final class Files {
    /** The longest list of files that is read, in lines. */
    private static final int MOST = 1 << 20;

    private Files() {}

    /** Opens a capture; {@code -} is standard input. */
    static CaptureFile capture(String name) throws Failure {
        try {
            return name.equals("-")
                    ? CaptureFile.read(standardInput(), "-", CaptureFile.Mixture.REFUSED)
                    : CaptureFile.open(Path.of(name));
        } catch (CaptureException e) {
            throw new Failure(e.trouble().equals("unknown file format") ? e.trouble() : place(e));
        } catch (IOException | InvalidPathException e) {
            throw new Failure(trouble(name, e));
        }
    }

    /** Not {@code System.in}: its reader would be one buffer more on the way. */
    private static InputStream standardInput() {
        return new FileInputStream(java.io.FileDescriptor.in);
    }

    /** What is wrong in a file, and where. */
    static String place(CaptureException e) {
        return e.trouble() + " (" + e.file() + ", offset " + e.offset() + ")";
    }

    /** {@code FILE: why}, in the words of strerror(3) where they are known. */
    static String trouble(String name, Exception e) {
        String reason = switch (e) {
            case NoSuchFileException _ -> "No such file or directory";
            case AccessDeniedException _ -> "Permission denied";
            case InvalidPathException _ -> "No such file or directory";
            default -> reason(String.valueOf(e.getMessage()), name);
        };
        return name + ": " + reason;
    }

    /** Java says {@code FILE (why)} or {@code FILE: why}. */
    private static String reason(String message, String name) {
        if (message.startsWith(name + " (") && message.endsWith(")")) {
            return message.substring(name.length() + 2, message.length() - 1);
        }
        return message.startsWith(name + ": ") ? message.substring(name.length() + 2) : message;
    }

    /** The names that a file lists, one a line; {@code -} is standard input. */
    static List<String> listed(String name) throws Failure {
        try (InputStream in = name.equals("-") ? standardInput() : new FileInputStream(name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> names = new ArrayList<>();
            for (String line; names.size() < MOST && (line = reader.readLine()) != null; ) {
                names.add(line);
            }
            if (names.isEmpty()) {
                throw new Failure("Nothing in " + name);
            }
            return names;
        } catch (IOException e) {
            throw new Failure("Unable to open file: " + trouble(name, e));
        }
    }
}
