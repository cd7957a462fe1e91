package astray.packet.text;

/** RTP (RFC 3550 section 5), in its first version too, and its control protocol (section 6). */
final class Rtp {
    private static final int CONTROL_HEADER = 8;
    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int SOURCE_DESCRIPTION = 202;
    private static final int BYE = 203;
    private static final int SENDER = 20;
    private static final int BLOCK = 24;

    private static final int H261 = 31;

    private Rtp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "rtp";
        if (length < 8) {
            line.text("udp/rtp, length ").number(length).text(" < 8");
            return;
        }
        int first = sheet.s32(at);
        long time = sheet.be32(at + 4);
        boolean old = first >>> 30 == 1;
        if (!old && length < 12) {
            line.text("udp/rtp, length ").number(length).text(" < 12");
            return;
        }
        boolean options = old && (first & 0x80_0000) != 0;
        boolean extension = !old && (first & 0x1000_0000) != 0;
        boolean marker = (first & (old ? 0x40_0000 : 0x80_0000)) != 0;
        int content = first >> 16 & (old ? 0x3f : 0x7f);
        int header = old ? 8 : 12;
        line.text(old ? "udp/rtpv1 " : "udp/rtp ")
                .number(length - header)
                .text(" c")
                .number(content)
                .put(' ');
        line.text(options || extension ? "+" : "").text(marker ? "*" : "").put(' ');
        line.number(first & 0xffff).put(' ').number(time);
        if (sheet.v > 0) {
            line.put(' ').number(sheet.be32(at + 8));
            extras(sheet, at + header, length / 4 - header / 4, options, extension, content);
        }
    }

    private static void extras(Sheet sheet, int at, int words, boolean options, boolean extension, int content) {
        Line line = sheet.line;
        int here = at;
        int rest = words;
        boolean more = options;
        while (more) {
            int option = sheet.s32(here);
            int size = option >> 16 & 0xff;
            if (size == 0 || size > rest) {
                line.text(" !opt");
                return;
            }
            here += 4 * size;
            rest -= size;
            more = option >= 0;
        }
        if (extension) {
            int size = sheet.be16(here + 2) + 1;
            sheet.need(here, 4);
            if (size > rest) {
                line.text(" !ext");
                return;
            }
            here += 4 * size;
        }
        if (content == H261) {
            line.text(" 0x").hex(sheet.be32(here) >> 16, 4);
        }
    }

    /** Prints control messages, one behind another to the end of the bytes. */
    static void control(Sheet sheet, int at) {
        sheet.protocol = "rtcp";
        int here = at;
        while (here < sheet.end()) {
            here += message(sheet, here);
        }
    }

    private static int message(Sheet sheet, int at) {
        Line line = sheet.line;
        int length = (sheet.be16(at + 2) + 1) * 4;
        int flags = sheet.be16(at);
        int count = flags >> 8 & 0x1f;
        long source = sheet.be32(at + 4);
        int here = at + CONTROL_HEADER;
        int type = flags & 0xff;
        switch (type) {
            case SENDER_REPORT -> {
                report(sheet, " sr", length, count * BLOCK + SENDER + CONTROL_HEADER, source);
                line.text(" @");
                double time = sheet.be32(here) + sheet.be32(here + 4) / 4_294_967_295.0;
                Decimal.print(line, time, 2);
                line.put(' ').number(sheet.be32(here + 8)).put(' ').number(sheet.be32(here + 12));
                line.text("p ").number(sheet.be32(here + 16)).put('b');
                here += SENDER;
            }
            case RECEIVER_REPORT -> report(sheet, " rr", length, count * BLOCK + CONTROL_HEADER, source);
            default -> {
                switch (type) {
                    case SOURCE_DESCRIPTION -> line.text(" sdes ");
                    case BYE -> line.text(" bye ");
                    default -> line.text(" type-0x").hex(type).put(' ');
                }
                line.number(length);
                if (sheet.v > 0 && (type == SOURCE_DESCRIPTION || type == BYE)) {
                    line.put(' ').number(source);
                }
                return length;
            }
        }
        if (count > 1) {
            line.text(" c").number(count);
        }
        for (int i = 0; i < count; i++) {
            block(sheet, here);
        }
        return length;
    }

    private static void report(Sheet sheet, String name, int length, int expected, long source) {
        Line line = sheet.line.text(name);
        if (length != expected) {
            line.text(" [").number(length).put(']');
        }
        if (sheet.v > 0) {
            line.put(' ').number(source);
        }
    }

    /** What was received of a source (section 6.4.1). */
    private static void block(Sheet sheet, int at) {
        Line line = sheet.line;
        if (sheet.v > 0) {
            line.put(' ').number(sheet.be32(at));
        }
        line.put(' ').number(sheet.be32(at + 4) & 0xff_ffff);
        line.text("l ")
                .number(sheet.be32(at + 8))
                .text("s ")
                .number(sheet.be32(at + 12))
                .text("j @");
        Decimal.print(line, sheet.be32(at + 16) / 65536.0, 2);
        line.put('+');
        Decimal.print(line, sheet.be32(at + 20) / 65536.0, 2);
    }
}
