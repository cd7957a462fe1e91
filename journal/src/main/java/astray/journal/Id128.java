package astray.journal;

import org.jspecify.annotations.Nullable;

/**
 * A number of 128 bits that names a machine, a boot or a file (sd-id128(3)).
 *
 * @param high the first eight bytes, as a big-endian number
 * @param low the last eight bytes
 */
public record Id128(long high, long low) {
    /** The one that stands for none. */
    public static final Id128 NULL = new Id128(0, 0);

    private static final int DIGITS = 32;

    /**
     * Reads 32 hexadecimal digits, or those with dashes as in a UUID.
     *
     * @return {@code null} when it is neither
     */
    public static @Nullable Id128 parse(String text) {
        boolean dashed = text.length() == DIGITS + 4;
        if (!dashed && text.length() != DIGITS) {
            return null;
        }
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (dashed && (i == 8 || i == 13 || i == 18 || i == 23)) {
                if (c != '-') {
                    return null;
                }
                continue;
            }
            int value = c < 0x80 ? Character.digit(c, 16) : -1;
            if (value < 0) {
                return null;
            }
            if (digits++ < DIGITS / 2) {
                high = high << 4 | value;
            } else {
                low = low << 4 | value;
            }
        }
        return new Id128(high, low);
    }

    /** Whether it stands for none. */
    public boolean isNull() {
        return high == 0 && low == 0;
    }

    /** 32 hexadecimal digits. */
    @Override
    public String toString() {
        char[] text = new char[DIGITS];
        for (int i = 0; i < DIGITS; i++) {
            long half = i < DIGITS / 2 ? high : low;
            text[i] = Character.forDigit((int) (half >>> 60 - 4 * (i % (DIGITS / 2))) & 15, 16);
        }
        return new String(text);
    }
}
