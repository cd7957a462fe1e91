package astray.packet.text;

/** Cisco's UniDirectional Link Detection (RFC 5171). */
final class Udld {
    private static final int CHECKSUM = 2;
    private static final int HEADER = 4;
    private static final int TLV_HEADER = 4;

    private static final String[] CODES = {"Reserved", "Probe message", "Echo message", "Flush message"};

    private static final Table TYPES = Table.of("""
            1 Device-ID TLV
            2 Port-ID TLV
            3 Echo TLV
            4 Message Interval TLV
            5 Timeout Interval TLV
            6 Device Name TLV
            7 Sequence Number TLV
            """);

    private static final Table FLAGS = Table.of("""
            0x01 RT
            0x02 RSY
            0x04 MBZ-2
            0x08 MBZ-3
            0x10 MBZ-4
            0x20 MBZ-5
            0x40 MBZ-6
            0x80 MBZ-7
            """);

    private Udld() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "udld";
        if (length < HEADER) {
            invalid(sheet, at, length);
            return;
        }
        int first = sheet.u8(at);
        int code = first & 0x1f;
        int flags = sheet.u8(at + 1);
        line.text("UDLDv").number(first >> 5).text(", Code ");
        line.text(code < CODES.length ? CODES[code] : "Reserved").text(" (").hex(code);
        line.text("), Flags [").text(FLAGS.bits(flags, ", ", "none"));
        line.text("] (0x").hex(flags, 2).text("), length ").number(length);
        if (sheet.v == 0) {
            sheet.need(at, length);
            return;
        }
        line.text("\n\tChecksum 0x").hex(sheet.be16(at + CHECKSUM), 4).text(" (unverified)");
        int end = at + length;
        int here = at + HEADER;
        while (here < end) {
            if (end - here < TLV_HEADER) {
                invalid(sheet, here, end - here);
                return;
            }
            int type = sheet.be16(here);
            int size = sheet.be16(here + 2);
            here += TLV_HEADER;
            line.text("\n\t").text(TYPES.name(type, "Unknown"));
            line.text(" (0x").hex(type, 4).text(") TLV, length ").number(size);
            if (size <= TLV_HEADER || size - TLV_HEADER > end - here || !value(sheet, type, here, size - TLV_HEADER)) {
                invalid(sheet, here, end - here);
                return;
            }
            here += size - TLV_HEADER;
        }
    }

    private static boolean value(Sheet sheet, int type, int at, int size) {
        switch (type) {
            case 1, 2, 6 -> {
                sheet.text(", ");
                sheet.padded(at, size);
            }
            case 3 -> {
                sheet.text(", ");
                sheet.exactly(at, size);
            }
            case 4, 5 -> {
                if (size != 1) {
                    return false;
                }
                sheet.text(", ").number(sheet.u8(at)).put('s');
            }
            case 7 -> {
                if (size != 4) {
                    return false;
                }
                sheet.text(", ").number(sheet.be32(at));
            }
            default -> sheet.need(at, size);
        }
        return true;
    }

    private static void invalid(Sheet sheet, int at, int rest) {
        sheet.invalid();
        sheet.need(at, rest);
    }
}
