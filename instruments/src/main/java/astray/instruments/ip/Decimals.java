package astray.instruments.ip;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Decimal numbers as printf(3) writes them with {@code %g}: six significant digits, no zeroes at the end. */
final class Decimals {
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

    private Decimals() {}

    /** A number of thousandths, from 0. */
    static String thousandths(long value) {
        return general(value, 3);
    }

    /** A number of hundredths, from 0. */
    static String hundredths(long value) {
        return general(value, 2);
    }

    /** A number of millionths, from 0. */
    static String millionths(long value) {
        return general(value, 6);
    }

    private static String general(long value, int decimals) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(value, decimals).round(SIX).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent < 6 && exponent >= -4) {
            return rounded.toPlainString();
        }
        String digits = rounded.unscaledValue().toString();
        return digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (Math.abs(exponent) < 10 ? "0" : "")
                + Math.abs(exponent);
    }
}
