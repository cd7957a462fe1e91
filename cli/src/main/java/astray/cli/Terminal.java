package astray.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

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

    void print(CharSequence text) {
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            return;
        }
    }
}
