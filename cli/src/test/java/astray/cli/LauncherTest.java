package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launcher in a source folder made for the test: its build only leaves a mark, and what it runs prints its
/// arguments.
class LauncherTest {
    private static final Path ROOT = Path.of(System.getProperty("astray.root", ".."));

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void sourceFolder() throws IOException, InterruptedException {
        folder = temp.resolve("a folder");
        for (String name : List.of("astray", "scripts/image/stale.sh")) {
            Path copy = folder.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(ROOT.resolve(name), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        script(
                "scripts/image/build",
                "echo built >>\"${0%/scripts/*}/build/marks\"; touch \"${0%/scripts/*}/build/stamp\"");
        script("build/image/bin/astray", "printf '<%s>' \"$@\"; exit 7");
        write("pom.xml", "");
        write(".mvn/jvm.config", "");
        write("cli/pom.xml", "");
        write("cli/src/main/java/Main.java", "");
        write("cli/src/main/java/Gone.java", "");
        write("cli/src/test/java/MainTest.java", "");
        settle();
    }

    @Test
    void passesArgumentsAndStatusUntouched() throws IOException, InterruptedException {
        Ended ended = run(folder.resolve("astray").toString(), "a b", "", "*", "$HOME", "--", "-x=\"1\"", "\\n");
        assertEquals("<a b><><*><$HOME><--><-x=\"1\"><\\n>", ended.output());
        assertEquals(7, ended.status());
        assertFalse(built());
    }

    @Test
    void worksThroughSymbolicLinks() throws IOException, InterruptedException {
        Path first = Files.createSymbolicLink(temp.resolve("first"), folder.resolve("astray"));
        Path second = Files.createSymbolicLink(temp.resolve("second"), first.getFileName());
        assertEquals("<x>", run(second.toString(), "x").output());
    }

    @Test
    void buildsWhenASourceIsNewer() throws IOException, InterruptedException {
        write("cli/src/main/java/Main.java", "changed");
        assertEquals("<x>", run(folder.resolve("astray").toString(), "x").output());
        assertTrue(built());
    }

    @Test
    void buildsWhenASourceWasDeleted() throws IOException, InterruptedException {
        Files.delete(folder.resolve("cli/src/main/java/Gone.java"));
        run(folder.resolve("astray").toString());
        assertTrue(built());
    }

    @Test
    void doesNotBuildForAChangedTest() throws IOException, InterruptedException {
        write("cli/src/test/java/MainTest.java", "changed");
        run(folder.resolve("astray").toString());
        assertFalse(built());
    }

    @Test
    void runsNothingWhenTheBuildFails() throws IOException, InterruptedException {
        script("scripts/image/build", "echo no >&2; exit 2");
        write("pom.xml", "changed");
        Ended ended = run(folder.resolve("astray").toString(), "x");
        assertEquals("", ended.output());
        assertEquals("no\n", ended.errors());
        assertEquals(2, ended.status());
    }

    @Test
    void theImageSetsALocaleThatCanNameEveryFile() throws IOException, InterruptedException {
        Path image = temp.resolve("an image/bin");
        Files.createDirectories(image);
        Files.copy(ROOT.resolve("scripts/image/astray"), image.resolve("astray"), StandardCopyOption.COPY_ATTRIBUTES);
        Path java = image.resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$LC_ALL,$LC_CTYPE,$JAVA_TOOL_OPTIONS\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        String astray = image.resolve("astray").toString();
        assertEquals(
                ",C.UTF-8,\n", run("env", "-i", "JAVA_TOOL_OPTIONS=-Dx", astray).output());
        assertEquals(
                "C.UTF-8,,\n",
                run("env", "-i", "LC_ALL=C", "LANG=de_DE.UTF-8", astray).output());
        assertEquals(",,\n", run("env", "-i", "LANG=de_DE.UTF-8", astray).output());
    }

    @ParameterizedTest
    @CsvSource({
        "quick, --version",
        "quick, journalctl -u ssh",
        "quick, netstat -tuln",
        "astray, netstat -tulnp",
        "astray, netstat -in",
        "astray, netstat -ta",
        "astray, ip addr"
    })
    void theSmallCacheIsForWhatMakesNoNativeCall(String cache, String words) throws Exception {
        assertTrue(options(words).contains("/lib/" + cache + ".aot"), words);
    }

    @ParameterizedTest
    @CsvSource({
        "few, journalctl -n 5",
        "few, journalctl -u ssh -n 5",
        "few, journalctl --list-boots",
        "all, journalctl -n 5 -g port",
        "all, journalctl -u ssh",
        "all, journalctl -D short",
        "both, journalctl -D long -o json",
        "all, journalctl -D long -b",
        "few, journalctl -D long -n 5"
    })
    void compilersAreChosenByWhatIsAskedOfAJournal(String choice, String words) throws Exception {
        Files.createDirectories(temp.resolve("short"));
        Path journal = Files.createDirectories(temp.resolve("long"));
        for (int i = 0; i < 8; i++) {
            try (RandomAccessFile file =
                    new RandomAccessFile(journal.resolve(i + ".journal").toFile(), "rw")) {
                file.setLength(33 << 20);
            }
        }
        String options = options(words.replace("-D ", "-D " + temp + "/"));
        assertEquals(!choice.equals("both"), options.contains("TieredStopAtLevel=1"), options);
        assertEquals(choice.equals("few"), options.contains("CompileThresholdScaling"), options);
    }

    /** What the image's launcher starts Java with. */
    private String options(String words) throws IOException, InterruptedException {
        Path image = Files.createDirectories(temp.resolve("image/bin"));
        Path lib = Files.createDirectories(temp.resolve("image/lib"));
        for (String cache : List.of("quick", "astray")) {
            Files.writeString(lib.resolve(cache + ".aot"), "");
        }
        Files.copy(ROOT.resolve("scripts/image/astray"), image.resolve("astray"), StandardCopyOption.COPY_ATTRIBUTES);
        Path java = image.resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$*\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<String> command = new ArrayList<>(List.of(image.resolve("astray").toString()));
        command.addAll(List.of(words.split(" ", -1)));
        return run(command.toArray(new String[0])).output();
    }

    private record Ended(int status, String output, String errors) {}

    private Ended run(String... command) throws IOException, InterruptedException {
        Path output = temp.resolve("output");
        Path errors = temp.resolve("errors");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "the launcher did not end");
        return new Ended(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    private boolean built() {
        return Files.exists(folder.resolve("build/marks"));
    }

    private void script(String name, String body) throws IOException {
        write(name, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        age(folder.resolve(name));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    /// Everything gets an hour old and the stamp half an hour, so that what a test changes is newer without a pause.
    private void settle() throws IOException {
        write("build/stamp", "");
        try (var files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                age(file);
            }
        }
        Files.setLastModifiedTime(
                folder.resolve("build/stamp"), FileTime.from(Instant.now().minusSeconds(1800)));
    }

    private static void age(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
    }
}
