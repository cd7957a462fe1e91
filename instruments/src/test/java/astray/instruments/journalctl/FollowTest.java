package astray.instruments.journalctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import astray.instruments.Console;
import astray.testkit.Commands;
import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Result;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -f} beside the original's, at a running journald that rotates its files. */
@Tag("lab")
@NeedsRoot
@NeedsTool({"journalctl", "systemd-journald", "systemd-cat", "logger", "unshare"})
class FollowTest {

    /** Astray alone, in a process of the namespace. */
    static final class Main {
        private Main() {}

        public static void main(String[] words) throws IOException {
            Console console = new Console(
                    new FileOutputStream(FileDescriptor.out),
                    new FileOutputStream(FileDescriptor.err),
                    System.getenv(),
                    false);
            System.exit(new Journalctl().run(List.of(words), console));
        }
    }

    @Test
    void linesAreFollowedOverRotations(@TempDir Path folder) throws IOException {
        Path script = folder.resolve("follow.sh");
        try (InputStream in = FollowTest.class.getResourceAsStream("follow.sh")) {
            if (in == null) {
                throw new AssertionError("follow.sh is missing");
            }
            Files.copy(in, script);
        }
        List<String> command = new ArrayList<>(List.of("unshare", "-m", "bash", script.toString(), folder.toString()));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        Result result = Commands.run(command);
        String complaints = result.err() + Files.readString(folder.resolve("complaints"));
        assertEquals(0, result.status(), complaints);
        String original = Files.readString(folder.resolve("original"));
        assertTrue(original.contains("line 3 after the rotation"), original);
        assertEquals(original, Files.readString(folder.resolve("astray")), complaints);
    }
}
