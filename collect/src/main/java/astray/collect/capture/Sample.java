package astray.collect.capture;

/** A packet that was kept. */
final class Sample {
    private final int row;
    private final long number;
    private final int linkType;
    private final long seconds;
    private final int nanos;
    private final int wire;
    private final byte[] bytes;

    /**
     * Keeps one.
     *
     * @param row which kind it is one of
     * @param number its number in the capture, from 1
     * @param linkType its LINKTYPE_ number
     * @param seconds when it was captured, since 1970
     * @param nanos the rest of the time
     * @param wire how long it was, in bytes
     * @param bytes its first bytes; not copied
     */
    Sample(int row, long number, int linkType, long seconds, int nanos, int wire, byte[] bytes) {
        this.row = row;
        this.number = number;
        this.linkType = linkType;
        this.seconds = seconds;
        this.nanos = nanos;
        this.wire = wire;
        this.bytes = bytes;
    }

    /** Its row in the {@link FrameTable}. */
    int row() {
        return row;
    }

    /** Its number in the capture, from 1. */
    long number() {
        return number;
    }

    /** Its LINKTYPE_ number. */
    int linkType() {
        return linkType;
    }

    /** Whole seconds since 1970. */
    long seconds() {
        return seconds;
    }

    /** 0 to 999,999,999. */
    int nanos() {
        return nanos;
    }

    /** How long it was on the wire, in bytes. */
    int wire() {
        return wire;
    }

    /** Its first bytes; not to be written to. */
    byte[] bytes() {
        return bytes;
    }

    /** Has a decoder look at it. */
    PacketHead shownTo(PacketHead head) {
        head.turnTo(linkType, bytes, 0, bytes.length);
        return head;
    }
}
