package astray.packet.text;

/** Times in NTP's 64-bit format (RFC 5905 section 6): seconds of an era and a binary fraction. */
final class NtpTime {
    /** Seconds from 1900 to 1970. */
    private static final long UNIX = 2_208_988_800L;

    private static final long DAY = 86_400;

    private NtpTime() {}

    /** Prints a time as a number and, unless its seconds are 0, as a date; those below the half are of the next era. */
    static void print(Sheet sheet, int at) {
        Line line = sheet.line;
        sheet.need(at, 8);
        long seconds = sheet.be32(at);
        // the nearest double, as the original computes with; the difference shows in the last digit
        double fraction = sheet.be32(at + 4) / 4_294_967_296.0;
        line.number(seconds).put('.').padded((long) (fraction * 1_000_000_000.0), 9);
        if (seconds != 0) {
            long unix = seconds - UNIX + (seconds < 0x8000_0000L ? 0x1_0000_0000L : 0);
            long day = Math.floorDiv(unix, DAY);
            int second = (int) Math.floorMod(unix, DAY);
            line.text(" (")
                    .text(TimeText.date(day))
                    .put('T')
                    .padded(second / 3600, 2)
                    .put(':');
            line.padded(second / 60 % 60, 2).put(':').padded(second % 60, 2).text("Z)");
        }
    }
}
