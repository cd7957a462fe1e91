package astray.instruments.lsof;

import org.jspecify.annotations.Nullable;

/** A row: an open file, in the words of its columns and with the numbers that fields print. */
final class OpenFile {
    static final long UNKNOWN = Long.MIN_VALUE;

    /** The column FD: a number, or a word such as {@code cwd}. */
    final String descriptor;

    /** {@code r}, {@code w}, {@code u}, or a blank. */
    char access = ' ';

    /** What kind of lock the process holds, or a blank. */
    char lock = ' ';

    String type = "";

    /** The column DEVICE. */
    String device = "";

    /** The device that holds it, as one number; negative where {@link #device} is a word of its own. */
    long deviceNumber = -1;

    /** The device that it is. */
    long rawDevice = -1;

    long size = UNKNOWN;
    long offset = UNKNOWN;

    /** The column NODE. */
    String node = "";

    /** Whether the node is the name of a protocol. */
    boolean protocol;

    long links = UNKNOWN;

    /** The flags it was opened with, open(2). */
    long flags = UNKNOWN;

    /** The name, escaped. */
    String name = "";

    /** What stands behind the name, never escaped: an address of ours, a state. */
    String note = "";

    /** An internet socket prints its own name. */
    @Nullable
    Inet inet;

    /** The inode, for comparing; 0 for none. */
    long inode;

    /** Whether a state belongs to its kind; it may be "" all the same. */
    boolean stateful;

    String state = "";

    /** By what it is asked for, a sum of {@link Select}. */
    int selected;

    /** Whether it is asked for. */
    boolean shown;

    /** Whether it is left out whatever else asks for it. */
    boolean excluded;

    /** What it shares with the file at the other end; {@code null} when it has no other end. */
    @Nullable
    Endpoint endpoint;

    OpenFile(String descriptor) {
        this.descriptor = descriptor;
    }

    /** Whether it is open only as memory. */
    boolean isMapped() {
        return descriptor.equals("mem") || descriptor.equals("DEL");
    }
}
