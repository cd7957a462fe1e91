package astray.transcript;

/**
 * Lines of some output that no format took.
 *
 * @param document the document's name
 * @param firstLine the first line, from 1
 * @param lastLine the last line
 * @param words how the first line begins
 */
public record NotUnderstood(String document, int firstLine, int lastLine, String words) {}
