package astray.instruments.journalctl;

/**
 * The colours of a message.
 *
 * @param on what it begins with
 * @param off what it ends with
 * @param mark what the text that was searched for begins with
 */
record Paint(String on, String off, String mark) {
    static final String OFF = "\u001b[0m";

    /** None. */
    static final Paint NONE = new Paint("", "", "");

    private static final String RED = "\u001b[0;1;31m";
    private static final String BLUE = "\u001b[0;34m";
    private static final String BRIGHT = "\u001b[0;1;39m";

    private static final Paint ERROR = new Paint(RED, OFF, BRIGHT);
    private static final Paint WARNING = new Paint("\u001b[0;1;38;5;185m", OFF, BRIGHT);
    private static final Paint NOTICE = new Paint(BRIGHT, OFF, RED);
    private static final Paint DEBUG = new Paint("\u001b[0;38;5;245m", OFF, RED);

    /** Those of a priority (syslog(3)); messages of the audit system are blue. */
    static Paint of(int priority, boolean audit) {
        Paint paint = switch (priority) {
            case 0, 1, 2, 3 -> ERROR;
            case 4 -> WARNING;
            case 5 -> NOTICE;
            case 7 -> DEBUG;
            default -> NONE;
        };
        return audit ? new Paint(BLUE, OFF, paint.mark) : paint;
    }
}
