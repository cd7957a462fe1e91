package astray.journal;

/** What a journal file points to is not there, or is not what it should be. */
final class Damage extends Exception {
    private static final long serialVersionUID = 1;

    /** Where in the file, in bytes. */
    private final long offset;

    Damage(String what, long offset) {
        super(what + " at offset " + offset, null, false, false);
        this.offset = offset;
    }

    long offset() {
        return offset;
    }
}
