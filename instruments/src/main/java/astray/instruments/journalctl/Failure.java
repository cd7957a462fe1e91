package astray.instruments.journalctl;

/** The run ends with status 1 and a line that says why. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    Failure(String why) {
        super(why);
    }
}
