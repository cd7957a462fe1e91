package astray.instruments.journalctl;

/** A number of bytes as systemd prints it: {@code 8.0M}, {@code 123B}. */
final class ByteCount {
    private static final String UNITS = "KMGTPE";

    private ByteCount() {}

    static String text(long bytes) {
        for (int i = UNITS.length() - 1; i >= 0; i--) {
            int shift = 10 * (i + 1);
            if (bytes >>> shift > 0) {
                // The digit behind the point is cut, not rounded.
                long tenths = (bytes >>> shift - 10) * 10 / 1024 % 10;
                return (bytes >>> shift) + "." + tenths + UNITS.charAt(i);
            }
        }
        return bytes + "B";
    }
}
