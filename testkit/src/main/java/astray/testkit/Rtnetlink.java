package astray.testkit;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether this kernel answers rtnetlink(7) at all, asked once by a process of its own, since asking can hang for ever. */
final class Rtnetlink {
    private static final int SECONDS = 5;
    private static final boolean ANSWERS = ask();

    private Rtnetlink() {}

    static boolean answers() {
        return ANSWERS;
    }

    private static boolean ask() {
        try {
            Process process = new ProcessBuilder("ip", "link", "show", "lo")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS);
        } catch (IOException noSuchTool) {
            // another annotation tells that ip(8) is missing
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
