package astray.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs real programs, in the C locale, with a limit in time. */
public final class Commands {
    private static final int SECONDS = 30;

    private Commands() {}

    /** Runs a program to its end. */
    public static Result run(List<String> command) {
        Process process = start(command);
        try {
            process.getOutputStream().close();
            CompletableFuture<String> err = inBackground(process.getErrorStream());
            CompletableFuture<String> out = inBackground(process.getInputStream());
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("did not end within " + SECONDS + " s: " + command);
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts a program that the caller ends. */
    public static Process start(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("TZ", "UTC");
        builder.environment().remove("LANG");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program that must succeed; its standard output. */
    public static String must(List<String> command) {
        Result result = run(command);
        if (result.status() != 0) {
            throw new AssertionError(command + ": status " + result.status() + ": " + result.err() + result.out());
        }
        return result.out();
    }

    /** On a thread of its own: the common pool may have a single one, and a full pipe holds the program up. */
    private static CompletableFuture<String> inBackground(InputStream stream) {
        return CompletableFuture.supplyAsync(
                () -> all(stream), task -> Thread.ofPlatform().daemon().start(task));
    }

    private static String all(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
