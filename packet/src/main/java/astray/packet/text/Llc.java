package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;

/** Logical link control (IEEE 802.2) and its sub-network access protocol (RFC 1042). */
final class Llc {
    private static final int SNAP = 0xaa;
    private static final int IP = 0x06;
    private static final int ISO = 0xfe;
    private static final int UNNUMBERED = 0x03;

    private Llc() {}

    /** Prints what it carries; false when that is not known, so that the bytes are printed. */
    static boolean print(Sheet sheet, int at, int length) {
        Line line = sheet.line;
        sheet.protocol = "llc";
        if (length < 3) {
            line.text("[length ").number(length).text(" < 3]");
            sheet.invalid();
            return true;
        }
        sheet.need(at, 3);
        int destination = sheet.u8(at);
        int source = sheet.u8(at + 1);
        int control = sheet.u8(at + 2);
        if (destination == SNAP && source == SNAP && control == UNNUMBERED && length >= 8) {
            sheet.protocol = "snap";
            sheet.need(at, 8);
            int organisation = sheet.be24(at + 3);
            int type = sheet.be16(at + 6);
            if (sheet.options.linkLevel()) {
                line.text("LLC, dsap SNAP (0xaa) Individual, ssap SNAP (0xaa) Command, ctrl 0x03: oui ");
                line.text(organisation == 0 ? "Ethernet" : "Unknown")
                        .text(" (0x")
                        .hex(organisation, 6)
                        .text("), ");
                line.text(organisation == 0 ? "ethertype " : "pid ");
                Ethernet.typeWord(sheet, type);
                line.text(", length ").number(length - 8L).text(": ");
            }
            return organisation == 0 && LinkLayer.payload(sheet, new Payload(type, at + 8, length - 8, -1));
        }
        if (destination == ISO && source == ISO && control == UNNUMBERED) {
            Osi.print(sheet, at + 3, length - 3);
            return true;
        }
        if (destination == IP && source == IP && control == UNNUMBERED) {
            Ip4.print(sheet, at + 3, length - 3);
            return true;
        }
        return false;
    }
}
