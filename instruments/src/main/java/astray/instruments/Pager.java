package astray.instruments;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A program that shows long output a page at a time on the terminal. The output goes into its standard input; closing
 * waits until the reader has left it.
 */
public final class Pager implements AutoCloseable {
    private final Process process;
    private final OutputStream input;
    private final Output out;

    private Pager(Process process) {
        this.process = process;
        this.input = process.getOutputStream();
        this.out = new Output(input);
    }

    /**
     * Starts one on the terminal.
     *
     * @param command the program with its arguments, in a shell's words
     * @param less the options that less is given where the environment has none, such as {@code FRSX}
     * @throws IOException when no shell could be started
     */
    public static Pager open(String command, String less) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command);
        builder.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putIfAbsent("LESS", less);
        builder.environment().putIfAbsent("LV", "-c");
        Process process = builder.start();
        // Ctrl-C is for the pager, which stays: a process that went away under it would leave the terminal to two
        // readers
        Runtime.getRuntime().addShutdownHook(new Thread(() -> waitFor(process), "pager"));
        return new Pager(process);
    }

    /** What is shown. */
    public Output out() {
        return out;
    }

    private static void waitFor(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows what is left, and waits until the reader has left the pager. */
    @Override
    public void close() throws IOException {
        try {
            out.flush();
            input.close();
        } catch (IOException left) {
            // the reader did not want to see the end
        }
        waitFor(process);
    }
}
