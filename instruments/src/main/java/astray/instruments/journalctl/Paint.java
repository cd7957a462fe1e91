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

    private static final Paint ERROR = new Paint("\u001b[0;1;31m", OFF, "\u001b[0;1;39m");
    private static final Paint WARNING = new Paint("\u001b[0;1;38;5;185m", OFF, "\u001b[0;1;31m");
    private static final Paint NOTICE = new Paint("\u001b[0;1;39m", OFF, "\u001b[0;1;31m");
    private static final Paint DEBUG = new Paint("\u001b[0;38;5;245m", OFF, "\u001b[0;1;31m");
    private static final Paint PLAIN = new Paint("", "", "\u001b[0;1;31m");
    private static final Paint AUDIT = new Paint("\u001b[0;34m", OFF, "\u001b[0;1;31m");

    /** Those of a priority (syslog(3)). */
    static Paint of(int priority, boolean audit) {
        if (priority <= 3) {
            return ERROR;
        }
        return switch (priority) {
            case 4 -> WARNING;
            case 5 -> NOTICE;
            case 7 -> DEBUG;
            default -> audit ? AUDIT : PLAIN;
        };
    }
}
