package astray.instruments.tcpdump;

/** What ends a run: one line for standard error, without the program's name in front. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String message) {
        super(message, null, false, false);
    }

    /** The line without the program's name. */
    String line() {
        return String.valueOf(getMessage());
    }
}
