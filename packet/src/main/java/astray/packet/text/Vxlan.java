package astray.packet.text;

/** VXLAN (RFC 7348). */
final class Vxlan {
    private static final int HEADER = 8;
    private static final int NETWORK = 4;

    /** The bit that a network identifier is there; it must be set. */
    private static final int INSTANCE = 0x08;

    private Vxlan() {}

    static void print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "vxlan";
        line.text("VXLAN");
        if (length < HEADER) {
            sheet.invalid("length", length, "<", HEADER);
            return;
        }
        int flags = sheet.u8(at);
        line.text(", flags [").text((flags & INSTANCE) != 0 ? "I" : "invalid").text("] (0x");
        line.hex(flags, 2).text("), ");
        if ((flags & INSTANCE) != 0) {
            int network = sheet.be24(at + NETWORK);
            line.text("vni ").number(network).put('\n');
        } else {
            line.text("ERROR: I flag not set\n");
        }
        sheet.need(at, HEADER);
        if (sheet.depth >= Sheet.DEEPEST) {
            line.text(" [too many packets in packets]");
            return;
        }
        sheet.depth++;
        Ethernet.print(sheet, at + HEADER, length - HEADER);
        sheet.depth--;
    }
}
