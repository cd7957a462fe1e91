package astray.transcript.path;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Round trip times as these tools print them: milliseconds with a decimal point. */
final class Millis {
    private static final int MAX_WHOLE = 9;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Millis() {}

    /** Reads {@code 12.345} or {@code 12}, exact to a nanosecond; {@code null} for anything else. */
    static @Nullable Duration parse(String text) {
        long whole = 0;
        long fraction = 0;
        int scale = NANOS_PER_MILLI;
        int dot = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && dot < 0 && i > 0) {
                dot = i;
            } else if (c < '0' || c > '9') {
                return null;
            } else if (dot >= 0) {
                scale /= 10;
                fraction += (long) (c - '0') * scale;
            } else if (i >= MAX_WHOLE) {
                return null;
            } else {
                whole = whole * 10 + c - '0';
            }
        }
        return text.isEmpty() || dot == text.length() - 1 ? null : Duration.ofNanos(whole * NANOS_PER_MILLI + fraction);
    }

    /** Prints with three decimals. */
    static String print(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6)
                .setScale(3, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** A number with a fixed count of decimals. */
    static String fixed(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
