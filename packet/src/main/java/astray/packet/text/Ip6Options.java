package astray.packet.text;

/** Hop-by-hop and destination options (RFC 8200 section 4.2, 2675, 2711, 6275). */
final class Ip6Options {
    private static final int PAD1 = 0;
    private static final int PADN = 1;
    private static final int ROUTER_ALERT = 5;
    private static final int JUMBO = 0xc2;
    private static final int HOME_ADDRESS = 0xc9;

    private Ip6Options() {}

    /** Prints the header; its size in bytes, negative when it is invalid. */
    static int print(Sheet sheet, String name, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = name.startsWith("HBH") ? "hbhopt" : "dstopt";
        line.text(name);
        sheet.need(at, 2);
        int size = (sheet.u8(at + 1) + 1) * 8;
        if (length < size) {
            line.text(" [remaining length ")
                    .number(length)
                    .text(" < ")
                    .number(size)
                    .put(']');
            sheet.invalid();
            return -1;
        }
        if (sheet.v > 0) {
            sheet.need(at, size);
            options(sheet, at + 2, size - 2);
        }
        return size;
    }

    private static void options(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int here = at;
        int end = at + length;
        while (here < end) {
            int option = sheet.u8(here);
            if (option == PAD1) {
                line.text("(pad1)");
                here++;
                continue;
            }
            if (here + 2 > end) {
                line.text("(trunc)");
                sheet.invalid();
                return;
            }
            int size = sheet.u8(here + 1) + 2;
            if (here + size > end) {
                line.text("(opt_type 0x")
                        .hex(option, 2)
                        .text(", len=")
                        .number(size - 2L)
                        .put(')');
                sheet.invalid();
                return;
            }
            switch (option) {
                case PADN -> line.text("(padn)");
                case ROUTER_ALERT -> {
                    if (size != 4) {
                        line.text("(rtalert: invalid len ").number(size - 2L).put(')');
                        sheet.invalid();
                        return;
                    }
                    line.text("(rtalert: 0x").hex(sheet.be16(here + 2), 4).text(") ");
                }
                case JUMBO -> {
                    if (size != 6) {
                        line.text("(jumbo: invalid len ").number(size - 2L).put(')');
                        sheet.invalid();
                        return;
                    }
                    line.text("(jumbo: ").number(sheet.be32(here + 2)).text(") ");
                }
                case HOME_ADDRESS -> {
                    if (size < 18) {
                        line.text("(homeaddr: invalid len ").number(size - 2L).put(')');
                        sheet.invalid();
                        return;
                    }
                    line.text("(homeaddr: ");
                    sheet.host6(here + 2);
                    line.put(')');
                }
                default ->
                    line.text("(opt_type 0x")
                            .hex(option, 2)
                            .text(": len=")
                            .number(size - 2L)
                            .put(')');
            }
            here += size;
        }
        line.put(' ');
    }
}
