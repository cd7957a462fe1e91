package astray.transcript;

/**
 * What became of the lines: every line is one of these.
 *
 * @param lines all of them
 * @param inBlocks lines that a format took
 * @param prose what people wrote
 * @param marks prompts, commands, section marks, fences, "… lines left out"
 * @param blank blank lines
 * @param notUnderstood lines of some output that no format took
 */
public record Tally(long lines, long inBlocks, long prose, long marks, long blank, long notUnderstood) {

    /** No lines. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                lines + other.lines,
                inBlocks + other.inBlocks,
                prose + other.prose,
                marks + other.marks,
                blank + other.blank,
                notUnderstood + other.notUnderstood);
    }
}
