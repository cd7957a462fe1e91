package astray.instruments.dmesg;

/**
 * A record as /dev/kmsg gives it (Documentation/ABI/testing/dev-kmsg): {@code 6,339,5140900,-;message}, a newline, and
 * lines of tags, which are left out. What the kernel escaped as {@code \x1b} is the byte again afterwards.
 */
final class DeviceRecord {
    private DeviceRecord() {}

    /**
     * Reads one.
     *
     * @param bytes what was read; changed where something was escaped
     * @param length how many bytes there are
     */
    static void read(byte[] bytes, int length, LogRecord into) {
        into.begin(bytes);
        int head = Scan.find(bytes, 0, length, ';');
        if (head >= 0) {
            Scan scan = new Scan(bytes, 0, head);
            long priority = scan.number();
            if (priority >= 0) {
                into.priority(priority);
            }
            if (scan.passes(',') && scan.number() >= 0 && scan.passes(',')) {
                into.micros = Math.max(0, scan.number());
            }
        }
        int newline = Scan.find(bytes, head + 1, length, '\n');
        int end = plain(bytes, head + 1, newline < 0 ? length : newline);
        into.message(head + 1, end);
        if (end < bytes.length) {
            // nothing follows the message's own last line
            bytes[end] = 0;
        }
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
