package astray.packet.text;

/** Seconds since 1970 as a date and a time of day. */
final class UtcTime {
    private static final int DAY = 86_400;

    private UtcTime() {}

    /** Prints {@code 2026-11-30 01:02:03}. */
    static void print(Line line, long seconds) {
        int second = (int) Math.floorMod(seconds, (long) DAY);
        line.text(TimeText.date(Math.floorDiv(seconds, (long) DAY))).put(' ');
        line.padded(second / 3600, 2).put(':').padded(second / 60 % 60, 2);
        line.put(':').padded(second % 60, 2);
    }
}
