package astray.transcript;

/**
 * A line of a document, already free of what surrounds it: quoting marks, chat prefixes, colours, indentation of a
 * code block, carriage returns, control characters.
 *
 * @param number the line's number in the document, from 1
 * @param text the text without its line end; trailing blanks are kept
 */
public record Line(int number, String text) {

    /** Whether there is nothing but blanks. */
    public boolean isBlank() {
        return text.isBlank();
    }
}
