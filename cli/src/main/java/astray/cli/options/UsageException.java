package astray.cli.options;

/** The command line cannot be understood; the message is one line that says what is wrong. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public UsageException(String message) {
        super(message);
    }
}
