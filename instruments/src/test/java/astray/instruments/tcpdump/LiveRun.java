package astray.instruments.tcpdump;

import astray.kernel.Namespace;
import astray.testkit.Net;
import astray.testkit.Result;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A capture on a host of a test's network, on a thread of its own. It must end by itself ({@code -c}). */
final class LiveRun {
    private static final int SECONDS = 30;

    private final CompletableFuture<Integer> status;
    private final ByteArrayOutputStream out;
    private final BufferedReader err;
    private final StringBuilder said = new StringBuilder();

    private LiveRun(CompletableFuture<Integer> status, ByteArrayOutputStream out, BufferedReader err) {
        this.status = status;
        this.out = out;
        this.err = err;
    }

    /** Starts one, and waits until it listens or has ended. */
    static LiveRun start(Net net, String host, String line) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PipedInputStream pipe = new PipedInputStream(1 << 16);
        PipedOutputStream errors = new PipedOutputStream(pipe);
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(
                () -> {
                    try (errors) {
                        return new Namespace(net.file(host)).call(() -> Runs.run(Runs.words(line), out, errors));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (InterruptedException e) {
                        throw new AssertionError(e);
                    }
                },
                task -> Thread.ofPlatform().daemon().start(task));
        LiveRun run = new LiveRun(status, out, new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8)));
        run.until("listening on");
        return run;
    }

    /** Waits until it says something on standard error, or has ended. */
    void until(String words) throws IOException {
        String text;
        do {
            text = err.readLine();
            said.append(text == null ? "" : text + "\n");
        } while (text != null && !text.contains(words));
    }

    /** Waits for its end. */
    Result end() throws Exception {
        int ended = status.get(SECONDS, TimeUnit.SECONDS);
        for (String text; (text = err.readLine()) != null; ) {
            said.append(text).append('\n');
        }
        return new Result(ended, out.toString(StandardCharsets.ISO_8859_1), said.toString());
    }
}
