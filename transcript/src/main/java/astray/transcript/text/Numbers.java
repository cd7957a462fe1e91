package astray.transcript.text;

import org.jspecify.annotations.Nullable;

/** Numbers out of hostile text: {@code null} instead of an exception. */
public final class Numbers {
    private static final int MAX_DIGITS = 18;

    private Numbers() {}

    /** A number of 1 to 18 decimal digits, without a sign; {@code null} for anything else. */
    public static @Nullable Long parseLong(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_DIGITS) {
            return null;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return null;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    /** The same, up to {@link Integer#MAX_VALUE}. */
    public static @Nullable Integer parseInt(@Nullable String text) {
        Long value = parseLong(text);
        return value == null || value > Integer.MAX_VALUE ? null : Integer.valueOf(value.intValue());
    }

    /** A port, 0 to 65535. */
    public static @Nullable Integer parsePort(@Nullable String text) {
        Integer value = parseInt(text);
        return value == null || value > 65535 ? null : value;
    }

    /** A decimal number without sign or exponent, such as {@code 12.345}; {@code null} for anything else. */
    public static @Nullable Double parseDecimal(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > MAX_DIGITS || text.charAt(0) == '.') {
            return null;
        }
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return null;
            }
        }
        return dots > 1 ? null : Double.valueOf(text);
    }
}
