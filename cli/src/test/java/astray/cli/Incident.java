package astray.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of {@code examples/gpu-server} of which some text is changed, and what Astray then says of it. */
final class Incident {
    private static final Path EXAMPLE = Path.of(System.getProperty("astray.root", ".."), "examples", "gpu-server");

    private final Path folder;

    private Incident(Path folder) {
        this.folder = folder;
    }

    /** An unchanged copy below a folder. */
    static Incident copiedTo(Path parent) throws IOException {
        Path folder = parent.resolve("gpu-server");
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(EXAMPLE.relativize(file).toString()));
            }
        }
        return new Incident(folder);
    }

    /** Changes a text wherever it stands; it must stand somewhere. */
    Incident everywhere(String text, String by) throws IOException {
        boolean changed = false;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String before = Files.readString(file);
                Files.writeString(file, before.replace(text, by));
                changed |= before.contains(text);
            }
        }
        assertTrue(changed, () -> "nowhere in the example: " + text);
        return this;
    }

    /** Takes out every line that contains a text, in one file; there must be one. */
    Incident withoutLines(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        List<String> before = Files.readAllLines(file);
        List<String> after =
                before.stream().filter(line -> !line.contains(text)).toList();
        assertTrue(after.size() < before.size(), () -> name + " has no line with: " + text);
        Files.write(file, after);
        return this;
    }

    Incident withoutFile(String name) throws IOException {
        Files.delete(folder.resolve(name));
        return this;
    }

    Incident with(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    /** The verdict as JSON. */
    Value verdict(String... words) throws IOException {
        return Value.read(Command.onCase(folder, List.of(words), "--json").output());
    }
}
