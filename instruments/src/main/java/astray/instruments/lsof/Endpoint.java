package astray.instruments.lsof;

/**
 * One end of something that processes talk through.
 *
 * @param kind what it is
 * @param own the end's own mark
 * @param peer the mark of the other end; the same as its own where both ends are one file
 */
record Endpoint(Kind kind, String own, String peer) {
    /** What has ends. */
    enum Kind {
        PIPE,
        UNIX,
        INET,
        EVENTFD,
        MASTER,
        SLAVE
    }
}
