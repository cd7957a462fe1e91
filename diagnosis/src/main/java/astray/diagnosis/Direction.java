package astray.diagnosis;

import java.util.Locale;

/** Which packets. */
public enum Direction {
    /** From the asker to the target. */
    REQUEST,
    /** The way back. */
    REPLY;

    /** The word of the verdict's contract. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
