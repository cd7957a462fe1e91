package astray.instruments.lsof;

import astray.kernel.Errno;
import astray.kernel.ErrnoException;
import astray.kernel.process.FileStatus;
import astray.kernel.process.RawFiles;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks about files whose server may be silent, and does not wait for ever ({@code -S}): the question is asked on a thread
 * of its own, which is left behind when its time is over. A file system that kept silent once is not asked again.
 */
final class Patience {
    private final int seconds;

    /** Waits so long for each answer. */
    Patience(int seconds) {
        this.seconds = seconds;
    }

    /** What a path stands for; ETIMEDOUT when no answer came in time. */
    FileStatus status(byte[] path) throws ErrnoException {
        FutureTask<FileStatus> task = new FutureTask<>(() -> {
            try (RawFiles own = new RawFiles()) {
                return own.status(path, true);
            }
        });
        Thread.ofPlatform().daemon().name("status of " + Latin.of(path)).start(task);
        try {
            return task.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new ErrnoException("stat", Latin.of(path), Errno.ETIMEDOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ErrnoException("stat", Latin.of(path), Errno.EINTR);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ErrnoException failed) {
                throw failed;
            }
            throw new ErrnoException("stat", Latin.of(path), Errno.EIO);
        }
    }
}
