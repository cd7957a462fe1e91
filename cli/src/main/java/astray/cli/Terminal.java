package astray.cli;

import astray.instruments.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Standard output: UTF-8, in large writes; a reader that went away ({@code | head}) ends it quietly. */
final class Terminal {
    private final boolean terminal;
    private final OutputStream out;

    /** With whether standard output is a terminal, which the launcher knows without loading anything. */
    Terminal(boolean terminal) {
        // not closed: the descriptor is the process's
        this(terminal, new FileOutputStream(FileDescriptor.out));
    }

    /** With another place to print to. */
    Terminal(boolean terminal, OutputStream out) {
        this.terminal = terminal;
        this.out = out;
    }

    boolean isTerminal() {
        return terminal;
    }

    /** The same place to print to, as instruments use it. */
    Console console(Map<String, String> environment) {
        return new Console(out, new FileOutputStream(FileDescriptor.err), environment, terminal);
    }

    void print(CharSequence text) {
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            return;
        }
    }
}
