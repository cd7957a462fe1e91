package astray.cli;

/** The exit statuses. */
final class Status {
    /** Reachable; or a command that has no verdict did what it was asked. */
    static final int OK = 0;
    /** Not reachable or degraded, and a cause is named. */
    static final int CAUSE_NAMED = 1;
    /** Wrong usage, or it could not run. */
    static final int FAILED = 2;
    /** Not reachable, degraded or unknown, and no cause could be named. */
    static final int NO_CAUSE = 3;

    private Status() {}
}
