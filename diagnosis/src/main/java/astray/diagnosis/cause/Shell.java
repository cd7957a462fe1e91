package astray.diagnosis.cause;

/**
 * Words from outside, put into commands that a person will paste into a shell: whatever a name holds, the shell must
 * take it for one word, and for no option.
 */
public final class Shell {
    private static final String PLAIN = "._:/%@+=,-";

    private Shell() {}

    /** A name as one word of a POSIX shell: as it is when that is safe, else in single quotes. */
    public static String word(Object name) {
        String text = name.toString();
        return isPlain(text) ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** Whether a shell takes it for what it is, and no program for an option. */
    public static boolean isPlain(String text) {
        return !text.isEmpty()
                && text.charAt(0) != '-'
                && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
    }
}
