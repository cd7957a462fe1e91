package astray.transcript.log;

/** Lines that journalctl puts between entries, and what grep and a lack of rights put there. */
final class Markers {
    private Markers() {}

    /** Whether a line is one. */
    static boolean isMarker(String text) {
        if (text.startsWith("--")) {
            return text.strip().equals("--")
                    || text.startsWith("-- cursor: ")
                    || text.stripTrailing().endsWith("--") && isKnown(text);
        }
        return text.startsWith("Hint: You are currently not seeing messages")
                || text.startsWith("      Users in ") && text.contains("can see all messages")
                || text.startsWith("      Pass -q to turn off this notice");
    }

    private static boolean isKnown(String text) {
        return isBoot(text)
                || text.startsWith("-- Logs begin at ")
                || text.startsWith("-- Journal begins at ")
                || text.startsWith("-- No entries --");
    }

    /** Whether it says that the machine was started again here. */
    static boolean isBoot(String text) {
        return text.startsWith("-- Boot ") || text.startsWith("-- Reboot --");
    }
}
