package astray.instruments.ip;

/** Counters as text: plain, or with {@code -h} shortened to two or three digits and a unit. */
final class Numbers {
    private static final String UNITS = "kMGTPE";

    private Numbers() {}

    /** An unsigned number. */
    static String text(long count, Settings settings) {
        int base = settings.iec() ? 1024 : 1000;
        if (!settings.human() || Long.compareUnsigned(count, base) < 0) {
            return Long.toUnsignedString(count);
        }
        long power = base;
        int unit = 0;
        long rest = Long.divideUnsigned(count, base);
        while (Long.compareUnsigned(rest, power) >= 0 && unit + 1 < UNITS.length()) {
            power *= base;
            unit++;
        }
        int precision = 2;
        long limit = 10;
        for (; precision > 0; precision--) {
            if (Long.compareUnsigned(Long.divideUnsigned(count, power), limit) < 0) {
                break;
            }
            limit *= 10;
        }
        double value = (count >= 0 ? (double) count : (count >>> 1) * 2.0) / power;
        return decimal(value, precision) + UNITS.charAt(unit) + (settings.iec() ? "i" : "");
    }

    /** A hexadecimal number behind {@code 0x}; a zero is bare, as printf(3) writes it for {@code %#x}. */
    static String hex(long value) {
        return value == 0 ? "0" : "0x" + Long.toHexString(value);
    }

    /** A positive number with so many places, as printf(3) rounds it: by its exact binary value. */
    static String decimal(double value, int places) {
        return new java.math.BigDecimal(value)
                .setScale(places, java.math.RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
