package astray.collect;

/** Evidence that cannot be read: its path, and why. The message is one line. */
public final class CaseException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String path;

    /** Joins path and reason into the message. */
    public CaseException(String path, String reason) {
        super(printable(path) + ": " + reason);
        this.path = path;
    }

    /** The path as it was given or found. */
    public String path() {
        return path;
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().map(c -> Character.isISOControl(c) ? '?' : c).forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
