package astray.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Standard output: UTF-8, in large writes; a reader that went away ({@code | head}) ends it quietly. */
final class Terminal {
    private final boolean terminal;

    /** With whether standard output is a terminal, which the launcher knows without loading anything. */
    Terminal(boolean terminal) {
        this.terminal = terminal;
    }

    boolean isTerminal() {
        return terminal;
    }

    void print(CharSequence text) {
        // not closed: the descriptor is the process's
        @SuppressWarnings("resource")
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            return;
        }
    }
}
