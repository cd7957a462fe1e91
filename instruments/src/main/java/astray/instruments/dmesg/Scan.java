package astray.instruments.dmesg;

/** Numbers and marks in bytes, read as strtol(3) does: blanks and a sign in front, and the place behind it told. */
final class Scan {
    private final byte[] bytes;
    private final int end;
    private int at;

    /** Stands at a place; nothing from the end on is looked at. */
    Scan(byte[] bytes, int at, int end) {
        this.bytes = bytes;
        this.at = at;
        this.end = end;
    }

    int at() {
        return at;
    }

    /** Whether this character is next; goes past it if so. */
    boolean passes(char c) {
        if (at < end && bytes[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    /** A decimal number; -1 when there is none here, or one that is negative or beyond 18 digits. */
    long number() {
        int i = at;
        while (i < end && (bytes[i] == ' ' || bytes[i] >= '\t' && bytes[i] <= '\r')) {
            i++;
        }
        int digits = i;
        long value = 0;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            value = value * 10 + bytes[i] - '0';
            i++;
            if (i - digits > 18) {
                return -1;
            }
        }
        if (i == digits) {
            return -1;
        }
        at = i;
        return value;
    }

    /** Where this byte is, from the place on; -1 for nowhere. */
    static int find(byte[] bytes, int from, int end, char c) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == c) {
                return i;
            }
        }
        return -1;
    }
}
