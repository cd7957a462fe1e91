package astray.packet.text;

/** A span of time in years, weeks, days, hours, minutes and seconds: {@code 1w2d3h4m5s}. */
final class RelativeTime {
    private static final String[] NAMES = {"y", "w", "d", "h", "m", "s"};
    private static final long[] SECONDS = {31_536_000, 604_800, 86_400, 3_600, 60, 1};

    private RelativeTime() {}

    /** Prints a span; units of which there is none are left out. */
    static void print(Line line, long seconds) {
        if (seconds == 0) {
            line.text("0s");
            return;
        }
        long rest = seconds;
        for (int i = 0; i < NAMES.length; i++) {
            long count = rest / SECONDS[i];
            if (count > 0) {
                line.number(count).text(NAMES[i]);
                rest -= count * SECONDS[i];
            }
        }
    }

    /** Prints a span that may be negative. */
    static void signed(Line line, long seconds) {
        if (seconds < 0) {
            line.put('-');
        }
        print(line, Math.abs(seconds));
    }
}
