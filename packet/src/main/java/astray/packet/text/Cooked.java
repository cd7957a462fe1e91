package astray.packet.text;

import astray.packet.text.LinkLayer.Payload;

/** Linux cooked capture, version 1 (LINKTYPE_LINUX_SLL). */
final class Cooked {
    private static final int PACKET_TYPE = 0;
    private static final int ADDRESS_LENGTH = 4;
    private static final int ADDRESS = 6;
    private static final int PROTOCOL = 14;
    static final int HEADER = 16;

    private Cooked() {}

    static String direction(int type) {
        return switch (type) {
            case 0 -> "In";
            case 1 -> "B";
            case 2 -> "M";
            case 3 -> "P";
            case 4 -> "Out";
            default -> "?";
        };
    }

    static void print(Sheet sheet, int at, int wire) {
        sheet.protocol = "sll";
        sheet.need(at, HEADER);
        int type = sheet.be16(at + PROTOCOL);
        if (sheet.options.linkLevel()) {
            header(sheet, at, wire, type);
        }
        Payload payload = new Payload(type, at + HEADER, wire - HEADER, -1);
        payload(sheet, payload, () -> header(sheet, at, wire, type));
    }

    private static void header(Sheet sheet, int at, int wire, int type) {
        Line line = sheet.line;
        line.left(direction(sheet.be16(at + PACKET_TYPE)), 3).put(' ');
        int length = sheet.be16(at + ADDRESS_LENGTH);
        if (length == 6) {
            sheet.mac(at + ADDRESS);
            line.put(' ');
        } else if (length > 0) {
            sheet.mac(at + ADDRESS, Math.min(length, 8));
            line.put(' ');
        }
        if (sheet.options.quiet() == 0) {
            typed(sheet, type, wire);
        }
    }

    static void typed(Sheet sheet, int type, int wire) {
        Line line = sheet.line;
        if (type <= 1500) {
            line.text(
                    switch (type) {
                        case 1 -> "802.3";
                        case 4 -> "802.2";
                        default -> "ethertype Unknown (0x" + Integer.toHexString(type) + ")";
                    });
        } else {
            line.text("ethertype ");
            Ethernet.typeWord(sheet, type);
        }
        line.text(", length ").number(wire).text(": ");
    }

    /** Prints what it carries. */
    static void payload(Sheet sheet, Payload payload, Runnable header) {
        boolean known = payload.type() == 4
                ? Llc.print(sheet, payload.at(), payload.length())
                : LinkLayer.payload(sheet, payload);
        if (!known) {
            if (!sheet.options.linkLevel()) {
                header.run();
            }
            LinkLayer.raw(sheet, payload.at());
        }
    }
}
