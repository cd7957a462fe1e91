package astray.report;

import java.util.List;

/**
 * How much text was read, and what of it was not understood.
 *
 * @param blocks blocks of output that were read
 * @param lines lines in all documents
 * @param notUnderstood blocks that no format recognised, in the order of the documents
 */
public record TextSummary(int blocks, int lines, List<Block> notUnderstood) {

    /** No text was read: the facts came from the machine itself. */
    public static final TextSummary NONE = new TextSummary(0, 0, List.of());

    /** Copies the list. */
    public TextSummary {
        notUnderstood = List.copyOf(notUnderstood);
    }

    /**
     * A block of text.
     *
     * @param document the file's name
     * @param firstLine its first line, from 1
     * @param lastLine its last line
     * @param text its words; several lines are parted by {@code \n}
     */
    public record Block(String document, int firstLine, int lastLine, String text) {

        /** Its lines, such as {@code 12} or {@code 12-18}. */
        String range() {
            return firstLine == lastLine ? Integer.toString(firstLine) : firstLine + "-" + lastLine;
        }
    }
}
