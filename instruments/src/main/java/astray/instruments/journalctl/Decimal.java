package astray.instruments.journalctl;

/** Numbers in the text of a field. */
final class Decimal {
    /** So many digits are never too large a number. */
    private static final int SAFE = 18;

    private Decimal() {}

    /** A number without a sign; -1 when the text is none, or larger than 2^63 - 1. */
    static long parse(byte[] bytes, int from, int to) {
        if (to - from < 1 || to - from > 19) {
            return -1;
        }
        long number = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9 || i - from >= SAFE && number > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
