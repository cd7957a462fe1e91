package astray.packet.text;

/** SLIP (RFC 1055) with compressed TCP headers (RFC 1144), behind the pseudo header of BSD (LINKTYPE_SLIP). */
final class Slip {
    static final int HEADER = 16;
    private static final int COMPRESSED = 1;

    private static final int TYPE_IP = 0x40;
    private static final int TYPE_UNCOMPRESSED = 0x70;
    private static final int TYPE_COMPRESSED = 0x80;

    private static final int NEW_C = 0x40;
    private static final int NEW_I = 0x20;
    private static final int NEW_S = 0x08;
    private static final int NEW_A = 0x04;
    private static final int NEW_W = 0x02;
    private static final int NEW_U = 0x01;
    private static final int SPECIALS = NEW_S | NEW_A | NEW_W | NEW_U;
    private static final int SPECIAL_I = NEW_S | NEW_W | NEW_U;

    private Slip() {}

    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "slip";
        sheet.need(at, HEADER);
        int length = wire - HEADER;
        int here = at + HEADER;
        if (sheet.options.linkLevel()) {
            link(sheet, at, here, length);
        }
        int version = sheet.u8(here) >> 4;
        switch (version) {
            case 4 -> Ip4.print(sheet, here, length);
            case 6 -> Ip6.print(sheet, here, length);
            default -> sheet.text("ip v").number(version);
        }
    }

    /** LINKTYPE_SLIP_BSDOS, whose header is not printed. */
    static void printBsdOs(Sheet sheet, int at, int wire) {
        sheet.protocol = "slip_bsdos";
        sheet.need(at, HEADER);
        Ip4.print(sheet, at + HEADER, wire - HEADER);
    }

    private static void link(Sheet sheet, int at, int packet, int length) {
        Line line = sheet.line;
        int direction = sheet.u8(at);
        boolean known = direction <= 1;
        if (known) {
            line.text(direction == 0 ? "I " : "O ");
        } else {
            line.text("Invalid direction ").number(direction).put(' ');
        }
        int type = sheet.u8(at + COMPRESSED);
        switch (type & 0xf0) {
            case TYPE_IP -> line.text("ip ").number(length + (long) HEADER).text(": ");
            case TYPE_UNCOMPRESSED -> {
                // the connection stands where the protocol would
                int connection = sheet.u8(at + COMPRESSED + 9);
                sheet.slip.connection = connection;
                line.text("utcp ").number(connection).text(": ");
                if (known) {
                    sheet.slip.lengths[direction][connection] = length - headers(sheet, packet);
                }
            }
            default -> {
                if (!known) {
                    return;
                }
                if ((type & TYPE_COMPRESSED) != 0) {
                    compressed(sheet, at + COMPRESSED, packet, length, direction);
                    line.text(": ");
                } else {
                    line.text("slip-").number(type).text("!: ");
                }
            }
        }
    }

    /** How long the headers of IP and TCP are. */
    private static int headers(Sheet sheet, int at) {
        sheet.need(at, 20);
        int ip = (sheet.u8(at) & 15) * 4;
        sheet.need(at + ip, 20);
        return ip + (sheet.u8(at + ip + 12) >> 4) * 4;
    }

    private static void compressed(Sheet sheet, int at, int packet, int length, int direction) {
        Line line = sheet.line;
        int flags = sheet.u8(at);
        int here = at + 1;
        if ((flags & NEW_C) != 0) {
            sheet.slip.connection = sheet.u8(here++);
            line.text("ctcp ").number(sheet.slip.connection);
        } else {
            line.text("ctcp *");
        }
        here += 2; // TCP's checksum
        int[] lengths = sheet.slip.lengths[direction];
        int connection = sheet.slip.connection;
        switch (flags & SPECIALS) {
            case SPECIAL_I -> line.text(" *SA+").number(lengths[connection] & 0xffffffffL);
            case SPECIALS -> line.text(" *S+").number(lengths[connection] & 0xffffffffL);
            default -> {
                here = (flags & NEW_U) != 0 ? change(sheet, here, " U=", false) : here;
                here = (flags & NEW_W) != 0 ? change(sheet, here, " W", true) : here;
                here = (flags & NEW_A) != 0 ? change(sheet, here, " A+", false) : here;
                here = (flags & NEW_S) != 0 ? change(sheet, here, " S+", false) : here;
            }
        }
        here = (flags & NEW_I) != 0 ? change(sheet, here, " I+", false) : here;
        lengths[connection] = length - headers(sheet, packet);
        line.put(' ').number(lengths[connection] & 0xffffffffL);
        line.text(" (").number(here - (long) at).put(')');
    }

    private static int change(Sheet sheet, int at, String name, boolean signed) {
        int value = sheet.u8(at);
        int here = at + 1;
        if (value == 0) {
            value = sheet.be16(here);
            here += 2;
            value = signed ? (short) value : value;
        }
        // the original reads one byte and does not skip it
        here = sheet.u8(at) == 0 ? here : at;
        sheet.text(name).text(signed && value >= 0 ? "+" : "").number(value);
        return here;
    }

    /** What is remembered from packet to packet: the last connection, and how much data each had last. */
    static final class State {
        private int connection = 255;
        private final int[][] lengths = new int[2][256];
    }
}
