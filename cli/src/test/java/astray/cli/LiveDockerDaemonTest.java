package astray.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import astray.testkit.NeedsRoot;
import astray.testkit.NeedsTool;
import astray.testkit.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The incident made by the real Docker daemon: one of its own in the server's network namespace and in a mount namespace
 * of its own, so that nothing of this machine's Docker is touched.
 */
@Tag("lab")
@Tag("slow")
@NeedsRoot
@NeedsTool({"ip", "nc", "ss", "unshare", "nsenter", "dockerd", "docker"})
class LiveDockerDaemonTest {
    private static final int WAIT_MILLIS = 60_000;

    private final Campus campus = new Campus();

    @TempDir
    private Path temp;

    @AfterEach
    void takeAway() {
        campus.close();
    }

    @Test
    void networkThatDockerCreatedIsNamed() throws IOException, InterruptedException {
        Path socket = temp.resolve("docker.sock");
        campus.serving();
        // the daemon's socket is where everybody looks for it, in a mount namespace of its own
        Process daemon = campus.start(
                "gpu1",
                "unshare",
                "--mount",
                "dockerd",
                "--data-root",
                temp.resolve("data").toString(),
                "--exec-root",
                temp.resolve("exec").toString(),
                "--pidfile",
                temp.resolve("pid").toString(),
                "--host",
                "unix://" + socket,
                "--storage-driver",
                "vfs",
                "--shutdown-timeout",
                "1",
                "--log-level",
                "error");
        assumeTrue(answers(daemon, socket), "the Docker daemon does not start on this machine");
        docker(socket, "network", "create", "--subnet", "192.168.64.0/20", "lnsoft_default");
        campus.trying();
        Value verdict = campus.fromWithDocker(socket, temp, "--port", "22");
        assertEquals(List.of("route-captured"), verdict.get("causes").each("id"), verdict::words);
        Value subject = verdict.get("causes").first().get("subject");
        assertEquals("192.168.64.0/20", subject.get("prefix").text());
        assertEquals("docker network lnsoft_default", subject.get("owner").text());
        assertTrue(subject.get("interface").text().startsWith("br-"), subject::words);
    }

    /** Whether the daemon answers before it gives up or the time is over. */
    private boolean answers(Process daemon, Path socket) throws InterruptedException {
        long end = System.nanoTime() + WAIT_MILLIS * 1_000_000L;
        while (daemon.isAlive() && System.nanoTime() < end) {
            if (Files.exists(socket)
                    && campus.run("gpu1", List.of("docker", "--host", "unix://" + socket, "version"))
                                    .status()
                            == 0) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    private void docker(Path socket, String... words) {
        List<String> command = new ArrayList<>(List.of("docker", "--host", "unix://" + socket));
        command.addAll(List.of(words));
        Result result = campus.run("gpu1", command);
        assertEquals(0, result.status(), result.err());
    }
}
