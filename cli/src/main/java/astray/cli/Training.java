package astray.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs many commands in one process, so that the start-up cache knows the classes of all of them. Only the build calls
/// this. Its one argument names a file with a command on each line; blank lines and lines that begin with `#` are
/// skipped.
final class Training {
    private Training() {}

    public static void main(String[] args) throws IOException {
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                int status = Main.run(line.split(" +"));
                System.err.println("training: " + line + ": " + status);
            }
        }
    }
}
