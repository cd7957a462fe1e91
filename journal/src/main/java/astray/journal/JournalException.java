package astray.journal;

import java.io.IOException;

/** A file that is no journal, or cannot be read as one: one line that says which and why. */
public final class JournalException extends IOException {
    private static final long serialVersionUID = 1;

    /** Why, in the words of errno(3) that people know from the original. */
    public enum Reason {
        /** There is no such file. */
        MISSING("No such file or directory"),
        /** It may not be read. */
        FORBIDDEN("Permission denied"),
        /** It is a folder, a pipe or a device. */
        FOLDER("Is a directory"),
        /** A file where a folder was named. */
        NOT_A_FOLDER("Not a directory"),
        /** Neither a file nor a folder. */
        NOT_A_FILE("File descriptor in bad state"),
        /** Its header or structure contradicts itself. */
        DAMAGED("Bad message"),
        /** It ends before what its header promises. */
        TRUNCATED("No data available"),
        /** It has a feature that is not known here. */
        UNSUPPORTED("Protocol not supported"),
        /** There are more files than may be open. */
        TOO_MANY("Too many references: cannot splice"),
        /** Reading failed. */
        UNREADABLE("Input/output error");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** The words for people. */
        public String text() {
            return text;
        }
    }

    private final String path;
    private final Reason reason;

    JournalException(String path, Reason reason, String detail) {
        super(path + ": " + reason.text + (detail.isEmpty() ? "" : " (" + detail + ")"));
        this.path = path;
        this.reason = reason;
    }

    /** The file. */
    public String path() {
        return path;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
