package astray.kernel;

import astray.kernel.sys.CallNumber;
import astray.kernel.sys.Descriptor;
import astray.kernel.sys.Sys;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A network namespace (network_namespaces(7)), known by the file that stands for it.
 *
 * <p>Entering one is a matter of a thread, not of the process: threads started later by a thread that entered are in it
 * too. There, of the network files of proc(5) only those below {@code /proc/thread-self/net} are the namespace's.
 *
 * @param file the file, such as {@code /run/netns/NAME} or {@code /proc/PID/ns/net}
 */
public record Namespace(Path file) {
    /** Where ip-netns(8) keeps those that have a name. */
    public static final Path NAMED = Path.of("/var/run/netns");

    private static final int CLONE_NEWNET = 0x40000000;

    /** The one that ip-netns(8) gave this name. */
    public static Namespace named(String name) {
        return new Namespace(NAMED.resolve(name));
    }

    /** The one that a process is in. */
    public static Namespace ofProcess(long pid) {
        return new Namespace(Path.of("/proc/" + pid + "/ns/net"));
    }

    /**
     * The one that a word stands for: a path if it holds a slash, a process id if it is a number and no namespace has
     * it as its name, else a name.
     */
    public static Namespace of(String word) {
        if (word.indexOf('/') >= 0) {
            return new Namespace(Path.of(word));
        }
        Namespace named = named(word);
        boolean number = !word.isEmpty() && word.length() < 10 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && !Files.exists(named.file) ? ofProcess(Long.parseLong(word)) : named;
    }

    /** The names that ip-netns(8) gave, in the order of the folder; none where there is no such folder. */
    public static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(NAMED)) {
            for (Path file : files) {
                names.add(String.valueOf(file.getFileName()));
            }
        } catch (NoSuchFileException none) {
            return List.of();
        }
        return names;
    }

    /** Moves the calling thread into it, for good (setns(2)). */
    public void enter() throws ErrnoException {
        try (Descriptor descriptor = Descriptor.open(file.toString())) {
            descriptor.checked(Sys.call(CallNumber.SETNS, descriptor.number(), CLONE_NEWNET), "setns");
        }
    }

    /** Does something inside, on a thread of its own; sockets opened there stay the namespace's. */
    public <T> T call(Callable<T> action) throws IOException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(() -> {
            enter();
            return action.call();
        });
        Thread thread = Thread.ofPlatform().name("in " + file).daemon().start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            throw e;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw new IOException(e.getCause());
            }
        }
    }
}
