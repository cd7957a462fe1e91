package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The run image as it was built, copied to a place it has never seen: that is how people install it.
class ImageTest {
    private static final Path IMAGE = Path.of(System.getProperty("astray.root", ".."), "build/image");
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path temp;

    @BeforeEach
    void theImageIsBuilt() {
        if (!Files.isExecutable(IMAGE.resolve("bin/astray"))) {
            cannotRun("the run image is not built: ./astray --version builds it");
        }
    }

    @Test
    void runsFromACopyInAShortEnvironment() throws IOException, InterruptedException {
        assertAnswers(List.of("env", "-i", "PATH=/usr/bin:/bin", "HOME=/tmp", copy(), "--version"));
    }

    @Test
    void runsForAnyUser() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            cannotRun("only root can become another user");
        }
        run(List.of("chmod", "755", temp.toString()));
        assertAnswers(List.of("su", "-s", "/bin/sh", "nobody", "-c", "'" + copy() + "' --version"));
    }

    /// The image runs rewritten classes, tests run them as compiled: both must answer alike.
    @Test
    void answersCasesAsTheClassesDoThatTestsRun() throws IOException, InterruptedException {
        Path image = IMAGE.toRealPath();
        try (var folders = Files.list(image.resolve("../../cases").toRealPath())) {
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                Command here = Command.onCase(folder, List.of("--json"));
                List<String> there =
                        List.of(image.resolve("bin/astray").toString(), "case", folder.toString(), "--json");
                assertEquals(here.output(), run(there, here.status()), folder.toString());
            }
        }
    }

    /// A cache that does not fit is passed over in silence and costs two thirds of the speed: so the virtual machine is
    /// asked.
    @Test
    void usesItsStartUpCacheFromACopy() throws IOException, InterruptedException {
        String said = run(List.of("env", "ASTRAY_JAVA_OPTIONS=-Xlog:aot:stderr", copy(), "--version"));
        assertTrue(said.contains("Using AOT-linked classes: true"), said);
    }

    @Test
    void takesAtMostSeventyMegabytes() throws IOException {
        long bytes = 0;
        try (var files = Files.walk(IMAGE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        assertTrue(bytes <= 70 * MEGABYTE, bytes / MEGABYTE + " MB");
    }

    private void assertAnswers(List<String> command) throws IOException, InterruptedException {
        String said = run(command);
        assertTrue(said.matches("astray \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n"), said);
    }

    private String copy() throws IOException, InterruptedException {
        Path copy = temp.resolve("a copy");
        run(List.of("cp", "-r", IMAGE.toString(), copy.toString()));
        return copy.resolve("bin/astray").toString();
    }

    /// What a command says on both channels; it must succeed.
    private String run(List<String> command) throws IOException, InterruptedException {
        return run(command, 0);
    }

    /// The same for a command that must end with this status.
    private String run(List<String> command, int status) throws IOException, InterruptedException {
        Path said = temp.resolve("said");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "did not end: " + command);
        String text = Files.readString(said);
        assertEquals(status, process.exitValue(), text);
        return text;
    }

    private static void cannotRun(String why) {
        if (System.getenv("ASTRAY_CI") == null) {
            abort(why);
        }
        fail(why);
    }
}
