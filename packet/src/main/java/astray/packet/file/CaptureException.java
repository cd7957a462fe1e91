package astray.packet.file;

import java.io.IOException;

/** A capture file that cannot be read further; what was read before stands. The message is one line. */
public final class CaptureException extends IOException {
    private static final long serialVersionUID = 1;

    /** The file as it was named. */
    private final String file;

    /** Where in the file's bytes (after decompression) the trouble begins. */
    private final long offset;

    /** What is wrong there, without file and offset. */
    private final String trouble;

    CaptureException(String file, long offset, String trouble) {
        super(file + ": offset " + offset + ": " + trouble);
        this.file = file;
        this.offset = offset;
        this.trouble = trouble;
    }

    CaptureException(String file, long offset, IOException cause) {
        super(file + ": offset " + offset + ": " + said(cause), cause);
        this.file = file;
        this.offset = offset;
        this.trouble = said(cause);
    }

    private static String said(IOException cause) {
        String message = cause.getMessage();
        return message == null ? "input/output error" : message;
    }

    /** The file as it was named. */
    public String file() {
        return file;
    }

    /** Where the trouble begins, in bytes from the start of the (decompressed) file. */
    public long offset() {
        return offset;
    }

    /** What is wrong, without file and offset. */
    public String trouble() {
        return trouble;
    }
}
