package astray.collect;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The files of a folder and of the folders below it, by name.
 *
 * @param files those to read
 * @param skipped how many others there are, by why they are left out
 */
record Folder(List<Path> files, Map<String, Long> skipped) {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_FILES = 10_000;
    private static final List<String> NO_TEXT = List.of(
            ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".ico", ".mp4", ".zip", ".tar", ".xz", ".bz2", ".7z",
            ".pdf", ".so", ".class", ".jar", ".exe", ".o");

    static Folder list(String given, Path folder) throws CaseException {
        Folder found = new Folder(new ArrayList<>(), new LinkedHashMap<>());
        found.walk(given, folder, new ArrayList<>());
        return found;
    }

    private void walk(String given, Path folder, List<Path> above) throws CaseException {
        Path real;
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            real = folder.toRealPath();
            for (Path entry : stream) {
                entries.add(entry);
            }
        } catch (DirectoryIteratorException e) {
            throw new CaseException(folder.toString(), CaseFiles.reason(e));
        } catch (IOException e) {
            throw new CaseException(folder.toString(), CaseFiles.reason(e));
        }
        if (above.contains(real)) {
            throw new CaseException(folder.toString(), "a loop of folders");
        }
        if (above.size() >= MAX_DEPTH) {
            throw new CaseException(folder.toString(), "more than " + MAX_DEPTH + " folders deep");
        }
        above.add(real);
        entries.sort((a, b) -> name(a).compareTo(name(b)));
        for (Path entry : entries) {
            add(given, entry, above);
        }
        above.removeLast();
    }

    private void add(String given, Path entry, List<Path> above) throws CaseException {
        String name = name(entry);
        if (name.startsWith(".")) {
            skip("hidden");
        } else if (Files.isDirectory(entry)) {
            walk(given, entry, above);
        } else if (!Files.isRegularFile(entry)) {
            skip("no regular file");
        } else if (name.endsWith("expected.json")) {
            skip("an expected verdict");
        } else if (NO_TEXT.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
            skip("no text, by its name");
        } else if (files.size() >= MAX_FILES) {
            throw new CaseException(given, "more than " + MAX_FILES + " files");
        } else {
            files.add(entry);
        }
    }

    private void skip(String why) {
        skipped.merge(why, 1L, Long::sum);
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
