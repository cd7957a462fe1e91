package astray.packet.text;

/** Cisco's VLAN Query Protocol: a switch asks which VLAN a port's address belongs to. */
final class Vqp {
    private static final int TYPE = 1;
    private static final int ERROR = 2;
    private static final int ITEMS = 3;
    private static final int SEQUENCE = 4;
    private static final int HEADER = 8;
    private static final int OBJECT_HEADER = 6;

    private static final int ADDRESS = 0x0c01;
    private static final int PORT_NAME = 0x0c02;
    private static final int VLAN_NAME = 0x0c03;
    private static final int DOMAIN = 0x0c04;
    private static final int FRAME = 0x0c05;
    private static final int NO_MAC = 0x0c06;
    private static final int MAC = 0x0c08;

    private static final Table TYPES = Table.of("""
            1 Request, Join Port
            2 Response, VLAN
            3 Request, Reconfirm
            4 Response, Reconfirm
            """);

    private static final Table ERRORS = Table.of("""
            0 No error
            3 Access denied
            4 Shutdown port
            5 Wrong VTP domain
            """);

    private static final Table OBJECTS = Table.of("""
            0x0c01 Client IP Address
            0x0c02 Port Name
            0x0c03 VLAN Name
            0x0c04 VTP Domain
            0x0c05 Ethernet Packet
            0x0c06 MAC Null
            0x0c08 MAC Address
            """);

    private Vqp() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "vqp";
        sheet.need(at, HEADER);
        if (length < HEADER) {
            sheet.invalid();
            return;
        }
        int version = sheet.u8(at);
        if (version != 1) {
            line.text("VQP version ").number(version).text(" packet not supported");
            return;
        }
        int type = sheet.u8(at + TYPE);
        int error = sheet.u8(at + ERROR);
        String name = TYPES.name(type);
        line.text(sheet.v == 0 ? "VQPv1 " : "\n\tVQPv1, ").text(name == null ? "unknown (" + type + ")" : name);
        line.text(" Message, error-code ").text(ERRORS.name(error, "unknown"));
        line.text(" (").number(error).put(')');
        int items = sheet.u8(at + ITEMS);
        if (sheet.v > 0) {
            line.text(", seq 0x").hex(sheet.be32(at + SEQUENCE), 8);
            line.text(", items ").number(items);
        }
        line.text(", length ").number(length);
        if (sheet.v > 0) {
            objects(sheet, at + HEADER, at + length, items);
        }
    }

    private static void objects(Sheet sheet, int at, int end, int items) {
        Line line = sheet.line;
        int here = at;
        for (int i = 0; i < items && here < end; i++) {
            sheet.need(here, OBJECT_HEADER);
            if (end - here < OBJECT_HEADER) {
                sheet.invalid();
                return;
            }
            int type = sheet.s32(here);
            int size = sheet.be16(here + 4);
            here += OBJECT_HEADER;
            line.text("\n\t  ").text(OBJECTS.name(type, "Unknown"));
            line.text(" Object (0x").hex(type & 0xffffffffL, 8).text("), length ");
            line.number(size).text(", value: ");
            if (type == 0 || size == 0) {
                return;
            }
            sheet.need(here, size);
            if (size > end - here || !value(sheet, type, here, size)) {
                sheet.invalid();
                return;
            }
            here += size;
        }
    }

    private static boolean value(Sheet sheet, int type, int at, int size) {
        switch (type) {
            case ADDRESS -> {
                if (size != 4) {
                    return false;
                }
                sheet.host4(at);
                sheet.text(" (0x").hex(sheet.be32(at), 8).put(')');
            }
            case PORT_NAME, VLAN_NAME, DOMAIN, FRAME -> sheet.padded(at, size);
            case MAC, NO_MAC -> {
                if (size != 6) {
                    return false;
                }
                sheet.mac(at);
            }
            default -> {
                if (sheet.v <= 1) {
                    HexDump.unknown(sheet, "\n\t    ", at, size);
                }
            }
        }
        return true;
    }
}
