package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;

/** Linux cooked capture, version 2 (LINKTYPE_LINUX_SLL2). */
final class Cooked2 {
    private static final int PROTOCOL = 0;
    private static final int INTERFACE = 4;
    private static final int PACKET_TYPE = 10;
    private static final int ADDRESS_LENGTH = 11;
    private static final int ADDRESS = 12;
    static final int HEADER = 20;

    private Cooked2() {}

    static void print(Sheet sheet, int at, int wire) {
        Line line = sheet.line;
        sheet.protocol = "sll2";
        sheet.need(at, HEADER);
        int type = sheet.be16(at + PROTOCOL);
        String name = sheet.interfaceName(sheet.be32(at + INTERFACE));
        line.left(name, 5).put(' ');
        line.left(Cooked.direction(sheet.u8(at + PACKET_TYPE)), 3).put(' ');
        if (sheet.options.linkLevel()) {
            header(sheet, at, wire, type);
        }
        Payload payload = new Payload(type, at + HEADER, wire - HEADER, -1);
        Cooked.payload(sheet, payload, () -> header(sheet, at, wire, type));
    }

    private static void header(Sheet sheet, int at, int wire, int type) {
        Line line = sheet.line;
        line.text("ifindex ").number(sheet.be32(at + INTERFACE)).put(' ');
        int length = sheet.u8(at + ADDRESS_LENGTH);
        if (length > 0) {
            sheet.mac(at + ADDRESS, Math.min(length, 8));
            line.put(' ');
        }
        if (sheet.options.quiet() == 0) {
            Cooked.typed(sheet, type, wire);
        }
    }
}
