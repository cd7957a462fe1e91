package astray.packet.text;

/** Cisco's Dynamic Trunking Protocol. */
final class Dtp {
    private static final int TLV_HEADER = 4;

    private static final int DOMAIN = 1;
    private static final int STATUS = 2;
    private static final int TYPE = 3;
    private static final int NEIGHBOUR = 4;

    private static final String[] NAMES = {"Unknown", "Domain", "Status", "DTP type", "Neighbor"};

    private Dtp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "dtp";
        if (length < 1) {
            line.text("[zero packet length]");
            sheet.invalid();
            return;
        }
        line.text("DTPv").number(sheet.u8(at)).text(", length ").number(length);
        if (sheet.v == 0) {
            return;
        }
        int end = at + length;
        int here = at + 1;
        while (here < end) {
            if (end - here < TLV_HEADER) {
                line.put('[').number(end - here).text(" bytes remaining]");
                invalid(sheet, here, end);
                return;
            }
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            if (type == 0) {
                return;
            }
            line.text("\n\t").text(type < NAMES.length ? NAMES[type] : "Unknown");
            line.text(" (0x").hex(type, 4).text(") TLV, length ").number(size);
            if (size < TLV_HEADER || size > end - here) {
                line.text("[TLV length ").number(size).put(']');
                invalid(sheet, here, end);
                return;
            }
            if (!value(sheet, type, here + TLV_HEADER, size - TLV_HEADER)) {
                invalid(sheet, here, end);
                return;
            }
            here += size;
        }
    }

    private static boolean value(Sheet sheet, int type, int at, int size) {
        switch (type) {
            case DOMAIN -> {
                sheet.text(", ");
                sheet.padded(at, size);
            }
            case STATUS, TYPE -> {
                if (size != 1) {
                    return false;
                }
                sheet.text(", 0x").hex(sheet.u8(at));
            }
            case NEIGHBOUR -> {
                if (size != 6) {
                    return false;
                }
                sheet.text(", ");
                sheet.mac(at);
            }
            default -> sheet.need(at, size);
        }
        return true;
    }

    private static void invalid(Sheet sheet, int at, int end) {
        sheet.invalid();
        sheet.need(at, end - at);
    }
}
