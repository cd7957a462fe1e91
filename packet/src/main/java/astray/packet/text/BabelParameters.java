package astray.packet.text;

/** The parameters within messages of Babel (RFC 8966 section 4.7, RFC 9616). */
final class BabelParameters {
    private static final int PAD1 = 0;
    private static final int PADN = 1;
    private static final int DIVERSITY = 2;
    private static final int TIMESTAMP = 3;

    private static final int MANDATORY = 0x80;

    private BabelParameters() {}

    static void print(Sheet sheet, int at, int end, int message) {
        Line line = sheet.line;
        int here = at;
        while (here < end) {
            int type = sheet.u8(here);
            here++;
            if (type == PAD1) {
                line.text(" sub-pad1");
                continue;
            }
            line.text((type & MANDATORY) != 0 ? " (M)" : "");
            if (here == end || here + 1 + sheet.u8(here) > end) {
                sheet.invalid();
                return;
            }
            int size = sheet.u8(here);
            here++;
            switch (type) {
                case PADN -> line.text(" sub-padn");
                case DIVERSITY -> diversity(sheet, here, size, message);
                case TIMESTAMP -> {
                    line.text(" sub-timestamp");
                    if (message == Babel.HELLO && size < 4 || message == Babel.HEARD && size < 8) {
                        sheet.invalid();
                        return;
                    }
                    timestamps(sheet, here, message);
                }
                default -> line.text(" sub-unknown-0x").hex(type, 2);
            }
            here += size;
        }
    }

    private static void diversity(Sheet sheet, int at, int size, int message) {
        Line line = sheet.line;
        line.text(" sub-diversity");
        if (size == 0) {
            line.text(" empty");
            return;
        }
        for (int i = 0; i < size; i++) {
            int channel = sheet.u8(at + i);
            line.put(i == 0 ? ' ' : '-');
            switch (channel) {
                case 0 -> line.text("reserved");
                case 255 -> line.text("all");
                default -> line.number(channel);
            }
        }
        line.text(message == Babel.UPDATE || message == Babel.SOURCE_UPDATE ? "" : " (bogus)");
    }

    private static void timestamps(Sheet sheet, int at, int message) {
        Line line = sheet.line;
        if (message != Babel.HELLO && message != Babel.HEARD) {
            line.text(" (bogus)");
            return;
        }
        line.put(' ');
        time(line, sheet.be32(at));
        if (message == Babel.HEARD) {
            line.put('|');
            time(line, sheet.be32(at + 4));
        }
    }

    private static void time(Line line, long microseconds) {
        line.number(microseconds / 1_000_000)
                .put('.')
                .padded(microseconds % 1_000_000, 6)
                .put('s');
    }
}
