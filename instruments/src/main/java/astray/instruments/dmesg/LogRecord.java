package astray.instruments.dmesg;

/** A record of the kernel's log, as a view on the bytes it was read from. One object serves a whole run. */
final class LogRecord {
    private static final int LEVELS = 8;
    private static final int LEVEL_BITS = 7;
    private static final int FACILITY_BITS = 0x3f8;

    /** What is above counts as not said: the original's bound, one beyond its last name. */
    private static final int LARGEST_FACILITY = 8;

    private byte[] bytes = {};
    private int from;
    private int to;

    /** Who says it; -1 when it was not said, or not read. */
    int facility;

    /** How bad it is; -1 when it was not said, or not read. */
    int level;

    /** When, in microseconds of the kernel's clock; 0 when it was not said. */
    long micros;

    /** Begins a record in some bytes, about which nothing is known yet. */
    void begin(byte[] where) {
        bytes = where;
        facility = -1;
        level = -1;
        micros = 0;
    }

    /** Says where the message lies. */
    void message(int start, int end) {
        from = start;
        to = end;
    }

    /** Takes a priority apart. */
    void priority(long number) {
        level = (int) (number & LEVEL_BITS);
        int who = (int) ((number & FACILITY_BITS) >> 3);
        facility = who > LARGEST_FACILITY ? -1 : who;
    }

    /** The priority as util-linux 2.38 makes it again: {@code LOG_MAKEPRI} of syslog.h, which does not shift. */
    int rawPriority() {
        return facility | level;
    }

    boolean hasPriority() {
        return level >= 0 && level < LEVELS && Priorities.FACILITY.isNamed(facility);
    }

    boolean isEmpty() {
        return from >= to;
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }
}
