package astray.transcript;

/**
 * Something that was left out of a reading, and so is unknown.
 *
 * @param kind what was left out
 * @param what which of them, such as {@code LogEntry} or a file's reason; empty where the kind says it all
 * @param count how many
 * @param document the document's name
 */
public record Loss(Kind kind, String what, long count, String document) {

    /** What can be left out. */
    public enum Kind {
        /** Facts beyond the limit for their kind; the first and the last ones were kept. */
        FACTS,
        /** Lines cut at the limit for a line. */
        LONG_LINES,
        /** Blocks whose places are not listed; their facts are. */
        BLOCKS,
        /** Stretches of lines not understood that are not listed. */
        NOT_UNDERSTOOD,
        /** Sentences that were not looked at for names and addresses. */
        PROSE,
        /** A document that is no text: a capture, a binary journal, an image. */
        NO_TEXT,
        /** A document that breaks off: a compressed file without its end. */
        BROKEN_OFF,
        /** A capture that breaks off or says what cannot be; its packets before that place are read. */
        CAPTURE_BROKEN_OFF,
        /** A journal that cannot be read, or not all of it; what can be is read. */
        JOURNAL_DAMAGED,
        /** Packets of a link type that is not read. */
        LINK_TYPE,
        /** Files that were not opened: hidden ones, links, too many. */
        SKIPPED_FILES,
        /** A format failed on a block, which is a defect of the format. */
        FORMAT_FAILED
    }
}
