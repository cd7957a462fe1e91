package astray.instruments;

import java.io.IOException;

/** Whoever read the output went away, as {@code | head} does: the run ends quietly, as by SIGPIPE. */
public final class ClosedOutput extends IOException {
    /** What a shell shows for a program that SIGPIPE ended. */
    public static final int STATUS = 128 + 13;

    private static final long serialVersionUID = 1;

    ClosedOutput(IOException cause) {
        super("the output was closed", cause);
    }
}
