package astray.diagnosis;

import java.util.Locale;

/** Whether it works. */
public enum Outcome {
    /** It works. */
    REACHABLE,
    /** It works, but badly. */
    DEGRADED,
    /** It does not work. */
    UNREACHABLE,
    /** What could be seen decides nothing. */
    UNKNOWN;

    /** The word of the verdict's contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
