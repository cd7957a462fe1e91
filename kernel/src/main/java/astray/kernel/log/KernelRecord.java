package astray.kernel.log;

/**
 * A record as /dev/kmsg gives it (Documentation/ABI/testing/dev-kmsg): {@code 6,339,5140900,-;message}, a newline, and
 * lines of tags, which are left out. What the kernel escaped as {@code \x1b} is the byte again afterwards. A view; one
 * object serves many records.
 */
public final class KernelRecord {
    private static final int LEVEL_BITS = 7;

    private long priority;
    private long micros;
    private int from;
    private int to;

    /** Of no record yet. */
    public KernelRecord() {}

    /**
     * Reads one, whatever the bytes are: what is not there is taken for 0 or nothing.
     *
     * @param bytes what was read; changed where something was escaped, and a zero is put behind the message
     * @param length how many bytes there are, fewer than the array has
     */
    public void read(byte[] bytes, int length) {
        int head = find(bytes, 0, length, ';');
        priority = 0;
        micros = 0;
        if (head >= 0) {
            int comma = find(bytes, 0, head, ',');
            int second = comma < 0 ? -1 : find(bytes, comma + 1, head, ',');
            priority = number(bytes, 0, head);
            micros = second < 0 ? 0 : number(bytes, second + 1, head);
        }
        from = head + 1;
        int newline = find(bytes, from, length, '\n');
        to = plain(bytes, from, newline < 0 ? length : newline);
        if (to < bytes.length) {
            bytes[to] = 0;
        }
    }

    /** Facility times eight, and the level. */
    public long priority() {
        return priority;
    }

    /** The level of syslog(3), 0 (emerg) to 7 (debug). */
    public int level() {
        return (int) (priority & LEVEL_BITS);
    }

    /** Who wrote it, as a facility of syslog(3): 0 is the kernel. */
    public long facility() {
        return priority / (LEVEL_BITS + 1);
    }

    /** When, in microseconds of the kernel's clock. */
    public long micros() {
        return micros;
    }

    /** Where the message begins in the bytes that were read. */
    public int from() {
        return from;
    }

    /** Where it ends. */
    public int to() {
        return to;
    }

    private static int find(byte[] bytes, int from, int end, char c) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == c) {
                return i;
            }
        }
        return -1;
    }

    /** The decimal number that begins here, of 18 digits at most. */
    private static long number(byte[] bytes, int from, int end) {
        long value = 0;
        for (int i = from; i < end && i < from + 18 && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /** Turns escapes into bytes, in place; returns the new end. */
    private static int plain(byte[] bytes, int from, int to) {
        int out = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\' && i + 3 < to && bytes[i + 1] == 'x') {
                int high = Character.digit(bytes[i + 2], 16);
                int low = Character.digit(bytes[i + 3], 16);
                if (high >= 0 && low >= 0) {
                    bytes[out++] = (byte) (high << 4 | low);
                    i += 3;
                    continue;
                }
            }
            bytes[out++] = bytes[i];
        }
        return out;
    }
}
