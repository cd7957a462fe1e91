package astray.packet.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point numbers of packets (IEEE 754) as printf(3) has them. */
final class Decimal {
    private Decimal() {}

    /** A number with so many digits behind the point. */
    static void print(Line line, double value, int digits) {
        if (Double.isNaN(value)) {
            line.text(Double.doubleToRawLongBits(value) < 0 ? "-nan" : "nan");
        } else if (Double.isInfinite(value)) {
            line.text(value < 0 ? "-inf" : "inf");
        } else {
            String text = new BigDecimal(value)
                    .setScale(digits, RoundingMode.HALF_EVEN)
                    .toPlainString();
            // a number that rounds to zero keeps its sign
            line.text(Double.doubleToRawLongBits(value) < 0 && !text.startsWith("-") ? "-" : "")
                    .text(text);
        }
    }

    /** A number with so many digits at most that mean something, as printf(3)'s %g has it. */
    static void general(Line line, double value, int digits) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            print(line, value, 0);
            return;
        }
        line.text(Double.doubleToRawLongBits(value) < 0 ? "-" : "");
        if (value == 0) {
            line.put('0');
            return;
        }
        BigDecimal rounded = new BigDecimal(Math.abs(value)).round(new MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        BigDecimal plain = rounded.stripTrailingZeros();
        if (exponent >= -4 && exponent < digits) {
            line.text(plain.toPlainString());
            return;
        }
        String mantissa = plain.unscaledValue().toString();
        line.put(mantissa.charAt(0)).text(mantissa.length() > 1 ? "." : "").text(mantissa.substring(1));
        line.put('e').put(exponent < 0 ? '-' : '+').padded(Math.abs(exponent), 2);
    }

    /** A bandwidth (RFC 3630 section 2.5.6: bytes in a second as a single-precision number) in megabits a second. */
    static void megabits(Line line, int bits) {
        print(line, Float.intBitsToFloat(bits) * 8 / 1_000_000, 3);
        line.text(" Mbps");
    }
}
