package astray.instruments.lsof;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The text of {@code /proc/PID/fdinfo/FD} (proc_pid_fdinfo(5)). */
final class FdInfo {
    /** Of an event poll so many watched descriptors are named. */
    private static final int MOST_WATCHED = 32;

    /** So many decimal digits hold every offset. */
    private static final int LONGEST_NUMBER = 19;

    private final String text;

    FdInfo(String text) {
        this.text = text;
    }

    /** What stands behind a name and a colon; {@code null} where there is no such line. */
    @Nullable
    String value(String name) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                end = text.length();
            }
            int colon = at + name.length();
            if (text.startsWith(name, at) && colon < end && text.charAt(colon) == ':') {
                return text.substring(colon + 1, end).strip();
            }
            at = end + 1;
        }
        return null;
    }

    private long number(String name, int radix) {
        String value = value(name);
        long number = 0;
        if (value == null || value.isEmpty() || value.length() > LONGEST_NUMBER) {
            return OpenFile.UNKNOWN;
        }
        for (int i = 0; i < value.length(); i++) {
            int digit = Character.digit(value.charAt(i), radix);
            if (digit < 0) {
                return OpenFile.UNKNOWN;
            }
            number = number * radix + digit;
        }
        return number < 0 ? OpenFile.UNKNOWN : number;
    }

    /** The offset in bytes; {@link OpenFile#UNKNOWN} where it is not told. */
    long position() {
        return number("pos", 10);
    }

    /** The flags of open(2); {@link OpenFile#UNKNOWN} where they are not told. */
    long flags() {
        return number("flags", 8);
    }

    /** The first descriptors that an event poll watches, ascending, with commas between; "" for none. */
    String watched() {
        int[] watched = new int[MOST_WATCHED];
        int count = 0;
        boolean more = false;
        for (int at = text.indexOf("tfd:"); at >= 0 && !more; at = text.indexOf("tfd:", at + 1)) {
            int from = at + 4;
            while (from < text.length() && text.charAt(from) == ' ') {
                from++;
            }
            int end = from;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            int number = DescriptorChoice.number(text.substring(from, end));
            if (number >= 0) {
                more = count == MOST_WATCHED;
                if (!more) {
                    watched[count++] = number;
                }
            }
        }
        Arrays.sort(watched, 0, count);
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < count; i++) {
            list.append(i == 0 ? "" : ",").append(watched[i]);
        }
        return list.append(more ? "..." : "").toString();
    }
}
