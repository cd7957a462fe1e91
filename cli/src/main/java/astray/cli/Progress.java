package astray.cli;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A word on standard error while something takes its time, where that is a terminal; taken away at the end. */
final class Progress implements AutoCloseable {
    private static final byte[] ERASE = "\r\u001b[K".getBytes(StandardCharsets.US_ASCII);

    private final boolean shown;

    private Progress(boolean shown) {
        this.shown = shown;
    }

    static Progress show(String words, Map<String, String> environment) {
        boolean shown = System.getProperty("astray.tty.err") != null && !"dumb".equals(environment.get("TERM"));
        if (shown) {
            System.err.print(words + " ...");
            System.err.flush();
        }
        return new Progress(shown);
    }

    @Override
    public void close() {
        if (shown) {
            System.err.write(ERASE, 0, ERASE.length);
            System.err.flush();
        }
    }
}
