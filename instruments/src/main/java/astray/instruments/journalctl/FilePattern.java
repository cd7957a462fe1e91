package astray.instruments.journalctl;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files by a pattern, as glob(3) finds them; a pattern without any stands for itself. */
final class FilePattern {
    private FilePattern() {}

    static List<String> files(String pattern) {
        List<String> found = new ArrayList<>();
        if (Glob.isPattern(pattern)) {
            String[] parts = pattern.split("/", -1);
            expand(parts, 0, "", found);
            found.sort(null);
        }
        return found.isEmpty() ? List.of(pattern) : found;
    }

    private static void expand(String[] parts, int at, String before, List<String> found) {
        if (at == parts.length) {
            if (Files.exists(Path.of(before))) {
                found.add(before);
            }
            return;
        }
        String part = parts[at];
        String separator = at == 0 ? "" : "/";
        if (!Glob.isPattern(part)) {
            expand(parts, at + 1, before + separator + part, found);
            return;
        }
        String folder = at == 0 ? "." : before.isEmpty() ? "/" : before;
        try (DirectoryStream<Path> names = Files.newDirectoryStream(Path.of(folder))) {
            for (Path path : names) {
                String name = path.getFileName().toString();
                if (!(name.startsWith(".") && !part.startsWith(".")) && Glob.matches(part, name)) {
                    expand(parts, at + 1, before + separator + name, found);
                }
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException | InvalidPathException e) {
            // A folder that cannot be read has no files that match.
            return;
        }
    }
}
