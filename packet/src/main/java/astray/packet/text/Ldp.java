package astray.packet.text;

/** The Label Distribution Protocol (RFC 5036): protocol data units, messages, and parameters. */
final class Ldp {
    private static final int VERSION = 0;
    private static final int LENGTH = 2;
    private static final int ROUTER = 4;
    private static final int LABEL_SPACE = 8;
    private static final int HEADER = 10;
    private static final int MESSAGE_HEADER = 8;

    static final Table MESSAGES = Table.of("""
            0x0001 Notification
            0x0100 Hello
            0x0200 Initialization
            0x0201 Keepalive
            0x0300 Address
            0x0301 Address Withdraw
            0x0400 Label Mapping
            0x0401 Label Request
            0x0402 Label Withdraw
            0x0403 Label Release
            0x0404 Label Abort Request
            """);

    private Ldp() {}

    static void print(Sheet sheet, int at, int length) {
        sheet.protocol = "ldp";
        int here = at;
        int rest = length;
        while (rest > HEADER + MESSAGE_HEADER) {
            int size = unit(sheet, here);
            if (size == 0) {
                return;
            }
            if (rest < size) {
                sheet.invalid("remaining length", rest, "<", size);
                return;
            }
            here += size;
            rest -= size;
        }
    }

    /** Prints a unit; its size, 0 when no other can follow. */
    private static int unit(Sheet sheet, int at) {
        Line line = sheet.line;
        String before = sheet.v > 0 ? "\n\t" : "";
        sheet.need(at, HEADER);
        int version = sheet.be16(at + VERSION);
        if (version != 1) {
            line.text(before).text("LDP version ").number(version).text(" packet not supported");
            return 0;
        }
        int length = sheet.be16(at + LENGTH);
        if (length < HEADER - 4) {
            line.text(before).text("LDP, pdu-length: ").number(length).text(" (too short, < 6)");
            return 0;
        }
        line.text(before).text("LDP, Label-Space-ID: ");
        sheet.host4(at + ROUTER);
        line.put(':')
                .number(sheet.be16(at + LABEL_SPACE))
                .text(", pdu-length: ")
                .number(length);
        if (sheet.v == 0) {
            return 0;
        }
        int here = at + HEADER;
        int rest = length - (HEADER - 4);
        while (rest != 0) {
            sheet.need(here, MESSAGE_HEADER);
            int size = sheet.be16(here + 2);
            if (!message(sheet, here, size)) {
                return 0;
            }
            here += size + 4;
            // the original counts in 16 bits: messages may go past the unit's end until the captured bytes end
            rest = rest - (size + 4) & 0xffff;
        }
        return length + 4;
    }

    /** Prints a message; false when its length makes no sense. */
    private static boolean message(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        int field = sheet.be16(at);
        int type = field & 0x7fff;
        line.text("\n\t  ")
                .text(MESSAGES.name(type, "Unknown"))
                .text(" Message (0x")
                .hex(type, 4);
        line.text("), length: ").number(length);
        if (length < 4) {
            line.text(" (too short, < 4)");
            return false;
        }
        line.text(", Message ID: 0x").hex(sheet.be32(at + 4), 8).text(", Flags: [");
        line.text((field & 0x8000) != 0 ? "continue processing" : "ignore").text(" if unknown]");
        int here = at + MESSAGE_HEADER;
        int rest = length - 4;
        sheet.need(at, length);
        if (MESSAGES.name(type) == null) {
            if (sheet.v <= 1) {
                HexDump.unknown(sheet, "\n\t  ", here, rest);
            }
        } else {
            while (rest >= 4) {
                int size = LdpParameter.print(sheet, here, rest);
                if (size == 0) {
                    break;
                }
                here += size;
                rest -= size;
            }
        }
        if (sheet.v > 1) {
            HexDump.unknown(sheet, "\n\t  ", at + MESSAGE_HEADER, length);
        }
        return true;
    }
}
