package astray.packet.text;

/** Classical IP over ATM as Linux captures it (LINKTYPE_ATM_CLIP): a header of RFC 1483 in front of IP, or none. */
final class Cip {
    /** Logical link control for a routed protocol, and that of a SNAP header (RFC 1483 section 4.1). */
    private static final int[] HEADER = {0xaa, 0xaa, 0x03, 0x00, 0x00, 0x00};

    private Cip() {}

    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "cip";
        if (sheet.options.linkLevel()) {
            sheet.text("CIP ").number(wire).text(": ");
        }
        sheet.need(at, HEADER.length);
        for (int i = 0; i < HEADER.length; i++) {
            if (sheet.u8(at + i) != HEADER[i]) {
                Ip4.print(sheet, at, wire);
                return;
            }
        }
        if (!Llc.print(sheet, at, wire)) {
            LinkLayer.raw(sheet, at);
        }
    }
}
