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

    /** Whether the size is shown where either could be. */
    boolean sized;

    /** The column NODE. */
    String node = "";

    /** Whether the node is the name of a protocol. */
    boolean protocol;

    long links = UNKNOWN;

    /** The flags it was opened with, open(2); negative when not known. */
    long flags = -1;

    /** The name, escaped. */
    String name = "";

    /** What stands behind the name, never escaped: an address of ours, a state. */
    String note = "";

    /** An internet socket prints its own name. */
    @Nullable Inet inet;

    /** The inode, for comparing; 0 for none. */
    long inode;

    /** By what it is asked for, a sum of {@link Select}. */
    int selected;

    /** Whether it is left out whatever else asks for it. */
    boolean excluded;

    /** What it shares with the file at the other end; {@code null} when it has no other end. */
    @Nullable Endpoint endpoint;

    OpenFile(String descriptor) {
        this.descriptor = descriptor;
    }

    /**
     * One end of something that processes talk through.
     *
     * @param kind what it is
     * @param own the end's own number
     * @param peer the number of the other end; the same as the own where both ends are one file
     */
    record Endpoint(Kind kind, String own, String peer) {}

    /** What has ends. */
    enum Kind {
        PIPE,
        UNIX,
        INET,
        EVENTFD,
        TERMINAL,
        QUEUE
    }
}
